import {
  type Annotation,
  type Decision,
  type Group,
  type SettledSpan,
  type ThreadId,
  threadOf,
  type Vote,
  votedFor,
} from '@assay/shared/model';
import type { Command } from './commands.ts';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import type { EventBody } from './events.ts';
import { readAttributes, strangeLabel } from './read-attributes.ts';
import { forbidden, noGroup, type Refused, refuse } from './refusals.ts';
import { lastDecision, runningSession, standingDecision } from './running.ts';
import type { ReviewState } from './state.ts';

type Asked = Extract<Command, { type: 'decision.make' }>['decision'];

/** Settles groups. Of two who decide at once the second is told who was first. Nobody's mark is changed by it. */
export function decideDecision(
  state: ReviewState,
  { decision: asked }: CommandOf<'decision.make'>,
  context: DecideContext,
): Decided {
  const refused = forbidden(context.actor, 'decision.make');
  if (refused) return refused;
  const known = state.decisions.get(asked.id);
  if (known)
    return refuse(
      'already-exists',
      'A decision with this id is already there. Give the new one an id of its own.',
    );
  const found = openGroups(state, asked.groups);
  if (!found.ok) return found;
  const fault = shapeFault(asked, found.groups);
  if (fault) return refuse('bad-command', fault);
  const spans = spansOf(state, asked, found.groups, context);
  if (!spans.ok) return spans;
  return happened(...eventsOf(state, asked, found.groups, spans.spans, context));
}

/** Those that were pulled out, or settled meanwhile, are left as they are. */
export function decideBatch(
  state: ReviewState,
  { items }: CommandOf<'decision.make-batch'>,
  context: DecideContext,
): Decided {
  const refused = forbidden(context.actor, 'decision.make');
  if (refused) return refused;
  const events: EventBody[] = [];
  const taken = new Set<string>();
  for (const { decision: id, group, accepted } of items) {
    const found = openGroups(state, [group]);
    if (!found.ok || state.items.get(group)?.pulled || state.decisions.has(id)) continue;
    if (taken.has(group) || taken.has(id)) continue;
    taken.add(group).add(id);
    const asked: Asked = { id, groups: [group], outcome: 'accepted', accepted, spans: [] };
    const spans = spansOf(state, asked, found.groups, context);
    if (!spans.ok) return spans;
    events.push(...eventsOf(state, asked, found.groups, spans.spans, context, true));
  }
  return happened(...events);
}

/** Makes room for another decision; discussions that this one ended are open again. */
export function decideDecisionReopen(
  state: ReviewState,
  { decision: id, reason }: CommandOf<'decision.reopen'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'decision.reopen');
  if (refused) return refused;
  const decision = state.decisions.get(id);
  if (!decision) return refuse('not-found', 'There is no such decision. Reload the page to see what is.');
  if (decision.reopened) return happened();
  const threads = [...state.threads.values()].filter(
    ({ status, settled }) => status === 'resolved' && settled?.decision === id,
  );
  return happened(
    { type: 'decision.reopened', decision: id, ...(reason && { reason }) },
    ...threads.map((thread): EventBody => ({ type: 'thread.reopened', thread: thread.id })),
  );
}

type Found = { readonly ok: true; readonly groups: readonly Group[] } | Refused;

function openGroups(state: ReviewState, ids: Asked['groups']): Found {
  const groups: Group[] = [];
  for (const id of new Set(ids)) {
    const group = state.groups.get(id);
    if (!group) return noGroup();
    if (standingDecision(state, id))
      return refuse(
        'already-settled',
        'Somebody has just settled this. Look at that decision, and reopen it if it should not stand.',
      );
    groups.push(group);
  }
  return { ok: true, groups };
}

