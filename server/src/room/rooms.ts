import { type Resolution, resolveAll } from '@assay/shared/anchoring';
import { linearText, seed } from '@assay/shared/article';
import {
  type ArticleId,
  type ArticleRecord,
  type ArticleSummary,
  newId,
  type Person,
  type PersonId,
  sha256Hex,
} from '@assay/shared/model';
import type { Actor } from '@assay/shared/policy';
import {
  type ChainEnd,
  decideCreate,
  EMPTY_REVIEW,
  type NewArticle,
  type Refused,
  type ReviewState,
  refuse,
} from '@assay/shared/review';
import { articleText, documentName } from '@assay/shared/ydoc';
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';
import type { UpdateLog } from '../storage/index.ts';
import { compact } from './compaction.ts';
import { Ledger } from './ledger.ts';
import { ROOM_LIMITS, type RoomLimits, type RoomPorts } from './ports.ts';
import { joined, nameOf } from './publications.ts';
import { Room } from './room.ts';
import { countText, summarise } from './summary.ts';
import type { ArticleText } from './text-document.ts';
import { writerOf } from './writer-id.ts';

export interface RoomsOptions {
  readonly log: UpdateLog;
  /** What the server knows of somebody who acts. */
  readonly personOf: (id: PersonId) => Promise<Person>;
  /** A version of a guide of the team's; none are known when this is left out. */
  readonly guideOf?: RoomPorts['guideOf'];
  readonly limits?: Partial<RoomLimits>;
  /** Told of what went wrong in the background and harmed nobody yet, such as a snapshot that could not be made. */
  readonly report?: (error: unknown) => void;
  /** The clock, in milliseconds. */
  readonly clock?: () => number;
}

/** An article to be made: what it is, its text, and the bytes that it was imported from. */
export interface ArticleSeed {
  readonly article: NewArticle;
  readonly content: Node;
  readonly original: Uint8Array;
}

export type Created =
  | { readonly ok: true; readonly record: ArticleRecord; readonly summary: ArticleSummary }
  | Refused;

/** An article as it is on the disk at one moment. */
export interface ArticleReading {
  readonly record: ArticleRecord;
  readonly summary: ArticleSummary;
  readonly text: ArticleText;
  readonly state: ReviewState;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Where each annotation, and each thread on a passage, stands in `text.linear`, by id. */
  readonly places: ReadonlyMap<string, Resolution>;
  /** The end of the chain of events: a name for this state of the review. */
  readonly chain: ChainEnd;
}

interface Opened {
  readonly loading: Promise<Room | null>;
  users: number;
  idle: NodeJS.Timeout | null;
}

/** The articles that are open. Each is loaded once, however many ask, and let go when nobody is in it. */
export class Rooms {
  readonly #ports: RoomPorts;
  readonly #open = new Map<ArticleId, Opened>();
  readonly #leaving = new Map<ArticleId, Promise<void>>();
  #closed = false;

  constructor({
    log,
    personOf,
    guideOf = async () => null,
    limits,
    report = () => {},
    clock = Date.now,
  }: RoomsOptions) {
    const now = () => new Date(clock()).toISOString();
    this.#ports = { log, personOf, guideOf, now, report, limits: { ...ROOM_LIMITS, ...limits } };
  }

  get epoch(): string {
    return this.#ports.log.epoch;
  }

