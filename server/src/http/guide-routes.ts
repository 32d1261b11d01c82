import type { GuideId } from '@assay/shared/model';
import { guideChangeSchema } from '@assay/shared/review';
import { z } from 'zod';
import type { GuideMade, Guides } from '../guides/index.ts';
import { HttpError, notFound } from './http-error.ts';
import { type AnyRoute, route } from './route.ts';

const NAME_LIMIT = 60;
/** More changes than anybody makes at once are not even read. */
const MOST_CHANGES = 1_000;

export const guideReference = z.object({
  id: z.string().transform((id) => id as GuideId),
  version: z.int().min(1).optional(),
});

const STATUS = { 'not-found': 404, 'moved-on': 409, 'bad-change': 422 } as const;

export const NO_GUIDE = 'There is no such guide, or no such version of it.';

/** Label guides: every version can be read, changes make a new one. */
export function guideRoutes({ guides }: { readonly guides: Guides }): readonly AnyRoute[] {
  const read = async (id: string | undefined, version?: number) => {
    const guide = await guides.read({ id: id as GuideId, version });
    if (!guide) throw notFound(NO_GUIDE);
    return { guide };
  };
  return [
    route({
      method: 'GET',
      path: '/api/guides',
      needs: 'guide.read',
      summary: 'The team’s guides: their newest versions, their labels in use, and which new articles go by.',
      async handle() {
        return { guides: await guides.list() };
      },
    }),
    route({
      method: 'GET',
      path: '/api/guides/:guide',
      needs: 'guide.read',
      summary: 'The newest version of a guide, whole.',
      handle: ({ params }) => read(params.guide),
    }),
    route({
      method: 'GET',
      path: '/api/guides/:guide/versions/:version',
      needs: 'guide.read',
      summary: 'One version of a guide, whole. Versions never change.',
      handle({ params }) {
        if (!/^[1-9]\d{0,8}$/.test(params.version ?? '')) throw notFound(NO_GUIDE);
        return read(params.guide, Number(params.version));
      },
    }),
    route({
      method: 'POST',
      path: '/api/guides',
      needs: 'guide.change',
      summary:
        'Begins a guide as a copy of another one, or of the guide that a team begins with; answers with it.',
      body: z.object({ name: z.string().trim().min(1).max(NAME_LIMIT), from: guideReference.optional() }),
      status: 201,
      async handle({ body, identity }) {
        return made(await guides.begin(body.name, identity!.person.id, body.from));
      },
    }),
    route({
      method: 'POST',
      path: '/api/guides/:guide/changes',
      needs: 'guide.change',
      summary:
        'Makes the next version of a guide by changes of its newest one, all or none. 409 `moved-on` when `version` is not the newest.',
      body: z.object({
        version: z.int().min(1),
        changes: z.array(guideChangeSchema).min(1).max(MOST_CHANGES),
      }),
      async handle({ params, body, identity }) {
        const from = { id: params.guide as GuideId, version: body.version };
        return made(await guides.change(from, body.changes, identity!.person.id));
      },
    }),
    route({
      method: 'POST',
      path: '/api/guides/:guide/use',
      needs: 'guide.change',
      summary: 'Lets articles that are imported from now on go by this guide.',
      async handle({ params }) {
        if (!(await guides.useForNewArticles(params.guide as GuideId))) throw notFound(NO_GUIDE);
        return {};
      },
    }),
  ];
}

function made(result: GuideMade) {
  if (result.ok) return { guide: result.guide };
  throw new HttpError(STATUS[result.code], result.code, result.message);
}