/** What of a decision does not go together, and what would; null when all is well. */
function shapeFault({ outcome, spans, accepted }: Asked, groups: readonly Group[]): string | null {
  if (outcome !== 'merged' && groups.length > 1)
    return 'Only a merger is about several groups. Settle them one by one.';
  switch (outcome) {
    case 'accepted':
      return accepted && groups[0]!.marks.includes(accepted)
        ? null
        : 'Say which of the group’s marks is right.';
    case 'adjusted':
      return spans.length === 1 ? null : 'Say the one span as it should be.';
    case 'relabelled':
      if (spans.length !== 1) return 'Say the one span with its new label.';
      return spans[0]!.label === groups[0]!.label ? 'The label is the same. Adjust the words instead.' : null;
    case 'merged':
      if (groups.length < 2) return 'A merger is about two groups or more.';
      return spans.length === 1 ? null : 'Say the one span that the groups become.';
    case 'split':
      return spans.length > 1 ? null : 'Say the spans that the group becomes: two or more.';
    case 'rejected':
    case 'contested':
      return spans.length === 0 ? null : 'Nothing is marked in the end by this. Leave the spans out.';
  }
}

type Spans = { readonly ok: true; readonly spans: readonly SettledSpan[] } | Refused;

function spansOf(state: ReviewState, asked: Asked, groups: readonly Group[], context: DecideContext): Spans {
  if (asked.outcome === 'accepted') {
    const mark = state.annotations.get(asked.accepted!);
    if (!mark || !groups[0]!.marks.includes(mark.id))
      return refuse('not-found', 'This mark is not in the group any more. Choose another one.');
    return { ok: true, spans: [asSpan(mark)] };
  }
  const spans: SettledSpan[] = [];
  for (const { label, ranges, text, attributes } of asked.spans) {
    const strange = groups.some((group) => group.label === label) ? null : strangeLabel(state, label);
    if (strange) return strange;
    const located = context.locate({ ranges, text });
    if (!located.ok) return located;
    const read = readAttributes(state, label, attributes, {}, context);
    if (!read.ok) return read;
    spans.push({ label, target: located.target, attributes: read.attributes });
  }
  return { ok: true, spans };
}

function asSpan({ label, target, attributes }: Annotation): SettledSpan {
  return { label, target, attributes };
}

/** Votes that were still secret are seen from now on; the discussions of the groups are over. */
function eventsOf(
  state: ReviewState,
  asked: Asked,
  groups: readonly Group[],
  spans: readonly SettledSpan[],
  { actor, now }: DecideContext,
  batch = false,
): readonly EventBody[] {
  const ballots = groups.flatMap(({ id }) => state.ballots.get(id) ?? []);
  const votes = ballots.flatMap((ballot) => ballot.votes);
  const session = runningSession(state);
  const replaces = groups
    .map(({ id }) => lastDecision(state.decisions, id)?.id)
    .find((id) => id !== undefined);
  const { accepted, rationale, clause } = asked;
  const decision: Decision = {
    id: asked.id,
    groups: groups.map(({ id }) => id),
    outcome: asked.outcome,
    spans,
    marks: groups.flatMap(({ marks }) => marks),
    votes,
    ...against(votes, asked),
    creator: actor.person,
    created: now,
    ...(accepted && asked.outcome === 'accepted' && { accepted }),
    ...(rationale && { rationale }),
    ...(clause && { clause }),
    ...(session && { session: session.id }),
    ...(batch && { batch: true as const }),
    ...(replaces && { replaces }),
  };
  const secret = ballots.filter(({ revealed }) => !revealed);
  return [
    ...secret.map(({ id }): EventBody => ({ type: 'vote.revealed', group: id, all: false })),
    { type: 'decision.made', decision },
    ...openThreads(state, decision).map(
      (thread): EventBody => ({ type: 'thread.resolved', thread, decision: decision.id }),
    ),
  ];
}

function against(
  votes: readonly Vote[],
  { outcome, accepted }: Asked,
): Pick<Decision, 'dissent' | 'againstMajority'> {
  const dissent = votes.filter(({ choice }) => votedFor(choice, outcome, accepted) === false);
  const consent = votes.filter(({ choice }) => votedFor(choice, outcome, accepted) === true);
  return { dissent: dissent.map(({ by }) => by), againstMajority: dissent.length > consent.length };
}

function openThreads({ threads }: ReviewState, { groups, marks }: Decision): ThreadId[] {
  const ids = [...groups.map((id) => id as string as ThreadId), ...marks.map(threadOf)];
  return ids.filter((id) => threads.get(id)?.status === 'open');
}
