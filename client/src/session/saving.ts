import type { Connection, Saving } from './article-session.ts';

export interface SavingFacts {
  readonly connection: Connection;
  /** Why the server closed the door for good. */
  readonly closed: { readonly reason: string } | null;
  readonly unsavedText: number;
  readonly unsentCommands: number;
  /** Why the server did not take a change of the text. */
  readonly refusal: string | null;
  readonly mayEditText: boolean;
}

const NO_LONGER_EDITOR =
  'You may not change the text now. What you typed stays on this device until you may again; copy it if you need it elsewhere.';

/** What the person is told of their work. */
export function savingOf(facts: SavingFacts): Saving {
  const unsaved = facts.unsavedText + facts.unsentCommands;
  const reason = unsaved > 0 ? refusedBecause(facts) : null;
  if (reason !== null) return { kind: 'refused', unsaved, reason };
  switch (facts.connection) {
    case 'offline':
    case 'closed':
      return { kind: 'offline', unsaved };
    case 'connecting':
    case 'online':
      return unsaved > 0 ? { kind: 'saving', unsaved } : { kind: 'saved' };
  }
}

function refusedBecause({ closed, unsavedText, refusal, mayEditText }: SavingFacts): string | null {
  if (closed) return closed.reason;
  if (unsavedText === 0) return null;
  return refusal ?? (mayEditText ? null : NO_LONGER_EDITOR);
}
