import type { FrozenMarks, Guide, GuideId, Moment, Target } from '@assay/shared/model';
import type { Actor } from '@assay/shared/policy';
import type { Place } from './command-parts.ts';
import type { Command, CommandType } from './commands.ts';
import type { EventBody } from './events.ts';
import type { Refused } from './refusals.ts';

/** The words a place points at, found in the text as it is now; `stale-text` or `bad-range` when it points at none. */
export type Located = { readonly ok: true; readonly target: Target } | Refused;

/** What a decision needs beside the state: who acts, when, and how to find a place in the text. */
export interface DecideContext {
  readonly actor: Actor;
  readonly now: Moment;
  locate(place: Place): Located;
  /** A version of a guide of the team's; null when there is none. Only the server has it: elsewhere nothing happens yet. */
  guideOf?(id: GuideId, version: number): Guide | null;
  /** Everybody's marks as they stand in the text now. Only the server has them, as for `guideOf`. */
  freeze?(): FrozenMarks;
  /** The end of the chain of events before this command. Only the server has it. */
  readonly chain?: { readonly seq: number; readonly hash: string };
}

export type Decided = { readonly ok: true; readonly events: readonly EventBody[] } | Refused;

/** One kind of command. */
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;

/** A decision that these things happen; with none, that all is already as was asked. */
export function happened(...events: readonly EventBody[]): Decided {
  return { ok: true, events };
}
