import { type Content, contentOf, inlineOf, schema } from '@assay/shared/article';
import type { Target } from '@assay/shared/model';
import type * as Y from 'yjs';
import { type HeldUnits, holdUnits, type UnitId } from './held.ts';
import { standings } from './offsets.ts';
import { quoteAt } from './quote.ts';

/** One unit in the list of items. */
export interface Cursor {
  readonly item: Y.Item;
  /** Units into the item. */
  readonly inside: number;
}

/** What the units of an item say in the linear text, of a deleted one while Yjs still has it. Markers are "\n". */
export function itemText(item: Y.Item): string {
  if (!item.countable) return '';
  const content = contentOf(item);
  return content.kind === 'text' ? content.text : otherText(content);
}

function otherText(content: Content): string {
  if (content.kind === 'marker') return '\n';
  if (content.kind !== 'embeds') return '';
  return content.embeds
    .map((embed) => (inlineOf(embed).type === schema.nodes.hard_break ? '\n' : '\ufffc'))
    .join('');
}

/** Whether an item shows something. */
export function isShown(item: Y.Item): boolean {
  return !item.deleted && item.countable;
}

/** The nearest item on a side that shows something. */
export function shownBeside(item: Y.Item | null, side: 'left' | 'right'): Y.Item | null {
  let at = item?.[side] ?? null;
  while (at && !isShown(at)) at = at[side];
  return at;
}

export function unitAt({ item, inside }: Cursor): UnitId {
  return { client: item.id.client, clock: item.id.clock + inside };
}

/** The shown unit before or after one; null at the end of the list. */
export function stepFrom({ item, inside }: Cursor, side: 'left' | 'right'): Cursor | null {
  const next = inside + (side === 'left' ? -1 : 1);
  if (isShown(item) && next >= 0 && next < item.length) return { item, inside: next };
  const beside = shownBeside(item, side);
  return beside && { item: beside, inside: side === 'left' ? beside.length - 1 : 0 };
}

/** The target that holds these stretches, in text order, with the words found there; empty ones keep nothing. One walk. */
export function targetOfUnits(ytext: Y.Text, stretches: readonly HeldUnits[]): Target {
  const found = standings(ytext, stretches);
  const placed = stretches.flatMap((units, i) => {
    const standing = found.standings[i]!;
    return standing.kind === 'standing' ? [{ units, range: standing.range }] : [];
  });
  placed.sort((a, b) => a.range.start - b.range.start);
  return {
    ranges: placed.map(({ units, range }) => ({ ...holdUnits(units), quote: quoteAt(found.text, range) })),
  };
}
