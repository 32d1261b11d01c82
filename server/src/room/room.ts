import { locatePlace } from '@assay/shared/anchoring';
import {
  type ArticleId,
  type ArticleSummary,
  type CommandId,
  type FrozenMarks,
  type Guide,
  type Moment,
  newId,
  type Person,
  type PersonId,
} from '@assay/shared/model';
import { type Actor, may } from '@assay/shared/policy';
import type { Reply, RoomName } from '@assay/shared/protocol';
import {
  type Command,
  decide,
  type Located,
  type Place,
  parseCommand,
  type ReviewState,
} from '@assay/shared/review';
import { documentName } from '@assay/shared/ydoc';
import { compact } from './compaction.ts';
import { Decisions } from './decisions.ts';
import { freeze } from './frozen-marks.ts';
import { Grouper } from './grouper.ts';
import { Keeper } from './keeper.ts';
import { type Entry, Ledger } from './ledger.ts';
import { LibraryLine, latest } from './library-line.ts';
import { PlannedReveal } from './planned-reveal.ts';
import type { RoomPorts } from './ports.ts';
import { joined, type Reader, readReviewDocuments } from './publications.ts';
import { type Arrived, refound } from './reattach.ts';
import { type Author, type Reception, TextDocument } from './text-document.ts';
import { writerOf } from './writer-id.ts';

/** An article that is edited all day gets a snapshot whenever this many times the limit of updates has come. */
const COMPACT_EVERY = 4;

/** Somebody who follows a room. */
export interface RoomListener {
  /** The log holds this update of the text now; `from` is who sent it. */
  edited(update: Uint8Array, from: object): void;
  /** The log holds this update of the review now: of the part of it that `reader` alone sees, or that everybody does. */
  published(update: Uint8Array, reader: Reader): void;
  /** Who may edit the text, or see whose caret, may be others than before. */
  rightsChanged(): void;
  /** The room ended because something failed; what was not answered has to be sent again. */
  failed(error: unknown): void;
}

/**
 * One open article.
 * RM1 a listener never hears of what the log does not hold; RM2 an update or command is judged on what was there before
 * it; RM3 what is appended in one event-loop turn shares one sync (the log's part); RM4 a room that nobody is in is let
 * go (`Rooms`' part).
 */
export class Room {
  readonly article: ArticleId;
  readonly text: TextDocument;
  readonly #ledger: Ledger;
  readonly #ports: RoomPorts;
  readonly #listeners = new Set<RoomListener>();
  readonly #decisions: Decisions;
  readonly #grouper: Grouper;
  readonly #reveal: PlannedReveal;
  readonly #line: LibraryLine;
  #uncompacted = 0;
  #failure: unknown = null;
  /** Made for the first update: who only reads needs none. */
  #keeper: Keeper | null = null;

