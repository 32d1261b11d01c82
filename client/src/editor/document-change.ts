import type { Transaction } from 'prosemirror-state';
import { ReplaceStep, type Step } from 'prosemirror-transform';
import type { Span } from './positions.ts';

/** The stretch of the old document outside of which a transaction only moved things. */
export interface DocumentChange extends Span {
  /** How far everything after `to` has moved. */
  readonly delta: number;
  /** Whether blocks changed, not only text within one block. */
  readonly structural: boolean;
}

function isWithinText(step: Step, tr: Transaction, number: number): boolean {
  if (!(step instanceof ReplaceStep)) return false;
  const { slice, from, to } = step;
  if (slice.openStart > 0 || slice.openEnd > 0 || slice.content.firstChild?.isBlock) return false;
  const before = tr.docs[number]!;
  return before.resolve(from).sameParent(before.resolve(to)) && before.resolve(from).parent.isTextblock;
}

/** The position before the first `number` steps. (The inverse of a part of a Mapping is that of the whole of it.) */
function beforeSteps({ mapping }: Transaction, number: number, pos: number, side: -1 | 1): number {
  let at = pos;
  for (let i = number - 1; i >= 0; i--) at = mapping.maps[i]!.invert().map(at, side);
  return at;
}

/** What a transaction changed, in positions of the document before it; null when no position moved or was replaced. */
export function changeOf(tr: Transaction): DocumentChange | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  let structural = false;
  tr.mapping.maps.forEach((map, number) => {
    let moved = false;
    map.forEach((start, end) => {
      moved = true;
      from = Math.min(from, beforeSteps(tr, number, start, -1));
      to = Math.max(to, beforeSteps(tr, number, end, 1));
    });
    if (moved && !isWithinText(tr.steps[number]!, tr, number)) structural = true;
  });
  if (from > to) return null;
  return { from, to, delta: tr.doc.content.size - tr.before.content.size, structural };
}
