import type { Token } from 'markdown-it';
import { SWALLOWING } from './import-html-elements.ts';

/**
 * Escapes tags that begin what a browser would not show, or not as Markdown, and that nothing ends: in prose such as
 * "put it into a <script> element" they are words, and would take all that follows with them. Changes the tokens.
 */
export function shieldWords(tokens: readonly Token[]): void {
  const blocks = tokens.filter((token) => token.type === 'html_block');
  shield(blocks);
  for (const { children } of tokens)
    if (children) shield(children.filter((token) => token.type === 'html_inline'));
}

/** What ends each beginning that is no element's. */
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<![': ']]>', '<!': '>' };
const BEGINNING = /<(?:([a-z]+)(?=[\s/>])|!--|\?|!\[|!)/gi;
const ENDING = /<\/[a-z]+|-->|\?>|\]\]>|>/gi;

/** `parts`: the tags that may end one another, in order. */
function shield(parts: readonly Token[]): void {
  const source = parts.map(({ content }) => content);
  const ends = new Map<string, { part: number; index: number }>();
  for (const [part, content] of source.entries())
    for (const { 0: end, index } of content.matchAll(ENDING)) ends.set(end.toLowerCase(), { part, index });
  for (const [at, token] of parts.entries()) {
    token.content = source[at]!.replace(BEGINNING, (tag, name: string | undefined, index: number) => {
      if (name && !SWALLOWING.has(name.toLowerCase())) return tag;
      const end = ends.get(name ? `</${name.toLowerCase()}` : ENDS[tag]!);
      const isEnded = end && (end.part > at || (end.part === at && end.index > index));
      return isEnded ? tag : `&lt;${tag.slice(1)}`;
    });
  }
}
