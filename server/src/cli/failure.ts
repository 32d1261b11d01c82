/** A command that cannot be done; the message tells a person what to do about it. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
}

/** The command itself was wrong, or it could not be done. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const;
