import { resolveAll } from '@assay/shared/anchoring';
import { decode, linearText } from '@assay/shared/article';
import {
  type ArticleRecord,
  type Comment,
  DEFAULT_LABELS,
  type Label,
  type Moment,
  type Target,
  type Thread,
} from '@assay/shared/model';
import type { PublishedReview } from '@assay/shared/ydoc';
import type * as Y from 'yjs';
import type { ArticleExport, ExportedThread, Standing } from './export-article.ts';

/** What an export is made of. */
export interface ExportSource {
  /** The review as published, or as the ledger has it. Its article must be there. */
  readonly review: PublishedReview;
  /** The article's text. */
  readonly text: Y.Text;
  /** When the ledger's last event happened. When it is not known, the last moment that the review names. */
  readonly changed?: Moment;
  readonly labels?: readonly Label[];
  readonly events?: readonly object[];
}

/** Reads a state for export. Throws a RangeError when the review has no article. */
export function gatherExport(source: ExportSource): ArticleExport {
  const { state, people } = source.review;
  if (!state.article) throw new RangeError('There is no article to export.');
  const document = decode(source.text);
  const annotations = [...state.annotations.values()].sort(byCreation);
  const threads = [...state.threads.values()].sort(byCreation);
  const standings = standingsOf(source.text, [
    ...annotations.map((annotation) => annotation.target),
    ...threads.map(({ subject }) => (subject.on === 'passage' ? subject.target : NOWHERE)),
  ]);
  return {
    article: state.article,
    document,
    text: linearText(document),
    annotations: annotations.map((annotation, i) => ({ annotation, standing: standings[i]! })),
    threads: withComments(threads, [...state.comments.values()], standings.slice(annotations.length)),
    people: [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    labels: source.labels ?? state.guide?.labels ?? DEFAULT_LABELS,
    changed: source.changed ?? lastMoment(state.article, annotations, threads, [...state.comments.values()]),
    ...(source.events && { events: source.events }),
  };
}

const NOWHERE: Target = { ranges: [] };

function standingsOf(text: Y.Text, targets: readonly Target[]): Standing[] {
  return resolveAll(text, targets).map(({ status, ranges }) => ({ status, ranges }));
}

function withComments(
  threads: readonly Thread[],
  comments: readonly Comment[],
  standings: readonly Standing[],
): ExportedThread[] {
  const talk = new Map<string, Comment[]>(threads.map(({ id }) => [id, []]));
  for (const comment of comments) talk.get(comment.thread)?.push(comment);
  return threads.map((thread, i) => ({
    thread,
    standing: thread.subject.on === 'passage' ? standings[i]! : null,
    comments: talk.get(thread.id)!.sort(byCreation),
  }));
}

interface Made {
  readonly id: string;
  readonly created: Moment;
}

function byCreation(a: Made, b: Made): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function lastMoment(
  article: ArticleRecord,
  annotations: ArticleExport['annotations'][number]['annotation'][],
  threads: readonly Thread[],
  comments: readonly Comment[],
): Moment {
  const moments = [
    article.created,
    ...annotations.map(({ modified }) => modified),
    ...threads.map(({ created, settled }) => settled?.at ?? created),
    ...comments.map(({ created, edited, deleted }) => deleted?.at ?? edited ?? created),
  ];
  return moments.sort().at(-1)!;
}
