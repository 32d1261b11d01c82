import type { Reply } from '@assay/shared/protocol';
import {
  type Ground,
  isMarking,
  type MarkingDeed,
  type MarkingHistory,
  type MarkingStep,
  NO_MARKING_HISTORY,
  redoStep,
  stepOf,
  undoStep,
  withoutStep,
  withStep,
} from '../review/index.ts';
import { createStore, type Readable } from '../store/index.ts';
import type { Turned, Wish } from './article-session.ts';

export interface MarkingsOptions {
  /** The review as it is shown now. */
  ground(): Ground;
  /** Does a deed without noting it. */
  send(deed: MarkingDeed): Promise<Reply>;
}

/** Notes what this person marks, so that it can be taken back and done again. Lives as long as the page. */
export class Markings {
  readonly #history = createStore<MarkingHistory>(NO_MARKING_HISTORY);
  readonly history: Readable<MarkingHistory> = this.#history;

  constructor(private readonly options: MarkingsOptions) {}

  /** Sends a wish and, when it marks something, notes it; a step that the server refuses is forgotten again. */
  following(wish: Wish, send: () => Promise<Reply>): Promise<Reply> {
    const step = isMarking(wish) ? stepOf(wish, this.options.ground()) : null;
    if (step) this.#history.update((history) => withStep(history, step));
    return this.#settling(step, send());
  }

  undo(): Turned {
    return this.#turn(undoStep);
  }

  redo(): Turned {
    return this.#turn(redoStep);
  }

  #turn(turned: typeof undoStep): Turned {
    const turn = turned(this.#history.get(), this.options.ground());
    if (turn.kind === 'nothing') return turn;
    this.#history.set(turn.history);
    if (turn.kind === 'refused') return { kind: 'refused', step: turn.step, why: turn.why };
    void this.#settling(turn.step, this.options.send(turn.deed));
    return { kind: 'done', step: turn.step };
  }

  async #settling(step: MarkingStep | null, sent: Promise<Reply>): Promise<Reply> {
    const reply = await sent;
    if (step && !reply.ok) this.#history.update((history) => withoutStep(history, step));
    return reply;
  }
}