  private constructor(
    article: ArticleId,
    text: TextDocument,
    ledger: Ledger,
    changed: string,
    ports: RoomPorts,
  ) {
    this.article = article;
    this.text = text;
    this.#ledger = ledger;
    this.#ports = ports;
    this.#grouper = new Grouper(text.ytext, () => text.text.linear);
    this.#line = new LibraryLine(changed, {
      state: () => this.state,
      text: () => text.text.linear,
      delay: ports.limits.summaryDelay,
      keep: (summary) => ports.log.append({ article, summary }),
      failed: (error) => this.fail(error),
    });
    this.#reveal = new PlannedReveal(
      ports,
      () => this.state,
      () => this.freeze(),
      () => this.#decisions,
    );
    this.#decisions = new Decisions(ledger, {
      now: ports.now,
      report: ports.report,
      settled: () => this.text.settled(),
      recorded: (touched) => {
        for (const key of touched) this.#keeper?.look(this.state, key);
      },
      after: (state) => this.#grouper.after(state),
      log: (entries) => this.#log(entries),
      rightsChanged: () => this.#tell((listener) => listener.rightsChanged()),
      failed: (error) => this.fail(error),
    });
    this.#reveal.plan();
  }

  /** Null when there is no such article. Throws `CorruptRow` when its record was altered. */
  static async load(article: ArticleId, ports: RoomPorts): Promise<Room | null> {
    const { log } = ports;
    const summary = await log.summary(article);
    if (!summary) return null;
    const [text, bindings, events] = await Promise.all([
      log.read(documentName.text(article)),
      log.bindings(documentName.text(article)),
      log.events(article),
    ]);
    const review = await readReviewDocuments(log, article, events);
    const document = new TextDocument(article, text, bindings, ports);
    const ledger = new Ledger(article, review, events, writerOf(log.epoch));
    // The library may be behind the log after a crash.
    const changed = latest(summary.changed, ...[...events, ...text.updates].map(({ at }) => at));
    return new Room(article, document, ledger, changed, ports);
  }

  /** When the text or the review last changed, by the log. */
  get changed(): Moment {
    return this.#line.changed;
  }

  get state(): ReviewState {
    return this.#ledger.state;
  }

  get people(): ReadonlyMap<PersonId, Person> {
    return this.#ledger.people;
  }

  /** Everybody for whom something of the review is kept apart, and null for what everybody sees. */
  get readers(): readonly Reader[] {
    return this.#ledger.publications.readers;
  }

  /** The end of the chain of events. */
  get chain(): Ledger['end'] {
    return this.#ledger.end;
  }

  /** Does something when no command is ahead of the disk: between two batches. */
  between<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#decisions.between(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /** What failed, after which the room takes nothing. */
  get failure(): unknown {
    return this.#failure;
  }

  listen(listener: RoomListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Why this actor may not edit the text now; null when they may. */
  barred(actor: Actor): string | null {
    if (!may(actor, 'text.edit')) return `As ${actor.role} you read this text and do not edit it.`;
    return this.state.article?.locked ? 'The text is locked. Ask a moderator to unlock it.' : null;
  }

  /**
   * An update from a client. `answer`: it answers our state vector. `from` is handed on to the listeners. The review
   * is written by nobody but the server.
   */
  receive(document: RoomName, bytes: Uint8Array, answer: boolean, author: Author, from: object): Reception {
    if (document === 'review') return this.#ledger.receive(null, bytes);
    if (document === 'private') return this.#ledger.receive(author.person.id, bytes);
    this.#keeper ??= new Keeper(this.text.ytext, this.state);
    const reception = this.text.receive(bytes, answer, author, (change, at) => {
      this.#keeper?.expect(change.deletes);
      this.#line.textChanged(at);
      this.#tell((listener) => listener.edited(bytes, from));
      if (++this.#uncompacted >= COMPACT_EVERY * this.#ports.limits.tail) this.#compact();
      this.#keep(change.arrived, author.person);
    });
    if (reception.kind === 'taken') reception.done.catch((error) => this.fail(error));
    return reception;
  }

  /** Updates that bring a reader of a document up to date, once nothing is ahead of the disk. */
  answer(
    document: RoomName,
    person: PersonId,
    stateVector: Uint8Array,
    send: (updates: readonly Uint8Array[]) => void,
  ): void {
    const reader = document === 'private' ? person : null;
    if (document === 'text') send(this.text.replica.answer(stateVector));
    else this.#decisions.between(() => send(this.#ledger.publications.replica(reader).answer(stateVector)));
  }

  /**
   * Does a command once, however often it is sent, and replies when the disk has it. Everything of the text that was
   * received before is there when it is decided. Rejects when the log fails: nothing was done then.
   */
  async command(input: unknown, actor: Actor): Promise<Reply> {
    const parsed = parseCommand(input);
    if (!parsed.ok) return { command: idOf(input), ...parsed };
    const { command } = parsed;
    const person = await this.#ports.personOf(actor.person);
    const guide = await this.#guideFor(command);
    if (this.#failure) throw this.#failure;
    return this.#decisions.ask({
      id: command.id,
      person,
      decide: (state, now) =>
        decide(state, command, {
          actor,
          now,
          locate: (place) => this.#locate(place),
          guideOf: () => guide,
          freeze: () => this.freeze(),
          chain: this.chain,
        }),
    });
  }

  /** The guide that a command names, if it names one. */
  async #guideFor(command: Command): Promise<Guide | null> {
    if (command.type !== 'article.bind-guide') return null;
    return this.#ports.guideOf(command.guide.id, command.guide.version);
  }

  /** Brings the library up to date if it is behind. */
  flush(): Promise<void> {
    return this.#line.flush();
  }

  summary(): ArticleSummary {
    return this.#line.now();
  }

  /** Ends the room: everybody in it is told to come again. */
  fail(error: unknown): void {
    if (this.#failure) return;
    this.#failure = error ?? new Error('The room ended.');
    this.#tell((listener) => listener.failed(error));
    this.destroy();
  }

  destroy(): void {
    this.#failure ??= new Error('The room is closed.');
    this.#line.cancel();
    this.#keeper?.destroy();
    this.text.replica.destroy();
    this.#reveal.cancel();
    this.#ledger.publications.destroy();
  }

  async #log(entries: readonly Entry[]): Promise<void> {
    const publications = entries.flatMap((entry) => entry.publications);
    const events = entries.flatMap((entry) => entry.events);
    const summary = this.#line.reviewChanged(events.map(({ at }) => at));
    await this.#ports.log.append({ article: this.article, runs: joined(publications), events, summary });
    for (const { reader, run } of publications)
      for (const { bytes } of run.updates) {
        this.#ledger.publications.replica(reader).publish(bytes, 'this document');
        this.#tell((listener) => listener.published(bytes, reader));
      }
    this.#reveal.plan();
  }

  /** The marks as they stand in the text now. */
  freeze(): FrozenMarks {
    return freeze(this.state, this.text.ytext, this.text.text);
  }

  #locate(place: Place): Located {
    return locatePlace(this.text.ytext, () => this.text.text.sha256, place);
  }

  /** Lets marks follow an update that the log holds; whoever sent it is named for what became of them. */
  #keep(arrived: Arrived, person: Person): void {
    const keeper = this.#keeper;
    if (!keeper) return;
    // Brought up to date update by update, the keeper sees who did what.
    const { ytext } = this.text;
    const touched = keeper.takeTouched();
    const damaged = countArrived(arrived) > 1 ? keeper.damaged : [];
    if (touched.size === 0 && damaged.length === 0) return;
    const decided = this.#decisions.ask({
      id: newId<CommandId>(),
      person,
      decide: (state) => {
        const found = refound(damaged, ytext, arrived);
        const healed = found.map(({ mark, target }) => keeper.heal(mark, target));
        return { ok: true, events: [...healed, ...keeper.settle(state, touched)] };
      },
    });
    decided.catch(this.#ports.report);
  }

  /** The disk alone is read and written, so it may run beside everything else. */
  #compact(): void {
    const { log, limits, report } = this.#ports;
    this.#uncompacted = 0;
    compact(log, documentName.text(this.article), limits.tail).catch(report);
  }

  #tell(say: (listener: RoomListener) => void): void {
    for (const listener of [...this.#listeners]) say(listener);
  }
}

/** How many ids arrived: a single one is a keystroke, which brings no lost words back. */
function countArrived(arrived: Arrived): number {
  let count = 0;
  for (const { len } of arrived.values()) count += len;
  return count;
}

/** The id by which a client waits for the answer, as far as there is one. */
function idOf(input: unknown): CommandId {
  const id = typeof input === 'object' && input !== null ? Reflect.get(input, 'id') : undefined;
  return (typeof id === 'string' ? id.slice(0, 64) : '') as CommandId;
}
