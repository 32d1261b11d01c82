import { PIECE_SEPARATOR } from '@assay/shared/anchoring';
import { type AttributeValue, type Comment, isTarget, type PersonId } from '@assay/shared/model';
import type { ArticleExport, ExportedThread } from './export-article.ts';
import type { NumberedMark } from './export-html-marks.ts';
import { moment } from './export-html-moment.ts';
import { type Content, element, type Markup } from './export-markup.ts';

/** Writes notes: of marks beside the text, and of discussions on their own. */
export interface NoteWriter {
  note(mark: NumberedMark): Markup;
  discussion(thread: ExportedThread): Markup;
}

export function noteWriter({ people, text }: ArticleExport): NoteWriter {
  const names = new Map<PersonId, string>(
    people.map(({ id, name, program }) => [id, program ? `${name} (program)` : name]),
  );
  const name = (id: PersonId) => names.get(id) ?? 'Somebody unknown';
  return {
    note: (mark) => noteElement(mark, text, name),
    discussion: (thread) => element('section', { class: 'note whole' }, ...threadContent(thread, name)),
  };
}

type Name = (id: PersonId) => string;

function noteElement(mark: NumberedMark, text: string, name: Name): Markup {
  const { number, label, annotation, thread, standing } = mark;
  return element(
    'aside',
    { class: 'note', id: `note-${number}`, 'data-hue': label.hue, 'aria-label': `Note ${number}` },
    element(
      'p',
      { class: 'head' },
      element(
        'a',
        { class: 'number', href: standing.ranges.length > 0 ? `#mark-${number}` : null },
        `${label.letter}${number}`,
      ),
      ' ',
      element('b', {}, label.name),
      // A passage has no maker but the writer of its first comment, who is named there.
      annotation ? [' ', byline(name(annotation.creator), annotation.created)] : null,
    ),
    ...words(mark, text),
    attributes(annotation?.attributes ?? {}),
    ...(thread ? threadContent(thread, name) : []),
  );
}

function byline(name: string, at: string, ...more: Content[]): Markup {
  return element('span', { class: 'by' }, element('bdi', {}, name), ', ', moment(at), ...more);
}

/** The words that are covered now and, when they are others, those that were marked. */
function words({ standing, target }: NumberedMark, text: string): Content[] {
  const now = standing.ranges.map(({ start, end }) => text.slice(start, end)).join(PIECE_SEPARATOR);
  const then = target.ranges.map(({ quote }) => quote.exact).join(PIECE_SEPARATOR);
  const quoted = (content: string) => element('q', { dir: 'auto' }, content);
  if (standing.status === 'orphaned') return [element('p', { class: 'words' }, quoted(then))];
  return [
    element('p', { class: 'words' }, quoted(now)),
    standing.status === 'changed' && then !== now
      ? element('p', { class: 'then' }, 'Marked when it read ', quoted(then))
      : null,
  ];
}

function attributes(values: Readonly<Record<string, AttributeValue>>): Content {
  const names = Object.keys(values).sort();
  if (names.length === 0) return null;
  return element(
    'dl',
    {},
    ...names.map((key) => [
      element('dt', {}, key),
      element('dd', { dir: 'auto' }, attributeText(values[key]!)),
    ]),
  );
}

function attributeText(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isTarget(value)) return value.ranges.map(({ quote }) => quote.exact).join(' … ');
  return typeof value === 'object' ? value.join(', ') : String(value);
}

function threadContent({ thread, comments }: ExportedThread, name: Name): Content[] {
  const { status, settled } = thread;
  const resolved = status === 'resolved';
  return [
    element('ol', { class: 'thread' }, ...comments.map((comment) => commentElement(comment, name))),
    resolved || settled
      ? element(
          'p',
          { class: 'state' },
          resolved ? 'Resolved' : 'Reopened',
          settled ? [' by ', byline(name(settled.by), settled.at)] : null,
        )
      : null,
  ];
}

function commentElement(comment: Comment, name: Name): Markup {
  const { creator, created, edited, deleted, body, reactions } = comment;
  if (deleted) return tombstone(name(creator), name(deleted.by), deleted.at);
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'head' },
      byline(name(creator), created, edited ? [', edited ', moment(edited)] : null),
    ),
    element('p', { class: 'body', dir: 'auto' }, body),
    reactionList(reactions, name),
  );
}

function tombstone(writer: string, remover: string, at: string): Markup {
  const own = writer === remover;
  return element(
    'li',
    { class: 'tombstone' },
    own ? null : ['A comment by ', element('bdi', {}, writer), ' was deleted by '],
    element('bdi', {}, remover),
    own ? ' deleted a comment, ' : ', ',
    moment(at),
  );
}

function reactionList(reactions: Comment['reactions'], name: Name): Content {
  const emoji = Object.keys(reactions).sort();
  if (emoji.length === 0) return null;
  return element(
    'ul',
    { class: 'reactions' },
    ...emoji.map((one) =>
      element('li', {}, one, ' ', element('bdi', {}, reactions[one]!.map(name).join(', '))),
    ),
  );
}
