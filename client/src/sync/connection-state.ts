import { CloseCode } from '@assay/shared/protocol';

/** What a person can do about a connection that the server has ended for good. */
export type ClosedAdvice = 'reload' | 'sign-in' | 'leave';

/** The life of a connection to a room. */
export type ConnectionState =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'online' }
  /** The connection was lost or could not be made; tried again `retryIn` ms after this state began. */
  | { readonly kind: 'waiting'; readonly attempt: number; readonly retryIn: number }
  /** The server does not want this page back (`isFinal`). Nothing is tried again. */
  | {
      readonly kind: 'closed';
      readonly code: number;
      readonly reason: string;
      readonly advice: ClosedAdvice;
      /** What the page would send is what the server did not take: it would be closed again after every reload. */
      readonly changesRefused: boolean;
    }
  /** Ended from this side. */
  | { readonly kind: 'left' };

/** WebSocket's own code for a message above the limit. Sent again, it would be above the limit again. */
const MESSAGE_TOO_BIG = 1009;

const TOO_LARGE = {
  reason: 'A change was larger than the server takes. Copy your words, then give the change up.',
  advice: 'reload',
} as const;

const FINAL: Readonly<Record<number, { readonly reason: string; readonly advice: ClosedAdvice }>> = {
  [CloseCode.malformed]: {
    reason: 'The server could not read what this page sent. Reload the page.',
    advice: 'reload',
  },
  [CloseCode.signedOut]: { reason: 'You are signed out. Sign in again to go on.', advice: 'sign-in' },
  [CloseCode.forbidden]: { reason: 'You may no longer open this article.', advice: 'leave' },
  [CloseCode.notFound]: { reason: 'This article is no longer there.', advice: 'leave' },
  [CloseCode.tooLarge]: TOO_LARGE,
  [MESSAGE_TOO_BIG]: TOO_LARGE,
  [CloseCode.outdated]: {
    reason: 'Assay was updated. Reload the page to go on; your work is kept.',
    advice: 'reload',
  },
};

const REFUSES_CHANGES: readonly number[] = [
  CloseCode.malformed,
  CloseCode.forbidden,
  CloseCode.tooLarge,
  MESSAGE_TOO_BIG,
];

/** Whether the server will not have this page back as it is. */
export function isFinal(code: number): boolean {
  return (code >= 4400 && code < 4500) || code === MESSAGE_TOO_BIG;
}

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
    changesRefused: REFUSES_CHANGES.includes(code),
  };
}
