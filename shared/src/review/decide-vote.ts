import { canonicalJson } from '@assay/shared/model';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import { settled } from './decide-group.ts';
import type { EventBody } from './events.ts';
import { forbidden, noGroup, refuse } from './refusals.ts';
import { votersAwaited } from './running.ts';
import type { ReviewState } from './state.ts';

/** A vote can be changed and taken back until the group is settled. The last one awaited reveals them all. */
export function decideVote(
  state: ReviewState,
  { group: id, choice }: CommandOf<'vote.cast'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'vote.cast');
  if (refused) return refused;
  const group = state.groups.get(id);
  if (!group) return noGroup();
  const closed = settled(state, group);
  if (closed) return closed;
  if (choice?.kind === 'variant' && !group.marks.includes(choice.mark))
    return refuse('not-found', 'This mark is not in the group any more. Choose another one.');
  const ballot = state.ballots.get(id);
  const before = ballot?.votes.find(({ by }) => by === actor.person)?.choice ?? null;
  if (canonicalJson(before) === canonicalJson(choice)) return happened();
  const events: EventBody[] = [{ type: 'vote.cast', group: id, choice }];
  const voted = new Set([...(ballot?.voted ?? []), actor.person]);
  const all = votersAwaited(state).every((person) => voted.has(person));
  if (choice && all && !ballot?.revealed) events.push({ type: 'vote.revealed', group: id, all: true });
  return happened(...events);
}

export function decideVoteReveal(
  state: ReviewState,
  { group: id }: CommandOf<'vote.reveal'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'vote.reveal');
  if (refused) return refused;
  if (!state.groups.has(id)) return noGroup();
  const ballot = state.ballots.get(id);
  if (ballot?.revealed) return happened();
  if (!ballot || ballot.voted.length === 0) return refuse('bad-command', 'Nobody has voted on this yet.');
  return happened({ type: 'vote.revealed', group: id, all: false });
}
