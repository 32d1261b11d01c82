import MarkdownIt, { type Token } from 'markdown-it';
import { type DraftBlock, draftText } from './import-draft.ts';
import type { Draft } from './import-html.ts';
import { MarkdownReader } from './import-markdown-reader.ts';
import { draftFromText } from './import-text.ts';
import type { WarningCount } from './import-warnings.ts';

/** Beyond this markdown-it leaves the words of a block out, and long before the stack it recurses on is full. */
const MAX_NESTING = 400;

/** Raw HTML is not read: its tags stand in the text as they were typed, as words. */
const parser = new MarkdownIt('commonmark', { html: false, maxNesting: MAX_NESTING }).enable([
  'table',
  'strikethrough',
]);
/** Every address becomes a token and is judged by `linkAddress`, so that a refused one is counted. */
parser.validateLink = () => true;

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Reads CommonMark with tables and strikethrough, and the title of a front matter. */
export function draftFromMarkdown(source: string, warnings: WarningCount): Draft {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const matter = FRONT_MATTER.exec(text);
  const tokens = parser.parse(matter ? text.slice(matter[0].length) : text, {});
  if (isTooDeep(tokens)) {
    warnings.add('structure-dropped');
    return draftFromText(source);
  }
  const reader = new MarkdownReader(warnings);
  if (matter) reader.code(matter[1]!);
  reader.read(tokens);
  const { blocks } = reader.writer;
  return { blocks, title: matterTitle(matter?.[1]) || firstHeading(blocks) };
}

function isTooDeep(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.level >= MAX_NESTING - 1);
}

function matterTitle(matter: string | undefined): string {
  const line = /^title:[ \t]*(.+)$/m.exec(matter ?? '')?.[1]?.trim() ?? '';
  return line.replace(/^(["'])(.*)\1$/, '$2');
}

function firstHeading(blocks: readonly DraftBlock[]): string {
  const heading = blocks.find((block) => block.shape.kind === 'heading' && block.shape.level === 1);
  return heading ? draftText(heading) : '';
}
