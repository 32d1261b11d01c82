import { ApiError, errorOfStatus, isWithoutServer, unreachable } from './errors.ts';
import { noteAnswer } from './reach.ts';
import { sessionState } from './session-state.ts';

type Method = 'GET' | 'POST' | 'DELETE';

/**
 * Asks the server; resolves with what it answers, undefined for an empty answer. Throws an `ApiError` in every other
 * case. An answer 401 signs the page out.
 */
export async function request<Answer>(
  method: Method,
  path: string,
  body?: object,
  signal?: AbortSignal,
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  }).catch((thrown: unknown) => {
    if (signal?.aborted) throw thrown;
    noteAnswer(false);
    throw unreachable();
  });
  noteAnswer(!isWithoutServer(response.status));
  if (response.status === 401) sessionState.set({ kind: 'signed-out' });
  if (!response.ok) throw await errorIn(response);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Answer;
}

async function errorIn(response: Response): Promise<ApiError> {
  const answer: unknown = await response.json().catch(() => null);
  const said = isErrorBody(answer) ? answer.error : null;
  if (!said && isWithoutServer(response.status)) return unreachable();
  return said
    ? new ApiError(said.code, sentence(said.message), response.status)
    : errorOfStatus(response.status);
}

/** Refusals come without capital and full stop, so that programs may quote them. */
function sentence(words: string): string {
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function isErrorBody(value: unknown): value is { error: { code: string; message: string } } {
  if (typeof value !== 'object' || value === null || !('error' in value)) return false;
  const { error } = value;
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string' &&
    'message' in error &&
    typeof error.message === 'string' &&
    error.message !== ''
  );
}
