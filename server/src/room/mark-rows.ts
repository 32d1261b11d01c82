import { type HeldUnits, isShown, itemText, type UnitId } from '@assay/shared/anchoring';
import type { Target } from '@assay/shared/model';
import type * as Y from 'yjs';
import type { Claims } from './claims.ts';
import { cursorOf, type FollowedMark, itemsOf, rowAround } from './followed-mark.ts';
import { IdMap } from './id-map.ts';

/** The rows of units that a mark stands on now; null when its target says the same. */
export function rowsOf(ytext: Y.Text, claims: Claims, mark: FollowedMark): HeldUnits[] | null {
  adoptBreaks(ytext, claims, mark);
  const seen = new IdMap<true>();
  const rows: HeldUnits[] = [];
  let differs = mark.orphaned;
  const visit = (unit: UnitId, stored: boolean) => {
    if (seen.get(unit.client, unit.clock)) return;
    const cursor = cursorOf(ytext, unit);
    if (!cursor || !isShown(cursor.item)) return;
    if (!claims.of(unit, mark)) {
      differs ||= itemText(cursor.item)[cursor.inside] !== '\n';
      return;
    }
    const row = rowAround(
      cursor,
      (one) => claims.of(one, mark),
      (one) => seen.update(one.client, one.clock, one.clock + 1, () => true),
    );
    if (!row) return;
    differs ||= !stored;
    rows.push(row);
  };
  for (const { item, from, to } of itemsOf(ytext, mark.target))
    if (isShown(item))
      for (let i = from; i < to; i++) visit({ client: item.id.client, clock: item.id.clock + i }, true);
  for (const unit of mark.gained) visit(unit, false);
  return differs || reachesFurther(ytext, mark.target, rows) ? rows : null;
}

/** A line break inside a range is the mark's, however it came there: what is put beside it later lies in the mark. */
function adoptBreaks(ytext: Y.Text, claims: Claims, mark: FollowedMark): void {
  for (const { item, from, to } of itemsOf(ytext, mark.target)) {
    if (!isShown(item)) continue;
    const { client, clock } = item.id;
    for (let i = from; i < to; i++) {
      const unit = { client, clock: clock + i };
      if (itemText(item)[i] === '\n' && !claims.of(unit, mark)) claims.add(unit, 1, mark.guest);
    }
  }
}

/** Whether a row goes on beyond the range of the target that it was found in, be it into the next one. */
function reachesFurther(ytext: Y.Text, target: Target, rows: readonly HeldUnits[]): boolean {
  const rangeAt = new IdMap<Target['ranges'][number]>();
  for (const range of target.ranges)
    for (const { item, from, to } of itemsOf(ytext, { ranges: [range] }))
      rangeAt.update(item.id.client, item.id.clock + from, item.id.clock + to, () => range);
  return rows.some(({ first, last }) => {
    const range = rangeAt.get(first.client, first.clock);
    return !range || range !== rangeAt.get(last.client, last.clock);
  });
}
