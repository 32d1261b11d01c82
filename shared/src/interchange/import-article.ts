import { linearText } from '@assay/shared/article';
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
  /** Why this is no article, with what to do instead; null when it is one. */
  readonly refusal: string | null;
  /** At most 300 UTF-16 units; empty only with a refusal. */
  readonly title: string;
  /** A checked document of the article schema. */
  readonly doc: Node;
  /** What could not be taken over as it was. */
  readonly warnings: readonly ImportWarning[];
}

const TITLE_LIMIT = 300;
/** A title made of the first words stays shorter than one that the source gives. */
const OPENING_LIMIT = 80;

const NO_WORDS: Readonly<Record<SourceFormat, string>> = {
  html: 'There are no words in this page as it was saved. If it shows some, open it in a browser, copy them, and import what you copied.',
  markdown: 'There are no words in this Markdown. Import a file or a text that has some.',
  text: 'There are no words in this. Import a file or a text that has some.',
};

/**
 * Turns a source into an article. Every word of it is kept, in order; scripts, styles, event handlers, embedded
 * frames and addresses other than http, https and mailto are not. Throws nothing for any input; time grows with its
 * length, for hostile markup faster, so that a server runs it in a thread that it can stop.
 */
export function importArticle({ content, format, fileName }: ImportSource): ImportedArticle {
  const warnings = new WarningCount();
  const draft = read(content, format, warnings);
  const doc = buildDocument(draft.blocks, warnings);
  const refusal = hasWords(doc) ? null : NO_WORDS[format];
  return { refusal, title: titleOf(draft, fileName), doc, warnings: warnings.list() };
}

/** Whether there is anything to read and mark: pictures alone are not. */
function hasWords(doc: Node): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(linearText(doc));
}

function read(content: string, format: SourceFormat, warnings: WarningCount): Draft {
  if (format === 'html') return draftFromHtml(content, warnings);
  return format === 'markdown' ? draftFromMarkdown(content, warnings) : draftFromText(content);
}

/** What the source calls itself, else its file's name, else its first words. */
function titleOf({ title, blocks }: Draft, fileName: string | undefined): string {
  const named = shorten(title.replace(/\s+/g, ' ').trim(), TITLE_LIMIT) || stem(fileName ?? '');
  const opening = blocks.map(draftText).find((text) => text !== '') ?? '';
  return named || shorten(opening, OPENING_LIMIT);
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
