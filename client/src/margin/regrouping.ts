import type { AnnotationId, GroupId } from '@assay/shared/model';
import { announce } from '../ui/index.ts';
import type { Entry } from './entry.ts';
import type { Margin } from './margin.ts';
import type { Placements } from './placements.ts';

/** Whether this person may say what belongs to a group: a moderator, or who has a mark in it; before it is settled. */
export function mayRegroup({ session }: Margin, { group }: Entry): boolean {
  if (!group || group.decision) return false;
  const me = session.me.get();
  const own = me && group.group.reviewers.includes(me.id) ? { creator: me.id } : undefined;
  return session.review.get().state.workflow.phase !== 'signed-off' && session.may('group.change', own);
}

/** The groups that a group may be joined with: of the same label, overlapping it or next to it, unsettled. */
export function joinable(margin: Margin, entry: Entry): readonly Entry[] {
  const placed = margin.placements.get();
  return margin.entries
    .get()
    .filter(
      (other) =>
        other.id !== entry.id &&
        other.group?.group.label === entry.group?.group.label &&
        isNear(entry.id, other.id, placed) &&
        mayRegroup(margin, other),
    );
}

/** Between the end of one block and the start of the next there are two positions; between words, one. */
const TOUCHING = 2;

function isNear(a: string, b: string, placed: Placements): boolean {
  const [one, other] = [placed.get(a)?.ranges ?? [], placed.get(b)?.ranges ?? []];
  return one.some((left) =>
    other.some((right) => left.from <= right.to + TOUCHING && right.from <= left.to + TOUCHING),
  );
}

/** Takes these marks out into a group of their own. */
export async function split(margin: Margin, group: Entry, marks: readonly string[]): Promise<void> {
  const reply = await margin.session.send({
    type: 'group.split',
    group: group.id as GroupId,
    marks: marks as readonly AnnotationId[] as AnnotationId[],
  });
  if (reply.ok) announce('The group was split');
}

/** Makes one group of several. */
export async function join(margin: Margin, groups: readonly string[]): Promise<void> {
  const reply = await margin.session.send({
    type: 'group.join',
    groups: groups as readonly GroupId[] as GroupId[],
  });
  if (reply.ok) announce('The groups were joined');
}
