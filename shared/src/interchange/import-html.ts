import { parse } from 'parse5';
import { type DraftBlock, draftText } from './import-draft.ts';
import { HtmlReader } from './import-html-reader.ts';
import type { WarningCount } from './import-warnings.ts';

/** What an importer finds in a source: its blocks, and a title if the source names one. */
export interface Draft {
  readonly blocks: readonly DraftBlock[];
  readonly title: string;
}

/**
 * Reads a page, or a piece of one from the clipboard, by the HTML standard's own parser. Headings, paragraphs,
 * lists, quotes, code, figures, rules, line breaks and inline formats are kept; anything else gives up its words as
 * paragraphs. Nothing but words and checked addresses is taken over, so nothing executable can be.
 */
export function draftFromHtml(html: string, warnings: WarningCount): Draft {
  const reader = new HtmlReader(warnings);
  reader.read(parse(html));
  const { blocks } = reader.writer;
  return { blocks, title: chooseTitle(reader.head.title, blocks) };
}

/** A page's title often carries the name of the outlet; a heading of the first level inside it is the headline. */
function chooseTitle(title: string, blocks: readonly DraftBlock[]): string {
  const headings = blocks.filter((block) => block.shape.kind === 'heading' && block.shape.level === 1);
  const texts = headings.map(draftText).filter((text) => text !== '');
  const headline = texts.find((text) => title.toLowerCase().includes(text.toLowerCase()));
  return headline ?? (title || (texts[0] ?? ''));
}
