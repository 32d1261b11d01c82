import type { ArticleId, Role } from '@assay/shared/model';
import { ACTIONS, type Action } from '@assay/shared/policy';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Identity } from '../auth/index.ts';

/** What a route needs: an action of the policy, merely to be signed in, or nothing at all. */
export type Needs = Action | 'signed-in' | 'anyone';

/** A request that has passed: it comes from here, its sender may do this, its parts have the shapes the row names. */
export interface Call<Body, Query> {
  readonly body: Body;
  readonly query: Query;
  /** The article that the address names; routes that name none must not ask. */
  readonly article: ArticleId;
  readonly params: Readonly<Record<string, string>>;
  /** Who sends it; null only where `needs` is `anyone`. */
  readonly identity: Identity | null;
  /** The role they hold where they act: in the article that the address names, else in the team. */
  readonly role: Role;
  readonly reply: FastifyReply;
}

/** A row of the route table. */
export interface Route<Body = unknown, Query = unknown> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With `:id` for an article's id. */
  readonly path: string;
  readonly needs: Needs;
  /** One sentence for the description of the interface. */
  readonly summary: string;
  readonly body?: z.ZodType<Body>;
  readonly query?: z.ZodType<Query>;
  /** Bytes of a body; the server's usual limit where it is not set. */
  readonly bodyLimit?: number;
  /** Requests a minute from one address, where guessing has to be slow. */
  readonly perMinute?: number;
  readonly status?: number;
  handle(call: Call<Body, Query>): unknown;
}

/** A row with its types closed, as the table holds it. */
export type AnyRoute = Route<never, never>;

/** Keeps the types of a row's body and query together. */
export function route<Body = undefined, Query = undefined>(row: Route<Body, Query>): AnyRoute {
  return row as unknown as AnyRoute; // the guard parses body and query by the row's own schemas
}

const NEEDS: ReadonlySet<string> = new Set<Needs>([...ACTIONS, 'signed-in', 'anyone']);

/** Throws a RangeError when a row names nothing that decides who may use it, or two rows answer to one address. */
export function checkTable(table: readonly AnyRoute[]): void {
  const seen = new Set<string>();
  for (const { method, path, needs } of table) {
    const address = `${method} ${path}`;
    if (!NEEDS.has(needs)) throw new RangeError(`The route ${address} names no action of the policy.`);
    if (seen.has(address)) throw new RangeError(`The route ${address} is there twice.`);
    seen.add(address);
  }
}
