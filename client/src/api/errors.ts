/** What the server, or the way to it, answered instead of what was asked for. `message` is for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    /** The server's own code, such as `not-allowed`; `unreachable` when there was no answer. */
    readonly code: string,
    message: string,
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** What to tell a person about any thrown thing. */
export function wordsOf(thrown: unknown): string {
  if (thrown instanceof Error && thrown.message) return thrown.message;
  return 'Something went wrong. Try again.';
}

/** The error for an answer without words of its own. */
export function errorOfStatus(status: number): ApiError {
  if (status === 401)
    return new ApiError('signed-out', 'You are signed out. Open your invite link again.', status);
  if (status === 403) return new ApiError('not-allowed', 'Your role does not allow this.', status);
  if (status === 404) return new ApiError('not-found', 'This is not here, or not any more.', status);
  if (status === 413) return new ApiError('too-large', 'This is larger than the server takes.', status);
  if (status === 429)
    return new ApiError('too-many', 'That was too often. Wait a minute and try again.', status);
  return new ApiError(
    'failed',
    `The server could not do this (status ${status}). Try again in a while.`,
    status,
  );
}

/** Statuses of a proxy whose server is down. */
const NO_SERVER = [502, 503, 504];

export function isWithoutServer(status: number): boolean {
  return NO_SERVER.includes(status);
}

/** Whether the server did not answer at all, so that it makes sense to go on with what this device has. */
export function isUnreachable(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.code === 'unreachable';
}

export const unreachable = () =>
  new ApiError('unreachable', 'The server cannot be reached. Check your connection and try again.', 0);
