import {
  type Cursor,
  type HeldUnits,
  heldUnits,
  itemText,
  stepFrom,
  type UnitId,
  unitAt,
} from '@assay/shared/anchoring';
import type { Target } from '@assay/shared/model';
import * as Y from 'yjs';

/** A mark's claim on a unit: it was put on it (`own`), or the unit was written inside it later. */
export interface Claim {
  readonly mark: FollowedMark;
  readonly own: boolean;
}

/** A mark, or the passage of a thread, as the keeper follows it. */
export class FollowedMark {
  readonly own: Claim = { mark: this, own: true };
  readonly guest: Claim = { mark: this, own: false };
  readonly root: 'annotations' | 'threads';
  readonly id: string;
  target: Target;
  orphaned: boolean;
  /** How many units that it was put on are there; line breaks do not count. */
  alive = 0;
  /** Units that came to it since it was last looked at. */
  gained: UnitId[] = [];
  /** It had lost words before anybody watched: what they were is known from its quotes alone. */
  damaged = false;
  /** It is followed no longer, or under another target. */
  gone = false;

  constructor(root: 'annotations' | 'threads', id: string, target: Target, orphaned: boolean) {
    this.root = root;
    this.id = id;
    this.target = target;
    this.orphaned = orphaned;
  }
}

/** How many of these units are no line break. */
export function countWords(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text[i] !== '\n') count++;
  return count;
}

/** Where a unit is in the list; null when it is not known here, or was let go. */
export function cursorOf(ytext: Y.Text, { client, clock }: UnitId): Cursor | null {
  const { store } = ytext.doc!;
  if (clock >= Y.getState(store, client) || clock < 0) return null;
  const item: Y.Item | Y.GC = Y.getItem(store, Y.createID(client, clock));
  return item instanceof Y.Item ? { item, inside: clock - item.id.clock } : null;
}

/** The items from the first to the last unit of each range of a target, deleted ones included. */
export function* itemsOf(
  ytext: Y.Text,
  target: Target,
): Generator<{ item: Y.Item; from: number; to: number }> {
  for (const range of target.ranges) {
    const units = readable(range);
    const first = units && cursorOf(ytext, units.first);
    const last = units && cursorOf(ytext, units.last);
    if (!first || !last) continue;
    for (let item: Y.Item | null = first.item; item; item = item.right) {
      const from = item === first.item ? first.inside : 0;
      const to = item === last.item ? last.inside + 1 : item.length;
      if (from < to) yield { item, from, to };
      if (item === last.item) break;
    }
  }
}

function readable(range: Target['ranges'][number]): HeldUnits | null {
  try {
    return heldUnits(range);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The longest row of shown units around one that a mark has a claim on, from the first to the last that it was put on;
 * line breaks at its ends do not count. Null when it was put on none of them.
 */
export function rowAround(
  start: Cursor,
  claimOn: (unit: UnitId) => Claim | undefined,
  seen: (unit: UnitId) => void,
): HeldUnits | null {
  let left = start;
  for (let next = stepFrom(left, 'left'); next && claimOn(unitAt(next)); next = stepFrom(next, 'left'))
    left = next;
  let first: UnitId | null = null;
  let last: UnitId | null = null;
  for (let at: Cursor | null = left; at; at = stepFrom(at, 'right')) {
    const unit = unitAt(at);
    const claim = claimOn(unit);
    if (!claim) break;
    seen(unit);
    if (!claim.own || itemText(at.item)[at.inside] === '\n') continue;
    first ??= unit;
    last = unit;
  }
  return first && last && { first, last };
}
