import type { ArticleId, Moment, Person, PersonId, Role } from '@assay/shared/model';
import { request } from './request.ts';

export interface Member {
  readonly person: Person;
  /** In the team; null for a guest of single articles. */
  readonly role: Role | null;
  readonly joined: Moment;
  readonly lastSeen?: Moment;
}

/** An invite link that still works. Its token was shown once, when it was made. */
export interface Invite {
  readonly id: string;
  readonly role: Role;
  readonly article?: ArticleId;
  readonly creator: PersonId;
  readonly created: Moment;
  readonly expires: Moment;
  /** Null: for as many people as come before it expires. */
  readonly usesLeft: number | null;
}

export interface NewInvite {
  readonly role: Role;
  readonly article?: ArticleId;
  /** For how long it works. */
  readonly days: number;
}

export async function listMembers(signal?: AbortSignal): Promise<readonly Member[]> {
  return (await request<{ members: readonly Member[] }>('GET', '/api/members', undefined, signal)).members;
}

export async function listInvites(signal?: AbortSignal): Promise<readonly Invite[]> {
  return (await request<{ invites: readonly Invite[] }>('GET', '/api/invites', undefined, signal)).invites;
}

/** Makes an invite link and gives its whole address. */
export async function createInvite(invite: NewInvite): Promise<string> {
  return (await request<{ link: string }>('POST', '/api/invites', invite)).link;
}

export function revokeInvite(id: string): Promise<void> {
  return request('DELETE', `/api/invites/${encodeURIComponent(id)}`);
}
