import { type ArticleId, isId, ROLES, type Role } from '@assay/shared/model';
import { z } from 'zod';
import { type Accounts, type Addresses, NAME_LIMIT } from '../auth/index.ts';
import type { Rooms } from '../room/index.ts';
import { notFound } from './http-error.ts';
import { type AnyRoute, route } from './route.ts';

const DAY = 24 * 60 * 60 * 1000;

const role = z.enum(ROLES);
const INVITED = ROLES.filter((name): name is Exclude<Role, 'owner'> => name !== 'owner');
const articleId = z.custom<ArticleId>(isId, 'not an id').optional();

export interface PeoplePorts {
  readonly accounts: Accounts;
  readonly addresses: () => Addresses;
  readonly rooms: Rooms;
}

/** The team: who is in it, and the links and tokens that let others in. */
export function peopleRoutes({ accounts, addresses, rooms }: PeoplePorts): readonly AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/api/members',
      needs: 'member.list',
      summary: 'Everybody with an account, in the order of joining.',
      async handle() {
        const members = (await accounts.members()).filter(({ kind }) => kind !== 'operator');
        return { members };
      },
    }),
    route({
      method: 'GET',
      path: '/api/invites',
      needs: 'member.invite',
      summary: 'The invitations that still count, without their links.',
      async handle() {
        return { invites: await accounts.invites() };
      },
    }),
    route({
      method: 'POST',
      path: '/api/invites',
      needs: 'member.invite',
      summary:
        'Makes an invite link that carries a role, in the team or in one article. Nobody is invited as owner.',
      body: z.object({
        role: z.enum(INVITED),
        article: articleId,
        days: z.number().positive().max(365).optional(),
        uses: z.int().min(1).max(10_000).nullable().optional(),
      }),
      status: 201,
      async handle({ body, identity }) {
        const { article, days, uses } = body;
        if (article && !(await rooms.use(article, () => true))) throw notFound('There is no such article.');
        const { id, secret } = await accounts.invite(identity!.person.id, body.role, {
          article,
          ...(days !== undefined && { life: days * DAY }),
          ...(uses !== undefined && { uses }),
        });
        return { id, link: `${addresses().url}/join#${secret}` };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/invites/:id',
      needs: 'member.invite',
      summary: 'Ends an invitation. Who has joined by it stays.',
      async handle({ params }) {
        if (!(await accounts.revokeInvite(params.id ?? ''))) throw notFound('There is no such invitation.');
        return {};
      },
    }),
    route({
      method: 'POST',
      path: '/api/tokens',
      needs: 'token.create',
      summary: 'Makes a named identity for a program and its token, which is shown this once.',
      body: z.object({
        name: z
          .string()
          .min(1)
          .max(NAME_LIMIT * 4),
        role,
      }),
      status: 201,
      async handle({ body }) {
        return { token: await accounts.addProgram(body.name, body.role) };
      },
    }),
  ];
}
