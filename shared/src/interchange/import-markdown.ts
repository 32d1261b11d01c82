import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { imageAddress } from './import-address.ts';
import { frontMatterOf } from './import-front-matter.ts';
import { type Draft, draftFromHtml } from './import-html.ts';
import { shieldWords } from './import-markdown-tags.ts';
import { draftFromText } from './import-text.ts';
import type { WarningCount } from './import-warnings.ts';

/** Beyond this markdown-it leaves the words of a block out, and long before the stack it recurses on is full. */
const MAX_NESTING = 400;

/** Notes stay where the source has them: `footnote_tail` would move them, and leave out those nobody refers to. */
const parser = new MarkdownIt('commonmark', { maxNesting: MAX_NESTING })
  .enable(['table', 'strikethrough'])
  .use(footnotes)
  .disable(['footnote_tail', 'footnote_inline']);
/** Every address becomes a link of the page and is judged by the reader of HTML, so that a refused one is counted. */
parser.validateLink = () => true;

const { rules } = parser.renderer;
const noteSign = ({ meta }: Token) => `<sup>[${parser.utils.escapeHtml(String(meta?.label))}]</sup>`;

rules.footnote_ref = (tokens, at) => noteSign(tokens[at]!);
rules.footnote_reference_open = (tokens, at) =>
  opensNote(tokens, at + 1) ? '' : `<p>${noteSign(tokens[at]!)}</p>`;
rules.footnote_reference_close = () => '';
rules.paragraph_open = (tokens, at, options, _, self) =>
  self.renderToken(tokens, at, options) + (opensNote(tokens, at) ? `${noteSign(tokens[at - 1]!)} ` : '');
/** A picture that cannot be kept leaves the words that stand for it. */
rules.image = (tokens, at, options, env, self) => {
  const token = tokens[at]!;
  const alt = parser.utils.escapeHtml(self.renderInlineAsText(token.children ?? [], options, env));
  const src = imageAddress(String(token.attrGet('src') ?? ''));
  return src === null ? `${alt}<img>` : `<img src="${parser.utils.escapeHtml(src)}" alt="${alt}">`;
};

function opensNote(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.type === 'paragraph_open' && tokens[at - 1]?.type === 'footnote_reference_open';
}

/**
 * Reads CommonMark with tables, strikethrough, footnotes and front matter. HTML in it is a part of the page that the
 * Markdown stands for, and the whole of that page is read as any other.
 */
export function draftFromMarkdown(source: string, warnings: WarningCount): Draft {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const matter = frontMatterOf(text);
  const env = {};
  const tokens = parser.parse(matter ? text.slice(matter.length) : text, env);
  if (isTooDeep(tokens)) {
    warnings.add('structure-dropped');
    return draftFromText(source);
  }
  for (const entry of matter?.others ?? []) warnings.add('metadata-dropped', entry);
  shieldWords(tokens);
  const page = parser.renderer.render(tokens, parser.options, env);
  const draft = draftFromHtml(`<!doctype html><body>${page}`, warnings);
  return { ...draft, title: matter?.title || draft.title };
}

function isTooDeep(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.level >= MAX_NESTING - 1);
}
