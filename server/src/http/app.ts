import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Accounts, type Addresses, UnusableName } from '../auth/index.ts';
import type { Guides } from '../guides/index.ts';
import type { Importer } from '../importing/index.ts';
import type { Rooms } from '../room/index.ts';
import type { UpdateLog } from '../storage/index.ts';
import { articleRoutes } from './article-routes.ts';
import { entryRoutes } from './entry-routes.ts';
import { admit, checkHost } from './guard.ts';
import { guideRoutes } from './guide-routes.ts';
import { asHttpError, badRequest, HttpError } from './http-error.ts';
import { describeInterface, describeRoute } from './openapi.ts';
import { pageOrNothing, servePages } from './pages.ts';
import { peopleRoutes } from './people-routes.ts';
import { type AnyRoute, checkTable, route } from './route.ts';
import { PERMISSIONS_POLICY, securityHeaders } from './security-headers.ts';

/** Bytes of a body where a route does not say otherwise: a command at its limits fits. */
const BODY_LIMIT = 1 << 20;

export interface HttpPorts {
  readonly accounts: Accounts;
  /** The names under which the server answers, once it listens. */
  readonly addresses: () => Addresses;
  /** Whether people reach the server by TLS. */
  readonly secure: boolean;
  readonly guides: Guides;
  readonly rooms: Rooms;
  readonly importer: Importer;
  readonly log: UpdateLog;
  /** The folder of the built page; null for a server of programs alone. */
  readonly pages: string | null;
  readonly version: string;
  /** Told of what went wrong here, which the caller learns nothing of. */
  readonly report: (error: unknown) => void;
}

/** Every address that the server answers, and who may use it. */
export function routeTable(ports: HttpPorts): readonly AnyRoute[] {
  return [
    ...entryRoutes(ports),
    ...peopleRoutes(ports),
    ...guideRoutes(ports),
    ...articleRoutes(ports),
    ...openRoutes(ports.version),
  ];
}

function openRoutes(version: string): readonly AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/healthz',
      needs: 'anyone',
      summary: 'Answers while the server works.',
      handle: () => ({ ok: true, version }),
    }),
    route({
      method: 'GET',
      path: '/api/openapi.json',
      needs: 'anyone',
      summary: 'This description.',
      handle: ({ reply }) => reply.server.swagger(),
    }),
  ];
}

/** The HTTP server, not listening yet. Throws a RangeError when a route names nothing that decides who may use it. */
export async function createHttp(ports: HttpPorts, table = routeTable(ports)): Promise<FastifyInstance> {
  checkTable(table);
  const app = Fastify({ bodyLimit: BODY_LIMIT, return503OnClosing: true, forceCloseConnections: true });
  // Bodies are parsed by the guard with the rows' own schemas; what stands in the routes describes them.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, _request, reply) => {
    const said = toldOf(error);
    if (!said) ports.report(error);
    const { status, code, message } = said ?? OWN_FAULT;
    return reply.status(status).type('application/json').send({ error: { code, message } });
  });
  app.addHook('onRequest', async (request, reply) => {
    checkHost(request, ports.addresses());
    reply.header('permissions-policy', PERMISSIONS_POLICY);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  await app.register(helmet, securityHeaders(ports.secure));
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await describeInterface(app, ports.version);
  if (ports.pages) await servePages(app, ports.pages);
  app.setNotFoundHandler((request, reply) => pageOrNothing(request, reply, ports.pages !== null));
  for (const row of table) addRoute(app, row, ports);
  await app.ready();
  return app;
}

const OWN_FAULT = new HttpError(500, 'failed', 'Something went wrong here. Try again in a while.');

function toldOf(error: unknown): HttpError | null {
  return error instanceof UnusableName ? badRequest(`name: ${error.message}`) : asHttpError(error);
}

function addRoute(app: FastifyInstance, row: AnyRoute, { accounts, addresses }: HttpPorts): void {
  app.route({
    method: row.method,
    url: row.path,
    schema: describeRoute(row),
    ...(row.bodyLimit !== undefined && { bodyLimit: row.bodyLimit }),
    config: row.perMinute === undefined ? {} : { rateLimit: { max: row.perMinute, timeWindow: '1 minute' } },
    async handler(request, reply) {
      const call = await admit(row, request, reply, { accounts, addresses: addresses() });
      reply.status(row.status ?? 200);
      return row.handle(call);
    },
  });
}
