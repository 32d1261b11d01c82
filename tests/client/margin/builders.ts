import type { AnnotationId, Comment, CommentId, PersonId, Thread, ThreadId } from '@assay/shared/model';
import { EMPTY_REVIEW, type ReviewState } from '@assay/shared/review';
import type { PlacedMark } from '../../../client/src/editor/index.ts';
import type { Entry } from '../../../client/src/margin/entry.ts';
import { EntryReader } from '../../../client/src/margin/entry-reader.ts';
import { NO_PLACEMENTS, type Placements } from '../../../client/src/margin/placements.ts';

export const ana = 'ana-person' as PersonId;
export const ben = 'ben-person' as PersonId;
export const cleo = 'cleo-person' as PersonId;

/** The moment so many minutes after the start of the story. */
export const minute = (n: number): string => new Date(Date.UTC(2026, 0, 5, 9, n)).toISOString();

export interface MarkSpec {
  readonly id: string;
  readonly label?: string;
  readonly by?: PersonId;
  readonly at?: number;
  readonly withdrawn?: boolean;
  readonly words?: string;
}

export interface ThreadSpec {
  readonly id: string;
  readonly on: 'mark' | 'passage' | 'article';
  readonly by?: PersonId;
  readonly at?: number;
  readonly resolved?: { readonly by: PersonId; readonly at: number };
  readonly comments: readonly { readonly by: PersonId; readonly at: number; readonly body?: string }[];
  readonly words?: string;
}

const target = (words: string) => ({
  ranges: [{ start: 'AA==', end: 'AA==', quote: { exact: words, prefix: '', suffix: '' } }],
});

function threadOf(spec: ThreadSpec): Thread {
  const subject = {
    mark: { on: 'annotation', annotation: spec.id as AnnotationId } as const,
    passage: { on: 'passage', target: target(spec.words ?? spec.id) } as const,
    article: { on: 'article' } as const,
  }[spec.on];
  return {
    id: spec.id as ThreadId,
    subject,
    creator: spec.by ?? ana,
    created: minute(spec.at ?? 0),
    status: spec.resolved ? 'resolved' : 'open',
    ...(spec.resolved && { settled: { by: spec.resolved.by, at: minute(spec.resolved.at) } }),
  };
}

/** A review as the server would have published it. */
export function review(marks: readonly MarkSpec[], threads: readonly ThreadSpec[] = []): ReviewState {
  const comments = threads.flatMap((thread) =>
    thread.comments.map(
      (said, i): Comment => ({
        id: `${thread.id}-comment-${i}` as CommentId,
        thread: thread.id as ThreadId,
        creator: said.by,
        created: minute(said.at),
        body: said.body ?? 'A remark.',
        reactions: {},
      }),
    ),
  );
  return {
    ...EMPTY_REVIEW,
    annotations: new Map(
      marks.map((mark) => [
        mark.id as AnnotationId,
        {
          id: mark.id as AnnotationId,
          label: mark.label ?? 'claim',
          target: target(mark.words ?? mark.id),
          attributes: {},
          creator: mark.by ?? ana,
          created: minute(mark.at ?? 0),
          modified: minute(mark.at ?? 0),
          status: mark.withdrawn ? 'withdrawn' : 'active',
        },
      ]),
    ),
    threads: new Map(threads.map((spec) => [spec.id as ThreadId, threadOf(spec)])),
    comments: new Map(comments.map((comment) => [comment.id, comment])),
  };
}

/** What has a card in a review whose marks stand there, in the order of making. */
export function entriesOf(state: ReviewState, placed: Placements = NO_PLACEMENTS): readonly Entry[] {
  return new EntryReader().read(state, placed.orphaned);
}

/** `"outer:10-50 inner:20-30 split:5-8,40-60 gone:"`: where marks stand; without ranges they are orphaned. */
export function places(notation: string, words: Readonly<Record<string, string>> = {}): Placements {
  const placed = new Map(
    notation.split(' ').map((part): [string, PlacedMark] => {
      const [id, spans] = part.split(':') as [string, string];
      return [id, placedMark(id, spans, words[id])];
    }),
  );
  const lost = [...placed.values()].filter(({ status }) => status === 'orphaned').map(({ id }) => id);
  return {
    get: (id) => placed.get(id),
    has: (id) => placed.has(id),
    order: {},
    orphaned: new Set(lost),
  };
}

function placedMark(id: string, spans: string, words: string | undefined): PlacedMark {
  const ranges = spans.split(',').flatMap((span) => {
    const [from, to] = span.split('-').map(Number);
    return span ? [{ from: from!, to: to! }] : [];
  });
  if (ranges.length === 0) return { id, ranges, status: 'orphaned', text: '' };
  return { id, ranges, status: words === undefined ? 'exact' : 'changed', text: words ?? id };
}
