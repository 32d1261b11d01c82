import type { GroupConstraint } from '@assay/shared/grouping';
import type { AnnotationId, Group } from '@assay/shared/model';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import { forbidden, noGroup, type Refused, refuse } from './refusals.ts';
import { standingDecision } from './running.ts';
import type { ReviewState } from './state.ts';

/** Makes one group of several, for good: marks that are joined by hand stay together. */
export function decideJoin(
  state: ReviewState,
  { groups: ids }: CommandOf<'group.join'>,
  context: DecideContext,
): Decided {
  const found = changeable(state, [...new Set(ids)], context);
  if (!found.ok) return found;
  const { groups } = found;
  if (groups.length < 2) return happened();
  if (new Set(groups.map(({ label }) => label)).size > 1)
    return refuse('bad-command', 'These groups have different labels. Decide on the label instead.');
  const marks = groups.flatMap((group) => group.marks);
  const constraints = marks
    .slice(1)
    .map((mark, i): GroupConstraint => ({ kind: 'together', marks: [marks[i]!, mark] }));
  return happened({ type: 'groups.corrected', constraints });
}

export function decideSplit(
  state: ReviewState,
  { group: id, marks }: CommandOf<'group.split'>,
  context: DecideContext,
): Decided {
  const found = changeable(state, [id], context);
  if (!found.ok) return found;
  const [group] = found.groups;
  const out = new Set<AnnotationId>(marks);
  const left = group!.marks.filter((mark) => !out.has(mark));
  const taken = group!.marks.filter((mark) => out.has(mark));
  if (taken.length < out.size)
    return refuse('not-found', 'Some of these marks are not in this group any more.');
  if (left.length === 0) return happened();
  const constraints = taken.flatMap((mark) =>
    left.map((other): GroupConstraint => ({ kind: 'apart', marks: [mark, other] })),
  );
  return happened({ type: 'groups.corrected', constraints });
}

type Found = { readonly ok: true; readonly groups: readonly Group[] } | Refused;

/** The groups, if they are there, unsettled, and the actor's to change: a moderator's, or with a mark of theirs in each. */
function changeable(state: ReviewState, ids: readonly Group['id'][], { actor }: DecideContext): Found {
  const groups: Group[] = [];
  for (const id of ids) {
    const group = state.groups.get(id);
    if (!group) return noGroup();
    const own = group.reviewers.includes(actor.person) ? { creator: actor.person } : undefined;
    const refused = forbidden(actor, 'group.change', own) ?? settled(state, group);
    if (refused) return refused;
    groups.push(group);
  }
  return { ok: true, groups };
}

/** The refusal of what can only be done before a group is settled. */
export function settled(state: ReviewState, { id }: Pick<Group, 'id'>): Refused | null {
  if (!standingDecision(state, id)) return null;
  return refuse(
    'already-settled',
    'This has been settled. Reopen the decision first, if it should not stand.',
  );
}

export function decideRank(
  state: ReviewState,
  { group, rank }: CommandOf<'item.rank'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'agenda.arrange');
  if (refused) return refused;
  if (!state.groups.has(group)) return noGroup();
  if ((state.items.get(group)?.rank ?? null) === rank) return happened();
  return happened({ type: 'item.ranked', group, rank });
}

/** Anybody who may vote takes an item out of a batch, and puts it back. */
export function decidePull(
  state: ReviewState,
  { group, pulled }: CommandOf<'item.pull'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'agenda.pull');
  if (refused) return refused;
  const found = state.groups.get(group);
  if (!found) return noGroup();
  if ((state.items.get(group)?.pulled !== undefined) === pulled) return happened();
  return settled(state, found) ?? happened({ type: 'item.pulled', group, pulled });
}

export function decidePark(
  state: ReviewState,
  { group, parked }: CommandOf<'item.park'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'agenda.arrange');
  if (refused) return refused;
  const found = state.groups.get(group);
  if (!found) return noGroup();
  const now = state.items.get(group)?.parked;
  if (now?.owner === parked?.owner && now?.due === parked?.due) return happened();
  return settled(state, found) ?? happened({ type: 'item.parked', group, parked });
}
