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
  fold,
  privateEntries,
  publicEntry,
  type RecordedEvent,
  type ReviewState,
  sealEvent,
  touched,
  verifyChain,
} from '@assay/shared/review';
import { type EntryChange, readReview } from '@assay/shared/ydoc';
import { CorruptRow, type LogEvent, type LoggedDocument } from '../storage/index.ts';
import { saysNothingNew } from './news.ts';
import { type Publication, Publications, type Reader } from './publications.ts';
import type { Reception } from './text-document.ts';

/** What was done by a command, for whoever sends it again. */
interface Done {
  readonly actor: PersonId;
  readonly events: readonly { id: string; seq: number; type: string }[];
}

/** Something to be logged and, once it is, published. */
export interface Entry {
  readonly events: readonly LogEvent[];
  readonly publications: readonly Publication[];
  /** The entries of the review that these events may have changed. */
  readonly touched: readonly EntryKey[];
}

/** The documents of an article's review as the log holds them, by reader; that of everybody is there. */
export type LoggedReview = ReadonlyMap<Reader, LoggedDocument>;

/**
 * The review of one article: what was decided, the chain of events, and the documents that publish it, of which this
 * is the only writer. After `record` it runs ahead of the disk, until the entry is logged.
 */
export class Ledger {
  readonly publications: Publications;
  readonly #done = new Map<string, Done>();
  #state: ReviewState = EMPTY_REVIEW;
  #end: ChainEnd = CHAIN_START;
  #people: ReadonlyMap<PersonId, Person>;

  /** Throws `CorruptRow` when the events are not the chain they were. */
  constructor(article: ArticleId, logged: LoggedReview, events: readonly LogEvent[], writer: number) {
    this.publications = new Publications(article, logged, writer);
    this.#people = readReview(this.publications.replica(null).doc).people;
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
    const before = this.#state;
    const recorded = this.#seal(happening);
    this.#state = fold(before, recorded);
    const keys = keysOf(recorded, this.#state);
    return {
      events: recorded.map(logEvent),
      publications: this.#write(before, keys, happening),
      touched: keys,
    };
  }

  /** An update that somebody sent to a document: refused, unless it only repeats what is known. */
  receive(reader: Reader, bytes: Uint8Array): Reception {
    if (saysNothingNew(this.publications.replica(reader).doc, bytes, 'exactly'))
      return { kind: 'nothing-new' };
    return {
      kind: 'denied',
      reason: 'Marks and comments are changed by commands, which the server decides.',
    };
  }

  /** Each document says what its readers may see of what was touched. */
  #write(before: ReviewState, keys: readonly EntryKey[], { actor, at }: Happening): Publication[] {
    const changes = changesOf(before, this.#state, keys);
    changes.set(null, [...(changes.get(null) ?? []), ...this.#newPerson(actor)]);
    return [...changes].flatMap(([reader, entries]) => this.publications.write(reader, entries, at) ?? []);
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
}

/** What one command makes happen, by whom. */
export interface Happening {
  readonly command: string;
  readonly actor: Person;
  readonly at: Moment;
  readonly events: readonly EventBody[];
}

function keysOf(events: readonly RecordedEvent[], state: ReviewState): EntryKey[] {
  const keys = events.flatMap((event) => touched(event, state));
  return [...new Map(keys.map((key) => [`${key.root}/${key.id}`, key])).values()];
}

/** What each reader is shown of these entries now, and no longer is. */
function changesOf(
  before: ReviewState,
  after: ReviewState,
  keys: readonly EntryKey[],
): Map<Reader, EntryChange[]> {
  const changes = new Map<Reader, EntryChange[]>();
  const add = (reader: Reader, key: EntryKey, value: object | undefined) => {
    const own = changes.get(reader);
    if (own) own.push({ ...key, value });
    else changes.set(reader, [{ ...key, value }]);
  };
  for (const key of keys) {
    add(null, key, publicEntry(after, key));
    const shown = privateEntries(after, key);
    for (const reader of privateEntries(before, key).keys())
      if (!shown.has(reader)) add(reader, key, undefined);
    for (const [reader, value] of shown) add(reader, key, value);
  }
  return changes;
}

function logEvent(event: RecordedEvent, position: number): LogEvent {
  const { seq, id, command, type, actor, at, previous, hash } = event;
  return { seq, id, command, position, type, actor, at, payload: canonicalJson(event), previous, hash };
}

function parseEvent(event: LogEvent): RecordedEvent {
  return JSON.parse(event.payload) as RecordedEvent;
}
