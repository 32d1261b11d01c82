import type { Node } from 'prosemirror-model';
import type { DecorationAttrs } from 'prosemirror-view';
import type { IndexedMark } from './mark-index.ts';
import type { Span } from './positions.ts';

/** What the first character carries besides: the letter, and the mark in words. */
export function headAttributes({ mark, slot }: IndexedMark): DecorationAttrs {
  return { 'data-letter': mark.letter, 'data-slot': String(slot), 'aria-description': mark.description };
}

/** A block of the document: its number, and where its content begins. */
export interface PlacedBlock {
  readonly node: Node;
  readonly number: number;
  readonly start: number;
}

export function firstCharacterEnd(block: Node, { from, to }: Span): number {
  const next = block.textBetween(from, Math.min(to, from + 2), undefined, '\ufffc');
  return Math.min(to, from + ((next.codePointAt(0) ?? 0) > 0xffff ? 2 : 1));
}

/** Whether nothing of the words from a position on stands before a block. */
export function isFirstFrom(position: number, doc: Node, { number }: PlacedBlock): boolean {
  const $from = doc.resolve(position);
  let at = $from.index(0);
  if ($from.depth > 0 && at < number && $from.parentOffset === $from.parent.content.size) at++;
  while (at < number && doc.child(at).content.size === 0) at++;
  return at >= number;
}
