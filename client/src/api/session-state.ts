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
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-in'; readonly session: Session };

export const sessionState = createStore<SessionState>({ kind: 'unknown' });
