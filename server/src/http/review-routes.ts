import type { ArticleId, FrozenMarks, PersonId } from '@assay/shared/model';
import { type Actor, may } from '@assay/shared/policy';
import { maySee, type RecordedEvent, type ReviewState } from '@assay/shared/review';
import { z } from 'zod';
import type { Room } from '../room/index.ts';
import type { LogEvent, UpdateLog } from '../storage/index.ts';
import { HttpError } from './http-error.ts';
import { type AnyRoute, route } from './route.ts';

/** Events of one answer. */
const EVENTS_AT_ONCE = 1_000;

export interface ReviewPorts {
  readonly log: UpdateLog;
  /** Does something in an open article; throws when there is no such article. */
  readonly inRoom: <Result>(
    article: ArticleId,
    work: (room: Room) => Result | Promise<Result>,
  ) => Promise<Result>;
}

/** What happened in a review, and how far its reviewers agree. */
export function reviewRoutes({ log, inRoom }: ReviewPorts): readonly AnyRoute[] {
  return [
    route({
      method: 'GET',
      path: '/api/articles/:id/events',
      needs: 'article.read',
      summary:
        'What happened, in order, as far as the sender may know of it: up to 1,000 events after number `after`, or the last ones (`last`). `upto` is the number to go on from; `more` says whether there are more.',
      query: z.object({
        after: z.coerce.number().int().min(0).default(0),
        last: z.coerce.number().int().min(1).max(EVENTS_AT_ONCE).optional(),
      }),
      handle({ article, query, identity }) {
        return inRoom(article, async (room) => {
          const from = query.last === undefined ? query.after : Math.max(0, room.chain.seq - query.last);
          const events = await log.events(article, from);
          return room.between(() => {
            const logged = events.filter(({ seq }) => seq <= room.chain.seq);
            const some = logged.slice(0, EVENTS_AT_ONCE);
            return {
              events: seenEvents(some, room, identity!.person.id),
              upto: some.at(-1)?.seq ?? from,
              more: some.length < logged.length,
            };
          });
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/articles/:id/agreement',
      needs: 'article.read',
      summary:
        'What agreement is computed from: the marks as they were when marking ended (`before`) and as they stand now (`after`).',
      handle({ article, identity, role }) {
        return inRoom(article, async (room) => {
          await room.text.settled();
          return room.between(() => agreementOf(room, { person: identity!.person.id, role }));
        });
      },
    }),
  ];
}

/** The events of a log that a person may be told of now. */
export function seenEvents(
  events: readonly LogEvent[],
  room: Room,
  person: PersonId,
): readonly RecordedEvent[] {
  return events
    .filter(({ seq }) => seq <= room.chain.seq)
    .map(({ payload }) => JSON.parse(payload) as RecordedEvent)
    .filter((event) => maySee(room.state, event, person));
}

function agreementOf(room: Room, reader: Actor): { before: FrozenMarks; after: FrozenMarks } {
  const { workflow, frozen }: ReviewState = room.state;
  if (!frozen)
    throw new HttpError(409, 'wrong-phase', 'Marking is not over yet. Agreement is computed when it is.');
  if (workflow.agreementFor === 'moderators' && !may(reader, 'review.plan'))
    throw new HttpError(403, 'not-allowed', 'In this article the agreement is shown to moderators alone.');
  return { before: frozen, after: room.freeze() };
}
