import { type Comment, REACTIONS } from '@assay/shared/model';
import SmilePlus from 'lucide-react/icons/smile-plus';
import { useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useStore } from '../store/index.ts';
import { IconButton, Popover, VisuallyHidden } from '../ui/index.ts';
import { useMargin, usePeople } from './use-margin.ts';
import { type Reaction, toggleReaction } from './wishes.ts';

const NAMES: Readonly<Record<Reaction, string>> = {
  '👍': 'Agree',
  '👎': 'Disagree',
  '❤️': 'Thank you',
  '😄': 'Amused',
  '🤔': 'Not sure',
  '✅': 'Checked',
  '👀': 'Looking into it',
};

/** The emoji under a comment, with who put them there, and a way to add one. */
export function Reactions({ comment }: { readonly comment: Comment }) {
  const { session } = useMargin();
  const personOf = usePeople();
  useStore(session.rights);
  const me = useStore(session.me);
  const may = session.may('comment.react');
  const used = REACTIONS.filter((emoji) => comment.reactions[emoji]?.length);
  if (used.length === 0 && !may) return null;
  return (
    <div className="reactions">
      {used.map((emoji) => {
        const people = comment.reactions[emoji]!;
        const names = people.map((id) => personOf(id).name).join(', ');
        return (
          <ToggleButton
            key={emoji}
            className="reaction"
            isDisabled={!may}
            isSelected={me !== null && people.includes(me.id)}
            onChange={() => toggleReaction(session, comment, emoji)}
          >
            <span title={names}>
              {emoji} {people.length}
            </span>
            <VisuallyHidden>
              {' '}
              {NAMES[emoji]}: {names}
            </VisuallyHidden>
          </ToggleButton>
        );
      })}
      {may && <AddReaction comment={comment} />}
    </div>
  );
}

function AddReaction({ comment }: { readonly comment: Comment }) {
  const { session } = useMargin();
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const choose = (emoji: Reaction) => {
    setOpen(false);
    toggleReaction(session, comment, emoji);
  };
  return (
    <>
      <IconButton
        ref={trigger}
        label="React"
        size="small"
        className="reaction-add"
        icon={<SmilePlus className="icon" aria-hidden="true" />}
        onPress={() => setOpen(true)}
      />
      <Popover
        label="Reactions"
        isOpen={open}
        onOpenChange={setOpen}
        triggerRef={trigger}
        className="reaction-choice"
      >
        {REACTIONS.map((emoji) => (
          <IconButton
            key={emoji}
            label={NAMES[emoji]}
            icon={<span aria-hidden="true">{emoji}</span>}
            onPress={() => choose(emoji)}
          />
        ))}
      </Popover>
    </>
  );
}
