import type { ArticleId, Role } from '@assay/shared/model';
import { setLeaving } from '../device/index.ts';
import { request } from './request.ts';

/** What an invite link holds, told before one joins. */
export interface InviteLook {
  readonly team: string;
  readonly role: Role;
  /** The name of who made the link. */
  readonly invitedBy: string;
  /** The article the invite is for, when it is for one alone. */
  readonly article?: ArticleId;
}

/** Makes the team and its owner with the one-time token of the set-up link; the answer carries the session's cookie. */
export async function setUp(token: string, team: string, name: string): Promise<void> {
  await request('POST', '/api/setup', { token, team, name });
  await setLeaving(false);
}

export function lookAtInvite(token: string): Promise<InviteLook> {
  return request('POST', '/api/join/look', { token });
}

/**
 * Takes an invite: with a name as a new person, whose session's cookie the answer carries; without, as the person
 * who is signed in.
 */
export async function join(token: string, name?: string): Promise<void> {
  await request('POST', '/api/join', name === undefined ? { token } : { token, name });
  // A new session: whoever signed out here without the server has been followed by somebody else.
  if (name !== undefined) await setLeaving(false);
}
