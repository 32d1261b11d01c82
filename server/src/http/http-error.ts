/** An answer other than what was asked for: the status, a code for programs, a sentence for people. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const notFound = (message = 'There is nothing at this address.') =>
  new HttpError(404, 'not-found', message);
export const badRequest = (message: string) => new HttpError(400, 'bad-request', message);

/** Fastify's and its plugins' own errors, in our words. */
const KNOWN: Readonly<Record<string, readonly [number, string, string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too-large', 'This is larger than the server takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'not-json', 'Send the body as application/json.'],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'bad-request', 'The body is not JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'bad-request', 'The body is empty.'],
};

/** What a caller is told of anything thrown; null when it is the server's own fault and nobody's business. */
export function asHttpError(error: unknown): HttpError | null {
  if (error instanceof HttpError) return error;
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  const known = code === undefined ? undefined : KNOWN[code];
  if (known) return new HttpError(...known);
  if (statusCode === 429)
    return new HttpError(429, 'too-many', 'That was too often. Wait a minute and try again.');
  // A path that is not written plainly, which the file server does not even look up.
  if (statusCode === 403) return notFound();
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new HttpError(statusCode, 'bad-request', message ?? 'The request could not be read.');
  return null;
}
