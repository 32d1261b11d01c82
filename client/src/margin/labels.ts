import { DEFAULT_LABELS, type Label, type LabelId } from '@assay/shared/model';
import type { LabelLook } from '../ui/index.ts';
import type { Entry } from './entry.ts';

/** How a thread without a label is drawn where marks show theirs. */
export const THREAD_LOOK: LabelLook = { id: 'passage', name: 'Comment', letter: '¶' };

/** The label of an id; one that this page does not know is drawn by its own name, never hidden. */
export function labelOf(id: LabelId): Label {
  return (
    DEFAULT_LABELS.find((label) => label.id === id) ?? {
      id,
      name: id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' '),
      key: '',
      letter: id.charAt(0).toUpperCase(),
      hue: 'plum',
      line: 'dotted',
      question: '',
    }
  );
}

export function lookOf(entry: Entry): LabelLook {
  return entry.label === null ? THREAD_LOOK : labelOf(entry.label);
}
