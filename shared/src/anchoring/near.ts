import { contentOf, firstItem } from '@assay/shared/article';
import type { TextRange } from '@assay/shared/model';
import * as Y from 'yjs';
import type { HeldUnits, UnitId } from './held.ts';
import { type UnitRun, walkRunsFrom } from './items.ts';
import { QUOTE_CONTEXT } from './quote.ts';

/** A stretch of the linear text around a held range, and where in it (UTF-16 units) the range stands. */
export interface Surroundings {
  readonly text: string;
  readonly range: TextRange;
}

/** A context may begin or end inside a code point, which is looked at to leave it out. */
const ENOUGH = QUOTE_CONTEXT + 2;

/**
 * The words of a held range with the context that a quote wants, by a walk over the blocks it stands in and no others.
 * Null when that cannot tell where it stands: a unit is not known, or the last stands before the first.
 */
export function surroundingsOf(ytext: Y.Text, { first, last }: HeldUnits): Surroundings | null {
  const from = itemOf(ytext, first);
  if (!from) return null;
  const begin = blockBefore(from, first.clock - from.id.clock);
  let start: number | null = null;
  let end: number | null = null;
  const text = walkRunsFrom(begin ?? firstItem(ytext), begin === null, (run) => {
    if (start === null && holds(run, first)) start = sideOf(run, first, 0);
    if (start !== null && end === null && holds(run, last)) end = sideOf(run, last, 1);
    return end !== null && run.offset + run.text.length >= end + ENOUGH;
  });
  if (start === null || end === null || isReversed(from, first, last)) return null;
  return { text, range: { start, end: Math.max(start, end) } };
}

function itemOf(ytext: Y.Text, { client, clock }: UnitId): Y.Item | null {
  const { store } = ytext.doc!;
  if (clock < 0 || clock >= Y.getState(store, client)) return null;
  const item = Y.getItem(store, Y.createID(client, clock));
  return item instanceof Y.Item && item.parent === ytext && item.parentSub === null ? item : null;
}

/** The nearest marker with context enough behind it and a block before it; null: the article begins sooner. */
function blockBefore(item: Y.Item, units: number): Y.Item | null {
  let before = isVisible(item) ? units : 0;
  let marker: Y.Item | null = null;
  for (let at = item.left; at; at = at.left) {
    if (!isVisible(at)) continue;
    if (marker) return marker;
    before += at.length;
    if (before >= ENOUGH && contentOf(at).kind === 'marker') marker = at;
  }
  return null;
}

function isVisible(item: Y.Item): boolean {
  return !item.deleted && item.countable;
}

function holds(run: UnitRun, { client, clock }: UnitId): boolean {
  return run.client === client && run.clock <= clock && clock < run.clock + run.length;
}

/** Where the start (0) or the end (1) of a unit stands; of one without width, where it would. */
function sideOf(run: UnitRun, unit: UnitId, side: 0 | 1): number {
  return run.text === '' ? run.offset : run.offset + unit.clock - run.clock + side;
}

function isReversed(from: Y.Item, first: UnitId, last: UnitId): boolean {
  const together = last.client === first.client && last.clock < from.id.clock + from.length;
  return together && last.clock >= from.id.clock && last.clock < first.clock;
}
