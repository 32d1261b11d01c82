import ChevronRight from 'lucide-react/icons/chevron-right';
import EyeOff from 'lucide-react/icons/eye-off';
import MessageSquarePlus from 'lucide-react/icons/message-square-plus';
import { useStore } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { HiddenNotice } from './HiddenNotice.tsx';
import { useMargin, useSealed } from './use-margin.ts';
import './MarginSections.css';

interface MarginToolsProps {
  /** How many marks and threads have lost their words, and whether they are unfolded. */
  readonly gone: number;
  readonly goneOpen: boolean;
  toggleGone(): void;
}

/** One quiet line above the cards: comment on the whole, what lost its words, what the filter hides. */
export function MarginTools({ gone, goneOpen, toggleGone }: MarginToolsProps) {
  const margin = useMargin();
  useStore(margin.session.rights);
  const sealed = useSealed();
  return (
    <div className="margin-tools">
      {margin.session.may('comment.add') && (
        <Button
          tone="plain"
          size="small"
          icon={<MessageSquarePlus className="icon" aria-hidden="true" />}
          onPress={() => margin.composing.set({ on: 'article' })}
        >
          {sealed ? 'Note on the article' : 'Comment on the article'}
        </Button>
      )}
      {gone > 0 && (
        <Button
          tone="plain"
          size="small"
          aria-expanded={goneOpen}
          icon={<ChevronRight className="icon margin-chevron" aria-hidden="true" />}
          onPress={toggleGone}
        >
          {gone} without their words
        </Button>
      )}
      <HiddenNotice />
      {sealed && (
        <p className="margin-private">
          <EyeOff className="icon" aria-hidden="true" /> What stands here is yours alone until the marks are
          revealed.
        </p>
      )}
    </div>
  );
}
