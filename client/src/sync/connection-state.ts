import { CloseCode } from '@assay/shared/protocol';

/** What a person can do about a connection that the server has ended for good. */
export type ClosedAdvice = 'reload' | 'sign-in' | 'leave';

/** The life of a connection to a room. */
export type ConnectionState =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'online' }
  /** The connection was lost or could not be made; tried again `retryIn` ms after this state began. */
  | { readonly kind: 'waiting'; readonly attempt: number; readonly retryIn: number }
  /** The server does not want this page back (close codes 4400 to 4499). Nothing is tried again. */
  | {
      readonly kind: 'closed';
      readonly code: number;
      readonly reason: string;
      readonly advice: ClosedAdvice;
    }
  /** Ended from this side. */
  | { readonly kind: 'left' };

const FINAL: Readonly<Record<number, { readonly reason: string; readonly advice: ClosedAdvice }>> = {
  [CloseCode.malformed]: {
    reason: 'The server could not read what this page sent. Reload the page.',
    advice: 'reload',
  },
  [CloseCode.signedOut]: { reason: 'You are signed out. Sign in again to go on.', advice: 'sign-in' },
  [CloseCode.forbidden]: { reason: 'You may no longer open this article.', advice: 'leave' },
  [CloseCode.notFound]: { reason: 'This article is no longer there.', advice: 'leave' },
  [CloseCode.tooLarge]: {
    reason: 'A change was larger than the server takes. Copy your words, then reload the page.',
    advice: 'reload',
  },
  [CloseCode.outdated]: {
    reason: 'Assay was updated. Reload the page to go on; your work is kept.',
    advice: 'reload',
  },
};

/** The state after a final close. The server's own reason is told where it is a sentence, ours otherwise. */
export function closedFor(code: number, reason: string): ConnectionState & { kind: 'closed' } {
  const known = FINAL[code] ?? {
    reason: 'The server ended the connection. Reload the page.',
    advice: 'reload',
  };
  return {
    kind: 'closed',
    code,
    reason: /\s/.test(reason.trim()) ? reason.trim() : known.reason,
    advice: known.advice,
  };
}
