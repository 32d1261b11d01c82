import { useStore } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { isDefault, NO_FILTER, STATUSES } from './filter.ts';
import { SETTLEMENTS } from './group-entry.ts';
import { useMargin } from './use-margin.ts';
import './MarginSections.css';
import { count } from './words.ts';

/** Says what the filter keeps from view, with the way back: nothing disappears without a word. */
export function HiddenNotice() {
  const margin = useMargin();
  const filter = useStore(margin.filter);
  const hidden = useStore(margin.entries).length - useStore(margin.shown).length;
  if (hidden === 0) return null;
  const usual = isDefault(filter);
  return (
    <p className="margin-hidden">
      {usual ? `${hidden} resolved, withdrawn or rejected` : `${count(hidden, 'card')} hidden by filters`}
      <Button
        tone="plain"
        size="small"
        onPress={() =>
          margin.filter.set(usual ? { ...NO_FILTER, statuses: STATUSES, settlement: SETTLEMENTS } : NO_FILTER)
        }
      >
        {usual ? 'Show' : 'Reset'}
      </Button>
    </p>
  );
}
