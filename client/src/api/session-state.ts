import type { Person, Role } from '@assay/shared/model';
import { createStore } from '../store/index.ts';

export interface Session {
  readonly person: Person;
  /** In the team; null for a guest of single articles. */
  readonly role: Role | null;
  readonly team: { readonly name: string };
}

/** Who is at the page, as far as it is known. */
export type SessionState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'signed-out' }
  /** The server does not answer, and this device knows nobody who is signed in. */
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'signed-in';
      readonly session: Session;
      /** Whether the server says so; otherwise it does not answer, and was last heard to say so on this device. */
      readonly confirmed: boolean;
    };

export const sessionState = createStore<SessionState>({ kind: 'unknown' });
