import {
  type Annotation,
  type Ballot,
  type Comment,
  isSealed,
  type PersonId,
  type Thread,
  type ThreadId,
} from '@assay/shared/model';
import type { ReviewEvent } from './events.ts';
import { type EntryKey, entry } from './projection.ts';
import type { ReviewState } from './state.ts';

/*
 * Who sees what. Before the reveal of a blind article marks, discussions and comments are their makers' alone; before
 * the votes on a group are revealed each is its voter's alone. Everything that leaves the server goes through here.
 */

/** What of an entry everybody is shown; undefined for nothing. */
export function publicEntry(state: ReviewState, key: EntryKey): object | undefined {
  const value = entry(state, key);
  if (!value || ownerOf(state, key) !== null) return undefined;
  return key.root === 'ballots' ? withoutVotes(value as Ballot) : value;
}

/** What of an entry single people are shown beside that, each of them alone. */
export function privateEntries(state: ReviewState, key: EntryKey): ReadonlyMap<PersonId, object> {
  const value = entry(state, key);
  if (!value) return new Map();
  const owner = ownerOf(state, key);
  if (owner !== null) return new Map([[owner, value]]);
  if (key.root !== 'ballots') return new Map();
  const ballot = value as Ballot;
  return ballot.revealed
    ? new Map()
    : new Map(ballot.votes.map((vote) => [vote.by, onlyBy(ballot, vote.by)]));
}

/** The state as it is shown to a person: the same value when there is nothing that they must not see. */
export function seenBy(state: ReviewState, person: PersonId): ReviewState {
  const ballots = seenBallots(state.ballots, person);
  return withoutSealed(ballots === state.ballots ? state : { ...state, ballots }, person);
}

/** The state without the marks and notes that a person must not see. What they ask for is decided on it. */
export function withoutSealed(state: ReviewState, person: PersonId): ReviewState {
  if (!isSealed(state.workflow)) return state;
  const threads = kept(state.threads, ({ creator }) => creator === person);
  return {
    ...state,
    annotations: kept(state.annotations, ({ creator }) => creator === person),
    threads,
    comments: kept(state.comments, ({ thread }) => threads.has(thread)),
  };
}

/** The published review with what only its reader is shown. */
export function withPrivate(published: ReviewState, own: ReviewState): ReviewState {
  const ballots = withOwnVotes(published.ballots, own.ballots);
  // After the reveal the review document has everything; what a reader still has of before is old.
  if (!isSealed(published.workflow))
    return ballots === published.ballots ? published : { ...published, ballots };
  const { annotations, threads, comments } = own;
  return { ...published, ballots, annotations, threads, comments };
}

/** Whether a person may be told of an event, in the state as it is now. */
export function maySee(state: ReviewState, event: ReviewEvent, person: PersonId): boolean {
  if (event.type === 'vote.cast')
    return event.actor === person || state.ballots.get(event.group)?.revealed !== null;
  if (!isSealed(state.workflow)) return true;
  const owner = ownerOfEvent(state, event);
  return owner === null || owner === person;
}

/** Whose mark, discussion or comment an event is about, whoever acts; null for what is about none. */
function ownerOfEvent({ annotations, threads, comments }: ReviewState, event: ReviewEvent): PersonId | null {
  const ofThread = (id: ThreadId | undefined) => (id && threads.get(id)?.creator) ?? event.actor;
  switch (event.type) {
    case 'annotation.created':
      return event.annotation.creator;
    case 'annotation.relabelled':
    case 'annotation.attributes-changed':
    case 'annotation.extent-changed':
    case 'annotation.anchored':
    case 'annotation.reattached':
    case 'annotation.orphaned':
    case 'annotation.withdrawn':
    case 'annotation.restored':
      return annotations.get(event.annotation)?.creator ?? event.actor;
    case 'comment.added':
      return ofThread(event.comment.thread);
    case 'comment.edited':
    case 'comment.reacted':
    case 'comment.deleted':
      return ofThread(comments.get(event.comment)?.thread);
    case 'thread.resolved':
    case 'thread.reopened':
    case 'thread.anchored':
    case 'thread.reattached':
    case 'thread.orphaned':
      return ofThread(event.thread);
    default:
      return null;
  }
}

/** The one person who sees an entry; null when everybody does. */
function ownerOf(state: ReviewState, { root, id }: EntryKey): PersonId | null {
  if (!isSealed(state.workflow)) return null;
  switch (root) {
    case 'annotations':
    case 'threads':
      return (entry(state, { root, id }) as Annotation | Thread).creator;
    case 'comments': {
      const { thread, creator } = entry(state, { root, id }) as Comment;
      return state.threads.get(thread)?.creator ?? creator;
    }
    default:
      return null;
  }
}

function withoutVotes(ballot: Ballot): Ballot {
  return ballot.revealed ? ballot : { ...ballot, votes: [] };
}

function onlyBy(ballot: Ballot, person: PersonId): Ballot {
  return { ...ballot, votes: ballot.votes.filter(({ by }) => by === person) };
}

function seenBallots(ballots: ReviewState['ballots'], person: PersonId): ReviewState['ballots'] {
  const hides = (ballot: Ballot) => !ballot.revealed && ballot.votes.some(({ by }) => by !== person);
  if (![...ballots.values()].some(hides)) return ballots;
  return new Map([...ballots].map(([id, ballot]) => [id, hides(ballot) ? onlyBy(ballot, person) : ballot]));
}

function withOwnVotes(ballots: ReviewState['ballots'], own: ReviewState['ballots']): ReviewState['ballots'] {
  const shown = [...own].filter(([id]) => ballots.get(id)?.revealed === null);
  if (shown.length === 0) return ballots;
  const merged = new Map(ballots);
  for (const [id, { votes }] of shown) {
    const ballot = ballots.get(id)!;
    // A vote that was taken back is not counted any more, though the private document may tell of it later.
    merged.set(id, { ...ballot, votes: votes.filter(({ by }) => ballot.voted.includes(by)) });
  }
  return merged;
}

function kept<Id, Entry>(
  map: ReadonlyMap<Id, Entry>,
  keep: (entry: Entry) => boolean,
): ReadonlyMap<Id, Entry> {
  return new Map([...map].filter(([, entry]) => keep(entry)));
}
