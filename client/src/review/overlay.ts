import type { Moment } from '@assay/shared/model';
import {
  type Command,
  type DecideContext,
  decide,
  fold,
  type ReviewEvent,
  type ReviewState,
  touched,
} from '@assay/shared/review';

/** A command of this person that the published review may not show yet. */
export interface QueuedCommand {
  readonly command: Command;
  /** When the person gave it, by this device's clock. */
  readonly at: Moment;
  /** The server has done it; what it published may still be on its way here. */
  readonly done: boolean;
}

/** Who acts, and how a place is found in the text as it is here. */
export type LocalContext = Omit<DecideContext, 'now'>;

export interface Overlaid {
  readonly state: ReviewState;
  /** Ids of what a command touches that the server has not answered. */
  readonly pending: ReadonlySet<string>;
}

/**
 * The review with queued commands applied in order. One that cannot be done here (as far as this page knows) changes
 * nothing; the server decides.
 */
export function overlay(
  published: ReviewState,
  queue: readonly QueuedCommand[],
  context: LocalContext,
): Overlaid {
  const pending = new Set<string>();
  let state = published;
  for (const { command, at, done } of queue) {
    const events = eventsOf(state, command, { ...context, now: at });
    state = fold(state, events);
    if (done) continue;
    for (const event of events) for (const { id } of touched(event, state)) pending.add(id);
  }
  return { state, pending };
}

function eventsOf(state: ReviewState, command: Command, context: DecideContext): ReviewEvent[] {
  const decision = decide(state, command, context);
  if (!decision.ok) return [];
  return decision.events.map((event) => ({ ...event, actor: context.actor.person, at: context.now }));
}

/**
 * The done commands that the published review already shows: doing them again would change nothing. A refusal says so
 * too (what a comment replied to was deleted since), but not while an earlier command is missing that this one may
 * stand on.
 */
export function shown(
  published: ReviewState,
  queue: readonly QueuedCommand[],
  context: LocalContext,
): readonly QueuedCommand[] {
  const found: QueuedCommand[] = [];
  let missing = false;
  for (const queued of queue) {
    const decision = decide(published, queued.command, { ...context, now: queued.at });
    const same = decision.ok
      ? decision.events.length === 0
      : !missing || decision.refusal.code === 'already-exists';
    if (queued.done && same) found.push(queued);
    else missing = true;
  }
  return found;
}
