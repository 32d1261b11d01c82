import { bytesToBase64, sha256Hex } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';
import type { ArticleExport, Exporter } from './export-article.ts';
import { articleContent, blockContent, headline, isHeld } from './export-html-blocks.ts';
import { laidBlocks } from './export-html-layout.ts';
import { type NumberedMark, numberedMarks } from './export-html-marks.ts';
import { momentText } from './export-html-moment.ts';
import { type NoteWriter, noteWriter } from './export-html-notes.ts';
import { colophon, legend, peopleList } from './export-html-parts.ts';
import { STYLE } from './export-html-style.ts';
import { count, counted } from './export-losses.ts';
import { type Content, element, type Markup, styleElement } from './export-markup.ts';

/**
 * One page that stands alone, for reading and printing: the article with its marks, the notes and discussions
 * numbered beside it. It loads nothing and runs nothing, which its content security policy states.
 */
export const htmlExporter: Exporter = {
  format: 'html',
  mediaType: 'text/html; charset=utf-8',
  extension: '.html',
  export: (input) => `<!DOCTYPE html>\n${page(input).html}\n`,
  losses,
};

function page(input: ArticleExport): Markup {
  const { title } = input.article;
  const policy = `default-src 'none'; style-src 'sha256-${hashSource(STYLE)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('title', {}, `${title} · annotated`),
      styleElement(STYLE),
    ),
    body(input),
  );
}

/** A SHA-256 as a content security policy names it. */
function hashSource(text: string): string {
  return bytesToBase64(Uint8Array.from(sha256Hex(text).match(/../g)!, (byte) => Number.parseInt(byte, 16)));
}

function body(input: ArticleExport): Markup {
  const marks = numberedMarks(input);
  const notes = noteWriter(input);
  const standing = marks.filter((mark) => mark.standing.ranges.length > 0);
  const blocks = laidBlocks(input.document, standing);
  const title = headline(blocks, input.article.title);
  const heading = title
    ? blockContent(title, notes.note, { level: 2 - title.block.attrs.level })
    : element('h1', { dir: 'auto' }, input.article.title);
  const rest = title ? blocks.slice(1) : blocks;
  return element(
    'body',
    {},
    element('header', {}, ...masthead(input, marks, heading)),
    element('main', {}, element('article', { lang: '' }, articleContent(rest, notes.note))),
    element(
      'footer',
      {},
      wholeDiscussions(input, notes),
      orphans(marks, notes),
      peopleList(input),
      colophon(input),
    ),
  );
}

function masthead(input: ArticleExport, marks: readonly NumberedMark[], heading: Markup): Content[] {
  return [
    element('p', { class: 'kicker' }, 'Annotated article'),
    heading,
    element(
      'p',
      { class: 'dateline' },
      'As of ',
      element('time', { datetime: input.changed }, momentText(input.changed)),
      ...[
        ...counted(
          count(marks, (mark) => mark.annotation !== null),
          'mark',
          'marks',
          '',
        ),
        ...counted(discussions(input, marks), 'discussion', 'discussions', ''),
      ].map((part) => ` · ${part.trim()}`),
    ),
    legend(input, marks),
  ];
}

/** How many are shown: those of withdrawn marks are not. */
function discussions({ threads }: ArticleExport, marks: readonly NumberedMark[]): number {
  return (
    count(marks, (mark) => mark.thread !== null) +
    count(threads, ({ thread }) => thread.subject.on === 'article')
  );
}

function section(title: string, ...content: Content[]): Markup {
  return element('section', {}, element('h2', {}, title), ...content);
}

function wholeDiscussions({ threads }: ArticleExport, notes: NoteWriter): Content {
  const whole = threads.filter(({ thread }) => thread.subject.on === 'article');
  return whole.length === 0 ? null : section('On the article as a whole', ...whole.map(notes.discussion));
}

function orphans(marks: readonly NumberedMark[], notes: NoteWriter): Content {
  const orphaned = marks.filter((mark) => mark.standing.ranges.length === 0);
  if (orphaned.length === 0) return null;
  const why = element('p', { class: 'why' }, 'The words of these marks are no longer in the text.');
  return section('Marks without a place', why, ...orphaned.map(notes.note));
}

function losses(input: ArticleExport): readonly string[] {
  const withdrawn = count(input.annotations, ({ annotation }) => annotation.status === 'withdrawn');
  const blocks = input.document.children;
  const absent = count(
    blocks,
    (block) => block.type.name === 'figure' && block.attrs.src !== null && !isHeld(block),
  );
  return [
    ...counted(withdrawn, 'withdrawn mark is', 'withdrawn marks are', 'left out, with the discussion on it.'),
    ...counted(
      absent,
      'picture is',
      'pictures are',
      'named by address only, because the file loads nothing.',
    ),
    ...counted(unknownParts(input.document), 'part', 'parts', 'made by a newer version cannot be shown.'),
    'Marks cannot be read back from this file: use the lossless form for that.',
  ];
}

function unknownParts(document: Node): number {
  let parts = 0;
  document.descendants((node) => {
    if (node.type.name.startsWith('unknown')) parts++;
  });
  return parts;
}
