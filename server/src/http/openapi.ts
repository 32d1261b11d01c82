import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AnyRoute } from './route.ts';

/** Describes the interface from the route table. Register before the routes. */
export async function describeInterface(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Assay', version, description: 'Articles, their text, and the review of them.' },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'assay_session' },
        },
      },
    },
  });
}

/** A route as the description shows it. */
export function describeRoute({ path, needs, summary, body, query }: AnyRoute): object {
  return {
    summary,
    description: needs === 'anyone' ? 'Open to anyone.' : `Needs: ${needs}.`,
    ...(needs !== 'anyone' && { security: [{ token: [] }, { session: [] }] }),
    ...(body && { body: jsonSchema(body) }),
    ...(query && { querystring: jsonSchema(query) }),
    ...(path.includes('/:') && { params: paramsOf(path) }),
  };
}

function paramsOf(path: string): object {
  const names = [...path.matchAll(/\/:(\w+)/g)].map(([, name]) => name!);
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  return { type: 'object', properties, required: names };
}

function jsonSchema(schema: z.ZodType): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
