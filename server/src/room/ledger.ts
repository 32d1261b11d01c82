import {
  type ArticleId,
  type CommandId,
  canonicalJson,
  type EventId,
  type Moment,
  newId,
  type Person,
  type PersonId,
} from '@assay/shared/model';
import type { Reply } from '@assay/shared/protocol';
import {
  CHAIN_START,
  type ChainEnd,
  EMPTY_REVIEW,
  type EntryKey,
  type EventBody,
  entry,
  fold,
  type RecordedEvent,
  type ReviewState,
  sealEvent,
  touched,
  verifyChain,
} from '@assay/shared/review';
import { documentName, type EntryChange, readReview, writeReview } from '@assay/shared/ydoc';
import { CorruptRow, type LogEvent, type LoggedDocument, type UpdateRun } from '../storage/index.ts';
import { saysNothingNew } from './news.ts';
import { Replica } from './replica.ts';
import type { Reception } from './text-document.ts';

/** What was done by a command, for whoever sends it again. */
interface Done {
  readonly actor: PersonId;
  readonly events: readonly { id: string; seq: number; type: string }[];
}

/** Something to be logged and, once it is, published. */
export interface Entry {
  readonly events: readonly LogEvent[];
  readonly run: UpdateRun;
  /** The entries of the review document that these events may have changed. */
  readonly touched: readonly EntryKey[];
}

/**
 * The review of one article: what was decided, the chain of events, and the document that publishes it, of which this
 * is the only writer. After `record` it runs ahead of the disk, until the entry is logged.
 */
export class Ledger {
  readonly replica: Replica;
  readonly #name: string;
  readonly #done = new Map<string, Done>();
  #state: ReviewState = EMPTY_REVIEW;
  #end: ChainEnd = CHAIN_START;
  #people: ReadonlyMap<PersonId, Person>;
  #head: number;

  /** Throws `CorruptRow` when the events are not the chain they were. */
  constructor(article: ArticleId, logged: LoggedDocument, events: readonly LogEvent[], writer: number) {
    this.#name = documentName.review(article);
    this.replica = new Replica(logged);
    this.replica.doc.clientID = writer;
    this.#head = logged.head;
    this.#people = readReview(this.replica.doc).people;
    this.#replay(article, events.map(parseEvent));
  }

  get state(): ReviewState {
    return this.#state;
  }

  get people(): ReadonlyMap<PersonId, Person> {
    return this.#people;
  }

  /** The end of the chain: how many events there are, and the hash that stands for them all. */
  get end(): ChainEnd {
    return this.#end;
  }

  /** The reply that a command had, or null when it has made nothing happen yet. */
  replyTo(command: CommandId, actor: PersonId): Reply | null {
    const done = this.#done.get(command);
    if (!done) return null;
    if (done.actor === actor) return { command, ok: true, events: done.events };
    const message = 'This command id was used by somebody else. Send the command with a new one.';
    return { command, ok: false, refusal: { code: 'already-exists', message } };
  }

  /** Makes events happen. The caller logs the entry before it publishes anything of it. */
  record(happening: Happening): Entry {
    const recorded = this.#seal(happening);
    this.#state = fold(this.#state, recorded);
    const people = this.#newPerson(happening.actor);
    const bytes = this.#write([...entriesOf(this.#state, recorded), ...people]);
    const expectedHead = this.#head++;
    const at = recorded[0]!.at;
    return {
      events: recorded.map(logEvent),
      run: { doc: this.#name, expectedHead, updates: [{ bytes, person: null, at }] },
      touched: recorded.flatMap(touched),
    };
  }

  /** An update that somebody sent: refused, unless it only repeats what is known. */
  receive(bytes: Uint8Array): Reception {
    if (saysNothingNew(this.replica.doc, bytes, 'exactly')) return { kind: 'nothing-new' };
    return {
      kind: 'denied',
      reason: 'Marks and comments are changed by commands, which the server decides.',
    };
  }

  #replay(article: ArticleId, events: readonly RecordedEvent[]): void {
    const check = verifyChain(events);
    if (!check.ok) throw new CorruptRow(`Event ${check.seq} of ${article}: ${check.problem}.`);
    this.#state = fold(EMPTY_REVIEW, events);
    this.#end = check.end;
    for (const event of events) this.#remember(event);
  }

  #seal({ command, actor, at, events }: Happening): RecordedEvent[] {
    return events.map((body) => {
      const event = { ...body, id: newId<EventId>(), command, actor: actor.id, at };
      const recorded = sealEvent(this.#end, event);
      this.#end = { seq: recorded.seq, hash: recorded.hash };
      this.#remember(recorded);
      return recorded;
    });
  }

  #remember({ id, seq, type, command, actor }: RecordedEvent): void {
    const before = this.#done.get(command)?.events ?? [];
    this.#done.set(command, { actor, events: [...before, { id, seq, type }] });
  }

  #newPerson(person: Person): EntryChange[] {
    if (canonicalJson(this.#people.get(person.id) ?? null) === canonicalJson(person)) return [];
    this.#people = new Map(this.#people).set(person.id, person);
    return [{ root: 'people', id: person.id, value: person }];
  }

  #write(changes: readonly EntryChange[]): Uint8Array {
    const { doc } = this.replica;
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array) => updates.push(update);
    doc.on('update', collect);
    writeReview(doc, changes);
    doc.off('update', collect);
    return updates[0]!;
  }
}

/** What one command makes happen, by whom. */
export interface Happening {
  readonly command: string;
  readonly actor: Person;
  readonly at: Moment;
  readonly events: readonly EventBody[];
}

function entriesOf(state: ReviewState, events: readonly RecordedEvent[]): EntryChange[] {
  const keys = new Map(events.flatMap(touched).map((key) => [`${key.root}/${key.id}`, key]));
  return [...keys.values()].map(({ root, id }) => ({ root, id, value: entry(state, root, id) }));
}

function logEvent(event: RecordedEvent, position: number): LogEvent {
  const { seq, id, command, type, actor, at, previous, hash } = event;
  return { seq, id, command, position, type, actor, at, payload: canonicalJson(event), previous, hash };
}

function parseEvent(event: LogEvent): RecordedEvent {
  return JSON.parse(event.payload) as RecordedEvent;
}
