import { type Label, type PersonId, sha256Hex } from '@assay/shared/model';
import type { ArticleExport } from './export-article.ts';
import type { NumberedMark } from './export-html-marks.ts';
import { momentText } from './export-html-moment.ts';
import { count, counted } from './export-losses.ts';
import { type Content, element, type Markup } from './export-markup.ts';

/** The labels in use with their hue, line and letter, and how many marks have each. */
export function legend({ labels }: ArticleExport, marks: readonly NumberedMark[]): Content {
  const used = new Map<string, Label>();
  for (const label of [...labels, ...marks.map((mark) => mark.label)]) used.set(label.id, label);
  return element(
    'ul',
    { class: 'legend', 'aria-label': 'Labels' },
    ...[...used.values()].map((label) => {
      const number = count(marks, (mark) => mark.label.id === label.id);
      return element(
        'li',
        { 'data-hue': label.hue },
        element('span', { class: 'number' }, label.letter),
        ' ',
        element('mark', { class: 'lane-0', 'data-hue': label.hue, 'data-line': label.line }, label.name),
        ` ${number}`,
      );
    }),
  );
}

/** Everybody who made something here, with what they made. */
export function peopleList({ people, annotations, threads }: ArticleExport): Content {
  if (people.length === 0) return null;
  const comments = threads.flatMap((thread) => thread.comments);
  const work = (id: PersonId) =>
    [
      ...counted(
        count(annotations, ({ annotation }) => annotation.creator === id && annotation.status === 'active'),
        'mark',
        'marks',
        '',
      ),
      ...counted(
        count(comments, (comment) => comment.creator === id && !comment.deleted),
        'comment',
        'comments',
        '',
      ),
    ].map((part) => part.trim());
  return element(
    'section',
    {},
    element('h2', {}, 'People'),
    element(
      'ul',
      { class: 'people' },
      ...people.map(({ id, name, program }) =>
        element(
          'li',
          {},
          element('bdi', {}, name),
          program ? ' (program)' : null,
          work(id).length > 0 ? ` · ${work(id).join(', ')}` : null,
        ),
      ),
    ),
  );
}

/** What exactly was exported: enough to tell two versions apart and to find the original. */
export function colophon({ article, text, changed }: ArticleExport): Markup {
  const { original } = article;
  const facts: [string, Content][] = [
    ['State of', momentText(changed)],
    ['Text, SHA-256', element('code', {}, sha256Hex(text))],
    ['Imported', momentText(article.created)],
    [
      'Original',
      [
        original.fileName ? [element('bdi', {}, original.fileName), ', '] : null,
        `${original.format}, ${original.bytes} bytes`,
      ],
    ],
    ['Original, SHA-256', element('code', {}, original.sha256)],
    ['Article', element('code', {}, article.id)],
  ];
  return element(
    'section',
    { class: 'colophon' },
    element('h2', {}, 'This copy'),
    element('dl', {}, ...facts.map(([term, fact]) => [element('dt', {}, term), element('dd', {}, fact)])),
  );
}
