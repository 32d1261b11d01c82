import type { LabelId } from '@assay/shared/model';
import { announce, notify } from '../ui/index.ts';
import { type Entry, threadIdOf } from './entry.ts';
import { labelOf } from './labels.ts';
import type { Margin } from './margin.ts';
import * as wishes from './wishes.ts';
import { clip } from './words.ts';

/** Takes a mark back and offers to undo that. The card stays in reach of the filter "Withdrawn". */
export function withdrawEntry(margin: Margin, entry: Entry): void {
  const { annotation } = entry;
  if (!annotation) return;
  wishes.withdraw(margin.session, annotation.id);
  if (margin.focused.get() === entry.id) margin.focus(null);
  notify({
    tone: 'info',
    message: `${labelOf(margin.session, annotation.label).name} withdrawn: “${clip(margin.wordsOf(entry), 60)}”`,
    action: { label: 'Undo', run: () => wishes.restore(margin.session, annotation.id) },
  });
}

export function restoreEntry(margin: Margin, entry: Entry): void {
  if (!entry.annotation) return;
  wishes.restore(margin.session, entry.annotation.id);
  announce('Restored');
}

/** Resolves an open thread, or opens a resolved one again. */
export function settleEntry(margin: Margin, entry: Entry): void {
  if (!entry.thread) return;
  const thread = threadIdOf(entry);
  const resolved = entry.thread.status === 'resolved';
  if (resolved) wishes.reopen(margin.session, thread);
  else wishes.resolve(margin.session, thread);
  announce(resolved ? 'Thread reopened' : 'Thread resolved. It stays here until you move on.');
}

export function relabelEntry(margin: Margin, entry: Entry, label: LabelId): void {
  if (!entry.annotation || entry.label === label) return;
  wishes.relabel(margin.session, entry.annotation.id, label);
  announce(`Label changed to ${labelOf(margin.session, label).name}`);
}

/** The path of the page at which an entry is opened by everybody who may read the article. */
export function addressOf(margin: Margin, entry: Entry): string {
  const kind = ({ mark: 'marks', group: 'groups' } as Record<string, string>)[entry.on] ?? 'threads';
  return `/articles/${margin.session.article}/${kind}/${entry.id}`;
}
