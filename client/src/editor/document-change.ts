import type { Transaction } from 'prosemirror-state';
import { ReplaceStep, type Step, type StepMap } from 'prosemirror-transform';
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

/** What a transaction changed, in positions of the document before it; null when no position moved or was replaced. */
export function changeOf(tr: Transaction): DocumentChange | null {
  // What changed so far: where it stood in the old document (`from`, `to`), and where it stands after this step (`now`).
  let from = 0;
  let to = 0;
  let now: Span | null = null;
  let structural = false;
  for (const [number, map] of tr.mapping.maps.entries()) {
    const step = extentOf(map);
    if (!step) continue;
    if (!now) [from, to, now] = [step.from, step.to, step];
    // Outside of what changed so far, the old document and this one differ by a shift alone.
    from -= Math.max(now.from - step.from, 0);
    to += Math.max(step.to - now.to, 0);
    now = { from: Math.min(now.from, step.from), to: Math.max(now.to, step.to) + step.delta };
    if (!isWithinText(tr.steps[number]!, tr, number)) structural = true;
  }
  if (!now) return null;
  const { before } = tr;
  const { size } = before.content;
  // What is put between two blocks stands next to the end of the one and the start of the other.
  if (before.resolve(from).depth === 0) from = Math.max(from - 1, 0);
  if (before.resolve(to).depth === 0) to = Math.min(to + 1, size);
  return { from, to, delta: tr.doc.content.size - size, structural };
}

/** The stretch that a step replaced, from the first to the last of its ranges, and how far what follows moved. */
function extentOf(map: StepMap): (Span & { readonly delta: number }) | null {
  const ranges: [from: number, to: number, grown: number][] = [];
  map.forEach((from, to, start, end) => {
    ranges.push([from, to, end - start - (to - from)]);
  });
  const [first, last] = [ranges[0], ranges[ranges.length - 1]];
  return first && last
    ? { from: first[0], to: last[1], delta: ranges.reduce((sum, [, , grown]) => sum + grown, 0) }
    : null;
}
