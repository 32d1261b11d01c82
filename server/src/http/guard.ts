import { type ArticleId, isId, type Role } from '@assay/shared/model';
import { may } from '@assay/shared/policy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Accounts, Addresses, Identity } from '../auth/index.ts';
import { badRequest, HttpError, notFound } from './http-error.ts';
import type { AnyRoute, Call } from './route.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What nobody does who has no role in the team, whatever a viewer may. */
const TEAM_ONLY: ReadonlySet<AnyRoute['needs']> = new Set(['member.list']);

/** Refuses requests that are not meant for this server by a name of its own. */
export function checkHost(request: FastifyRequest, addresses: Addresses): void {
  if (!addresses.hostAllowed(request.headers.host))
    throw new HttpError(403, 'foreign-host', 'This server does not answer under that name.');
}

/**
 * Refuses what a page of another site may have made a browser send: any request that changes something, unless it
 * carries a Bearer token, which browsers never add by themselves.
 */
function checkOrigin(
  { method, headers }: FastifyRequest,
  addresses: Addresses,
  identity: Identity | null,
): void {
  if (SAFE_METHODS.has(method) || identity?.via === 'token') return;
  const { origin, 'sec-fetch-site': site } = headers;
  if (!addresses.originAllowed({ origin, 'sec-fetch-site': site }) || site === 'cross-site')
    throw new HttpError(403, 'foreign-origin', 'This request comes from a page of another site.');
}

/** Turns a request into a call of a route, or throws why not. */
export async function admit(
  route: AnyRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  { accounts, addresses }: { accounts: Accounts; addresses: Addresses },
): Promise<Call<never, never>> {
  const identity = await accounts.authenticate(request.headers);
  checkOrigin(request, addresses, identity);
  const params = request.params as Record<string, string>;
  const article = articleOf(route, params);
  return {
    identity,
    params,
    article,
    role: await roleFor(route, identity, article, accounts),
    body: parse(route.body, request.body),
    query: parse(route.query, request.query),
    reply,
  };
}

function articleOf({ path }: AnyRoute, { id }: Record<string, string>): ArticleId {
  if (!path.startsWith('/api/articles/:id')) return '' as ArticleId;
  if (!isId(id)) throw notFound('There is no such article.');
  return id as ArticleId;
}

/** The role in which the sender acts. A guest of single articles has no role in the team and sees of it what is theirs. */
async function roleFor(
  { needs }: AnyRoute,
  identity: Identity | null,
  article: ArticleId,
  accounts: Accounts,
): Promise<Role> {
  if (needs === 'anyone') return identity?.role ?? 'viewer';
  if (!identity) throw await notSignedIn(accounts);
  if (!article && identity.role === null && TEAM_ONLY.has(needs))
    throw new HttpError(
      403,
      'not-allowed',
      'You are a guest of single articles; this is for members of the team.',
    );
  const role = article ? await accounts.roleIn(identity.person.id, article) : (identity.role ?? 'viewer');
  // Whoever has no role in an article does not learn that it is there.
  if (role === null) throw notFound('There is no such article.');
  if (needs !== 'signed-in' && !may({ person: identity.person.id, role }, needs))
    throw new HttpError(403, 'not-allowed', `Your role, ${role}, does not allow this.`);
  return role;
}

async function notSignedIn(accounts: Accounts): Promise<HttpError> {
  return (await accounts.hasOwner())
    ? new HttpError(401, 'not-signed-in', 'Please sign in: open your invite link, or send a token.')
    : new HttpError(401, 'not-set-up', 'Nobody owns this server yet. Open the set-up link it has printed.');
}

function parse(schema: z.ZodType<never> | undefined, value: unknown): never {
  if (!schema) return undefined as never;
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw badRequest(`${place}${issue?.message ?? 'The request has another shape.'}`);
}
