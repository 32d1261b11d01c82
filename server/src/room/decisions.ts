import { type CommandId, isSealed, type Moment, type Person } from '@assay/shared/model';
import type { Reply } from '@assay/shared/protocol';
import {
  type Decided,
  type EntryKey,
  type EventBody,
  fold,
  type ReviewState,
  refuse,
} from '@assay/shared/review';
import type { Entry, Ledger } from './ledger.ts';
import { Turns } from './turns.ts';

/** Something to be decided on the review as it is when its turn comes. */
export interface Question {
  readonly id: CommandId;
  readonly person: Person;
  readonly decide: (state: ReviewState, now: Moment) => Decided;
}

/** What decisions stand on: the rest of the room. */
export interface DecisionPorts {
  readonly now: () => Moment;
  /** Settles when everything that questions may look at is on the disk. */
  readonly settled: () => Promise<void>;
  /** Something was decided; the log does not hold it yet. */
  readonly recorded: (touched: readonly EntryKey[]) => void;
  /** What else has to be recorded, after what was decided, for the review to be in order. */
  readonly after: (state: ReviewState) => readonly EventBody[];
  /** Logs and publishes. */
  readonly log: (entries: readonly Entry[]) => Promise<void>;
  /** What people may do here, or see of each other, may have changed. */
  readonly rightsChanged: () => void;
  /** The ledger may be ahead of the disk, so it must not be used any more. */
  readonly failed: (error: unknown) => void;
  readonly report: (error: unknown) => void;
}

interface Asked extends Question {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

/** Decides question by question, and logs and answers what gathered in one go: one sync for all of it. */
export class Decisions {
  readonly #ledger: Ledger;
  readonly #ports: DecisionPorts;
  readonly #turns = new Turns<Asked>((batch) => this.#take(batch));
  #failure: unknown = null;

  constructor(ledger: Ledger, ports: DecisionPorts) {
    this.#ledger = ledger;
    this.#ports = ports;
  }

  /** The answer, once what it made happen is on the disk. The same id is answered the same and done once. */
  ask(question: Question): Promise<Reply> {
    return new Promise((resolve, reject) => this.#turns.push({ ...question, resolve, reject }));
  }

  /** Calls back when the ledger is not ahead of the disk: at once, or between two batches. */
  between(callback: () => void): void {
    this.#turns.between(callback);
  }

  async #take(batch: readonly Asked[]): Promise<void> {
    const rights = rightsOf(this.#ledger.state);
    try {
      await this.#ports.settled();
      if (this.#failure) throw this.#failure;
      const answers = await this.#decide(batch);
      for (const asked of batch) asked.resolve(answers.get(asked) ?? this.#done(asked));
    } catch (error) {
      this.#failure ??= error;
      this.#ports.failed(error);
      for (const asked of batch) asked.reject(error);
      return;
    }
    if (rightsOf(this.#ledger.state) !== rights) this.#ports.rightsChanged();
  }

  /** Each is decided on what those before it made happen. The answers are those of questions that changed nothing. */
  async #decide(batch: readonly Asked[]): Promise<ReadonlyMap<Asked, Reply>> {
    const answers = new Map<Asked, Reply>();
    const entries: Entry[] = [];
    for (const asked of batch) {
      const { id, person } = asked;
      if (this.#ledger.replyTo(id, person.id)) continue;
      const at = this.#ports.now();
      const decision = this.#decideOne(asked, at);
      if (!decision.ok) answers.set(asked, { command: id, ...decision });
      else if (decision.events.length === 0) answers.set(asked, { command: id, ok: true, events: [] });
      else {
        const events = this.#complete(decision.events, person, at);
        const entry = this.#ledger.record({ command: id, actor: person, at, events });
        this.#ports.recorded(entry.touched);
        entries.push(entry);
      }
    }
    if (entries.length > 0) await this.#ports.log(entries);
    return answers;
  }

  #complete(events: readonly EventBody[], person: Person, at: Moment): readonly EventBody[] {
    try {
      const happened = events.map((event) => ({ ...event, actor: person.id, at }));
      return [...events, ...this.#ports.after(fold(this.#ledger.state, happened))];
    } catch (error) {
      // What was decided stands without it; the next decision tries again.
      this.#ports.report(error);
      return events;
    }
  }

  #decideOne({ decide }: Asked, now: Moment): Decided {
    try {
      return decide(this.#ledger.state, now);
    } catch (error) {
      // Nothing has happened yet. One question without an answer must not close the article for everybody.
      this.#ports.report(error);
      return refuse('bad-command', 'This cannot be done. The server’s log says why.');
    }
  }

  #done({ id, person }: Asked): Reply {
    const reply = this.#ledger.replyTo(id, person.id);
    if (!reply) throw new RangeError(`The command ${id} was neither done nor refused.`);
    return reply;
  }
}

/** What decides on who may edit the text, and who sees whose caret. */
function rightsOf({ article, workflow }: ReviewState): string {
  return `${article?.locked} ${isSealed(workflow)}`;
}
