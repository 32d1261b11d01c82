import { type CommandId, type FrozenMarks, isSealed, newId } from '@assay/shared/model';
import type { Decided, ReviewState } from '@assay/shared/review';
import { Deadline } from './deadline.ts';
import type { Decisions } from './decisions.ts';
import type { RoomPorts } from './ports.ts';

/** Reveals blind marks at their deadline, where that was planned; in a room that was not open then, once it is. */
export class PlannedReveal {
  readonly #state: () => ReviewState;
  readonly #reveal: () => Promise<unknown>;
  readonly #deadline: Deadline;

  constructor(
    ports: Pick<RoomPorts, 'now' | 'personOf' | 'report'>,
    state: () => ReviewState,
    freeze: () => FrozenMarks,
    decisions: () => Decisions,
  ) {
    this.#state = state;
    this.#reveal = async () => {
      const person = await ports.personOf(state().article!.creator);
      const decide = (now: ReviewState): Decided =>
        isSealed(now.workflow)
          ? { ok: true, events: [{ type: 'review.revealed', reason: 'deadline', frozen: freeze() }] }
          : { ok: true, events: [] };
      return decisions().ask({ id: newId<CommandId>(), person, decide });
    };
    this.#deadline = new Deadline(ports.now, () => void this.#reveal().catch(ports.report));
  }

  /** The plan may have changed. */
  plan(): void {
    const { workflow } = this.#state();
    this.#deadline.set(isSealed(workflow) && workflow.revealAt.deadline ? workflow.deadline : null);
  }

  cancel(): void {
    this.#deadline.cancel();
  }
}
