import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from './http-error.ts';

const YEAR_SECONDS = 31_536_000;

/** Serves the built page. Assets carry a hash of their content in their names, so they may be kept for good. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const assets = join(folder, 'assets');
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    // The build puts compressed copies beside the files.
    preCompressed: true,
    setHeaders(response, path) {
      const hashed = path.startsWith(assets);
      response.setHeader('vary', 'accept-encoding');
      response.setHeader('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
}

/** The page answers every address that is not a program's or a file's; it knows itself which ones there are. */
export function pageOrNothing(request: FastifyRequest, reply: FastifyReply, pages: boolean): FastifyReply {
  const path = request.url.split('?', 1)[0]!;
  const isPage =
    request.method === 'GET' && !/^\/(?:api|sync|assets)(?:\/|$)/i.test(path) && !/\.[a-z0-9]+$/i.test(path);
  if (!pages || !isPage) throw notFound();
  return reply.sendFile('index.html');
}