  /** How many articles are open. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Makes an article with its text and the first event of its ledger, all of it or nothing. Throws a RangeError when
   * the original's hash is not that of its bytes.
   */
  async create({ article, content, original }: ArticleSeed, actor: Actor): Promise<Created> {
    if (sha256Hex(original) !== article.original.sha256)
      throw new RangeError('These are not the original’s bytes.');
    const now = this.#ports.now();
    if (await this.#ports.log.summary(article.id))
      return refuse('already-exists', 'There is already an article with this id.');
    const decision = decideCreate(EMPTY_REVIEW, article, { actor, now });
    if (!decision.ok) return decision;
    const ledger = new Ledger(article.id, new Map(), [], writerOf(this.epoch));
    const person = await this.#ports.personOf(actor.person);
    const entry = ledger.record({ command: newId(), actor: person, at: now, events: decision.events });
    const text = seededText(content);
    const summary = summarise(ledger.state, countText(text.linear), now);
    const doc = documentName.text(article.id);
    await this.#ports.log.append({
      article: article.id,
      summary,
      original: { sha256: article.original.sha256, bytes: original },
      runs: [
        { doc, expectedHead: 0, updates: [{ bytes: text.update, person: actor.person, at: now }] },
        ...joined(entry.publications),
      ],
      events: entry.events,
      bindings: [{ doc, client: text.client, person: actor.person }],
    });
    return { ok: true, record: ledger.state.article!, summary };
  }

  /** Does something with an open article, which stays open meanwhile. Null when there is no such article. */
  async use<Result>(
    article: ArticleId,
    work: (room: Room) => Result | Promise<Result>,
  ): Promise<Result | null> {
    const entered = await this.enter(article);
    if (!entered) return null;
    try {
      return await work(entered.room);
    } finally {
      entered.leave();
    }
  }

  /** Opens an article until `leave` is called. Null when there is no such article. */
  async enter(article: ArticleId): Promise<{ readonly room: Room; leave(): void } | null> {
    await this.#leaving.get(article);
    if (this.#closed) throw new RangeError('The server is closing.');
    const opened = this.#open.get(article) ?? this.#load(article);
    opened.users++;
    if (opened.idle) clearTimeout(opened.idle);
    opened.idle = null;
    const leave = once(() => this.#leave(article, opened));
    try {
      const room = await opened.loading;
      if (room && !room.failure) return { room, leave };
      this.#forget(article, opened);
      return room ? this.enter(article) : null;
    } catch (error) {
      this.#forget(article, opened);
      throw error;
    }
  }

  /** The article as it is on the disk. Null when there is no such article. */
  read(article: ArticleId): Promise<ArticleReading | null> {
    return this.use(article, async (room) => {
      await room.text.settled();
      return room.between(() => readingOf(room));
    });
  }

  summaries(): Promise<readonly ArticleSummary[]> {
    return this.#ports.log.summaries();
  }

  original(sha256: string): Promise<Uint8Array | null> {
    return this.#ports.log.original(sha256);
  }

  /** Lets everything go, with the library up to date. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled([...this.#open].map(([article, opened]) => this.#unload(article, opened)));
    await Promise.allSettled(this.#leaving.values());
  }

  #load(article: ArticleId): Opened {
    const opened: Opened = { loading: Room.load(article, this.#ports), users: 0, idle: null };
    this.#open.set(article, opened);
    return opened;
  }

  #leave(article: ArticleId, opened: Opened): void {
    opened.users--;
    if (opened.users > 0 || this.#open.get(article) !== opened) return;
    opened.idle = setTimeout(() => {
      // What could not be tidied is tidied after the next load; the log has everything.
      const left = this.#unload(article, opened).catch(this.#ports.report);
      this.#leaving.set(article, left);
      void left.then(() => this.#leaving.delete(article));
    }, this.#ports.limits.idle);
    opened.idle.unref();
  }

  #forget(article: ArticleId, opened: Opened): void {
    if (opened.idle) clearTimeout(opened.idle);
    if (this.#open.get(article) === opened) this.#open.delete(article);
  }

  async #unload(article: ArticleId, opened: Opened): Promise<void> {
    this.#forget(article, opened);
    const room = await opened.loading;
    if (!room || room.failure) return;
    await room.text.settled();
    await room.between(() => {});
    await room.flush();
    room.destroy();
    const { log, limits } = this.#ports;
    await compact(log, documentName.text(article), limits.tail);
    for (const reader of room.readers) await compact(log, nameOf(article, reader), limits.tail);
  }
}

function seededText(content: Node): { update: Uint8Array; client: number; linear: string } {
  const doc = new Y.Doc();
  seed(articleText(doc), content);
  const update = Y.encodeStateAsUpdate(doc);
  return { update, client: doc.clientID, linear: linearText(content) };
}

function readingOf(room: Room): ArticleReading {
  const { state, people, chain } = room;
  const placed = [
    ...[...state.annotations.values()].map(({ id, target }) => ({ id: id as string, target })),
    ...[...state.threads.values()].flatMap(({ id, subject }) =>
      subject.on === 'passage' ? [{ id: id as string, target: subject.target }] : [],
    ),
  ];
  const resolved = resolveAll(
    room.text.ytext,
    placed.map(({ target }) => target),
  );
  return {
    record: state.article!,
    summary: room.summary(),
    text: room.text.text,
    state,
    people,
    places: new Map(placed.map(({ id }, i) => [id, resolved[i]!])),
    chain,
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
