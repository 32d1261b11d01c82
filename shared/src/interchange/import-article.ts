import type { SourceFormat } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';
import { buildDocument } from './import-build.ts';
import { draftText, shorten } from './import-draft.ts';
import { type Draft, draftFromHtml } from './import-html.ts';
import { draftFromMarkdown } from './import-markdown.ts';
import { draftFromText } from './import-text.ts';
import { type ImportWarning, WarningCount } from './import-warnings.ts';

/** A source as it was given: decoded text, what it is written in, and the name of the file it came from. */
export interface ImportSource {
  readonly content: string;
  readonly format: SourceFormat;
  readonly fileName?: string | undefined;
}

export interface ImportedArticle {
  /** Never empty, at most 300 UTF-16 units. */
  readonly title: string;
  /** A checked document of the article schema. */
  readonly doc: Node;
  /** What could not be taken over as it was. */
  readonly warnings: readonly ImportWarning[];
}

const TITLE_LIMIT = 300;
/** A title made of the first words stays shorter than one that the source gives. */
const OPENING_LIMIT = 80;

/**
 * Turns a source into an article. Every word of it is kept, in order; scripts, styles, event handlers, embedded
 * frames and addresses other than http, https and mailto are not. Throws nothing for any input; time grows with its
 * length, for hostile markup faster, so that a server runs it in a thread that it can stop.
 */
export function importArticle({ content, format, fileName }: ImportSource): ImportedArticle {
  const warnings = new WarningCount();
  const draft = read(content, format, warnings);
  const doc = buildDocument(draft.blocks, warnings);
  return { title: titleOf(draft, fileName), doc, warnings: warnings.list() };
}

function read(content: string, format: SourceFormat, warnings: WarningCount): Draft {
  if (format === 'html') return draftFromHtml(content, warnings);
  return format === 'markdown' ? draftFromMarkdown(content, warnings) : draftFromText(content);
}

/** What the source calls itself, else its file's name, else its first words. */
function titleOf({ title, blocks }: Draft, fileName: string | undefined): string {
  const named = shorten(title.replace(/\s+/g, ' ').trim(), TITLE_LIMIT) || stem(fileName ?? '');
  const opening = blocks.map(draftText).find((text) => text !== '') ?? '';
  return named || shorten(opening, OPENING_LIMIT) || 'Untitled article';
}

function stem(fileName: string): string {
  const name = fileName.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z0-9]{1,10}$/, '');
  return shorten(name.replace(/[_\s]+/g, ' ').trim(), TITLE_LIMIT);
}

/** The format that a file's name says, or null when it says none. */
export function formatOfFile(fileName: string): SourceFormat | null {
  if (/\.x?html?$/i.test(fileName)) return 'html';
  if (/\.(?:md|markdown|mdown|mkd)$/i.test(fileName)) return 'markdown';
  return /\.(?:txt|text)$/i.test(fileName) ? 'text' : null;
}
