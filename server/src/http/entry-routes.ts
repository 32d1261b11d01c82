import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Accounts, type Addresses, NAME_LIMIT, SESSION_COOKIE } from '../auth/index.ts';
import { badRequest, HttpError } from './http-error.ts';
import { type AnyRoute, route } from './route.ts';

const SESSION_SECONDS = 90 * 24 * 60 * 60;
/** A class behind one address may join within a minute; the secrets are too long to be guessed at any pace. */
const ENTRIES_PER_MINUTE = 120;

const secret = z.string().min(1).max(200);
const name = z
  .string()
  .min(1)
  .max(NAME_LIMIT * 4);

export interface EntryPorts {
  readonly accounts: Accounts;
  readonly addresses: () => Addresses;
}

/** How people come in and go out. */
export function entryRoutes({ accounts, addresses }: EntryPorts): readonly AnyRoute[] {
  const signIn = (reply: FastifyReply, session: string) =>
    reply.setCookie(SESSION_COOKIE, session, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: addresses().secure,
      maxAge: SESSION_SECONDS,
    });
  return [
    route({
      method: 'GET',
      path: '/api/session',
      needs: 'signed-in',
      summary: 'Who sends this request, with the role in the team (null for a guest of single articles).',
      async handle({ identity }) {
        const { person, role } = identity!;
        return { person, role, team: { name: await accounts.teamName() } };
      },
    }),
    route({
      method: 'POST',
      path: '/api/session/end',
      needs: 'signed-in',
      summary: 'Ends the session of the cookie.',
      async handle({ identity, reply }) {
        await accounts.endSession(identity!);
        reply.clearCookie(SESSION_COOKIE, { path: '/' });
        return {};
      },
    }),
    route({
      method: 'POST',
      path: '/api/setup',
      needs: 'anyone',
      summary:
        'Makes the team and its owner with the one-time token of the set-up link, and signs the owner in.',
      body: z.object({ token: secret, team: name, name }),
      perMinute: ENTRIES_PER_MINUTE,
      async handle({ body, reply }) {
        const session = await accounts.setUp(body.token, body.team, body.name);
        if (!session) throw new HttpError(403, 'link-spent', 'This set-up link does not count (any more).');
        signIn(reply, session);
        return {};
      },
    }),
    route({
      method: 'POST',
      path: '/api/join/look',
      needs: 'anyone',
      summary: 'What an invite link offers. Spends nothing.',
      body: z.object({ token: secret }),
      perMinute: ENTRIES_PER_MINUTE,
      async handle({ body }) {
        return (await accounts.lookAtInvite(body.token)) ?? inviteSpent();
      },
    }),
    route({
      method: 'POST',
      path: '/api/join',
      needs: 'anyone',
      summary: 'Joins by an invite link: with a name as somebody new, without one as who is signed in.',
      body: z.object({ token: secret, name: name.optional() }),
      perMinute: ENTRIES_PER_MINUTE,
      async handle({ body, identity, reply }) {
        if (body.name === undefined) {
          if (!identity) throw badRequest('name: Please give your name.');
          return (await accounts.accept(body.token, identity)) ? {} : inviteSpent();
        }
        const session = await accounts.join(body.token, body.name);
        if (!session) return inviteSpent();
        signIn(reply, session);
        return {};
      },
    }),
  ];
}

function inviteSpent(): never {
  throw new HttpError(403, 'link-spent', 'This invite link does not count (any more). Ask for a new one.');
}
