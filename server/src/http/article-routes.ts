import { EXPORT_FORMATS, EXPORTERS, formatOfFile, gatherExport } from '@assay/shared/interchange';
import {
  type ArticleId,
  type ArticleSummary,
  newId,
  type Person,
  type PersonId,
  SOURCE_FORMATS,
} from '@assay/shared/model';
import { seenBy } from '@assay/shared/review';
import { z } from 'zod';
import type { Accounts } from '../auth/index.ts';
import type { GuideReference, Guides } from '../guides/index.ts';
import { type Importer, ImportFailed } from '../importing/index.ts';
import type { Room, Rooms } from '../room/index.ts';
import type { UpdateLog } from '../storage/index.ts';
import { contentDisposition } from './content-disposition.ts';
import { guideReference, NO_GUIDE } from './guide-routes.ts';
import { badRequest, HttpError, notFound } from './http-error.ts';
import { statusOf } from './refusal-status.ts';
import { reviewRoutes, seenEvents } from './review-routes.ts';
import { type AnyRoute, route } from './route.ts';

/** Bytes of a source. */
const SOURCE_LIMIT = 5 << 20;
/** Base64 and JSON make it longer on the way. */
const IMPORT_BODY_LIMIT = 2 * SOURCE_LIMIT;
const TITLE_LIMIT = 300;

const newArticle = z.object({
  title: z.string().trim().max(TITLE_LIMIT).optional(),
  content: z.string(),
  /** `base64`: `content` holds the bytes of the file as they are, in whatever character set. */
  encoding: z.enum(['utf8', 'base64']).default('utf8'),
  format: z.enum(SOURCE_FORMATS).optional(),
  fileName: z.string().max(500).optional(),
  /** By which it is marked; left out, the guide for new articles. Without a version, the newest one. */
  guide: guideReference.optional(),
});

export interface ArticlePorts {
  readonly accounts: Accounts;
  readonly guides: Guides;
  readonly rooms: Rooms;
  readonly importer: Importer;
  readonly log: UpdateLog;
}

function withOwnMentions(line: ArticleSummary, reader: PersonId) {
  return { ...line, mentions: (line.mentions ?? []).filter(({ person }) => person === reader) };
}

/** Articles: the library, the text and its review, in and out. */
export function articleRoutes({ accounts, guides, rooms, importer, log }: ArticlePorts): readonly AnyRoute[] {
  const inRoom = async <Result>(article: ArticleId, work: (room: Room) => Result | Promise<Result>) => {
    const result = await rooms.use(article, work);
    if (result === null) throw notFound('There is no such article.');
    return result;
  };
  const guideFor = async (named: GuideReference | undefined) => {
    const guide = named ? await guides.read(named) : await guides.forNewArticle();
    if (!guide) throw notFound(NO_GUIDE);
    return guide;
  };
  return [
    ...reviewRoutes({ inRoom, log }),
    route({
      method: 'GET',
      path: '/api/articles',
      needs: 'article.list',
      summary:
        'The library: the articles that the sender may see, the last changed first, and the people in them.',
      async handle({ identity }) {
        const all = await rooms.summaries();
        const visible = await accounts.visible(
          identity!,
          all.map(({ id }) => id),
        );
        const reader = identity!.person.id;
        const articles = all.filter(({ id }) => visible.has(id)).map((line) => withOwnMentions(line, reader));
        const named = new Set(
          articles.flatMap(({ people, mentions }) => [...people, ...mentions.map(({ by }) => by)]),
        );
        const people: Person[] = (await accounts.people()).filter(({ id }) => named.has(id));
        return { articles, people };
      },
    }),
    route({
      method: 'POST',
      path: '/api/articles',
      needs: 'article.create',
      summary: 'Imports an article from plain text, HTML or Markdown of up to 5 MB; the original is kept.',
      body: newArticle,
      bodyLimit: IMPORT_BODY_LIMIT,
      status: 201,
      async handle({ body, identity, role }) {
        const bytes = Buffer.from(body.content, body.encoding);
        if (bytes.byteLength > SOURCE_LIMIT)
          throw new HttpError(413, 'too-large', 'The source is larger than 5 MB.');
        const format = body.format ?? formatOfFile(body.fileName ?? '') ?? 'text';
        const source = { bytes: new Uint8Array(bytes), format, fileName: body.fileName };
        const guide = await guideFor(body.guide);
        const imported = await importer.import(source).catch((error: unknown) => {
          throw error instanceof ImportFailed ? new HttpError(422, error.code, error.message) : error;
        });
        const created = await rooms.create(
          {
            article: {
              id: newId<ArticleId>(),
              title: body.title || imported.title,
              original: imported.original,
              guide,
            },
            content: imported.doc,
            original: source.bytes,
          },
          { person: identity!.person.id, role },
        );
        if (!created.ok)
          throw new HttpError(statusOf(created.refusal.code), created.refusal.code, created.refusal.message);
        const { record, summary } = created;
        return {
          id: record.id,
          title: record.title,
          characters: summary.characters,
          warnings: imported.warnings,
        };
      },
    }),
    route({
      method: 'GET',
      path: '/api/articles/:id',
      needs: 'article.read',
      summary: 'What the ledger says of an article, the guide it is marked by, and its line in the library.',
      handle({ article }) {
        return inRoom(article, (room) =>
          room.between(() => ({
            article: room.state.article,
            guide: room.state.guide,
            summary: room.summary(),
          })),
        );
      },
    }),
    route({
      method: 'GET',
      path: '/api/articles/:id/text',
      needs: 'article.read',
      summary: 'The linear text that offsets count in (UTF-16 units), and its SHA-256.',
      handle({ article }) {
        return inRoom(article, async (room) => {
          await room.text.settled();
          const { linear, sha256 } = room.text.text;
          return { text: linear, sha256 };
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/articles/:id/commands',
      needs: 'article.read',
      summary:
        'Does one command of the ledger, once for its `id`; answers with its events, or why it was refused.',
      body: z.looseObject({ id: z.string(), type: z.string() }),
      async handle({ article, body, identity, role, reply }) {
        const actor = { person: identity!.person.id, role };
        const answer = await inRoom(article, (room) => room.command(body, actor));
        if (answer.ok) return answer;
        reply.status(statusOf(answer.refusal.code));
        return { ...answer, error: answer.refusal };
      },
    }),
    route({
      method: 'GET',
      path: '/api/articles/:id/export',
      needs: 'article.export',
      summary:
        'The article with its review: `json` (lossless), `w3c` (Web Annotation), or `html` (one file).',
      query: z.object({ format: z.enum(EXPORT_FORMATS) }),
      async handle({ article, query, identity, reply }) {
        const reader = identity!.person.id;
        const exporter = EXPORTERS[query.format];
        const gathered = await inRoom(article, async (room) => {
          await room.text.settled();
          const events = await log.events(article);
          return room.between(() => {
            return gatherExport({
              review: { state: seenBy(room.state, reader), people: room.people },
              text: room.text.ytext,
              changed: room.changed,
              events: seenEvents(events, room, reader),
            });
          });
        });
        if (!gathered) throw badRequest('There is nothing to export.');
        reply.type(exporter.mediaType);
        reply.header(
          'content-disposition',
          contentDisposition(`${gathered.article.title}${exporter.extension}`),
        );
        return exporter.export(gathered);
      },
    }),
  ];
}
