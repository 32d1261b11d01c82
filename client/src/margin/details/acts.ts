import { type AnchoredRange, type Attribute, isTarget } from '@assay/shared/model';
import type { AskedValue } from '@assay/shared/review';
import { announce, notify } from '../../ui/index.ts';
import type { Entry } from '../entry.ts';
import type { Margin } from '../margin.ts';
import { changeDetail, rightsOn } from '../wishes.ts';
import { clip } from '../words.ts';

/** Opens the details of a mark for filling in; its first field, or the named one, takes the keyboard. */
export function openDetails(margin: Margin, id: string, field?: string): void {
  margin.focus(id);
  margin.detailing.set(id);
  margin.awaited.set({ id, part: 'details', ...(field !== undefined && { field }) });
}

/** The keyboard goes back to the card. */
export function closeDetails(margin: Margin, id: string): void {
  margin.detailing.set(null);
  margin.awaited.set({ id, part: 'card' });
}

/** Says one thing about a mark; null takes it away. */
export function sayDetail(margin: Margin, id: string, attribute: string, value: AskedValue | null): void {
  const entry = margin.entry(id);
  if (entry?.annotation && rightsOn(margin.session, entry).relabel)
    changeDetail(margin.session, entry.annotation, attribute, value);
}

/** Asks for words in the article for an attribute that is a place there. */
export function pickWords(margin: Margin, id: string, attribute: Attribute): void {
  margin.aim.set({ id, wanted: 'value', attribute });
  margin.composing.set(null);
  margin.sheetOpen.set(false);
  margin.editor.get()?.focus();
}

/** The words are chosen: they become the value, or one more place where the attribute takes several. */
export function takeValue(margin: Margin, id: string, attribute: Attribute): void {
  const editor = margin.editor.get();
  const held = editor?.heldSelection() ?? [];
  if (!editor || held.length === 0) {
    notify({ tone: 'info', message: 'Select words in the article first.' });
    return;
  }
  const words = clip(editor.selection.get().text.trim(), 60);
  const before = rangesOf(margin.entry(id), attribute.id).map(({ start, end }) => ({ start, end }));
  margin.aim.set(null);
  sayDetail(margin, id, attribute.id, { ranges: attribute.many ? [...before, ...held] : [...held] });
  announce(`Taken: “${words}”`);
  margin.sheetOpen.set(true);
  openDetails(margin, id, attribute.id);
}

/** The places that a mark has under a name. */
export function rangesOf(entry: Entry | null, attribute: string): readonly AnchoredRange[] {
  const value = entry?.annotation?.attributes[attribute];
  return value !== undefined && isTarget(value) ? value.ranges : [];
}
