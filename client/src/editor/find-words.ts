import { blockText } from '@assay/shared/article';
import type { Node } from 'prosemirror-model';
import type { Span } from './positions.ts';

/** What is looked for. Quotation marks, dashes and spaces of every kind stand for each other. */
export interface FindQuery {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** Signs that stand for one another when searching: each folded to one unit, so that offsets stay true. */
const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»″＂]/g, '"'],
  [/[‘’‚‛‹›′＇`´]/g, "'"],
  [/[‐‑‒–—―−﹣－]/g, '-'],
  [/[\n\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' '],
];

function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  // Some letters are longer in lower case; those stay as they are.
  return text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

function folded(text: string, matchCase: boolean): string {
  const plain = FOLDED.reduce((result, [signs, sign]) => result.replace(signs, sign), text);
  return matchCase ? plain : lowered(plain);
}

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}_]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}\p{M}_]/u;
/** What belongs to the character before it: accents, skin tones, and what joins two signs to one. */
const CLINGS = /^(?:\p{M}|\p{Emoji_Modifier}|\u200d)/u;

function stands(text: string, { from, to }: Span, wholeWords: boolean): boolean {
  const before = text.slice(Math.max(0, from - 2), from);
  const after = text.slice(to, to + 2);
  if (CLINGS.test(after) || before.endsWith('\u200d')) return false;
  return !wholeWords || !(ENDS_IN_WORD.test(before) || BEGINS_WITH_WORD.test(after));
}

/** Where a text has the words, in UTF-16 units; matches do not overlap, and split no character as people see it. */
export function findInText(text: string, { words, matchCase, wholeWords }: FindQuery): Span[] {
  return find(folded(text, matchCase), folded(words, matchCase), wholeWords);
}

function find(text: string, words: string, wholeWords: boolean): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  for (let from = text.indexOf(words); from >= 0; ) {
    const span = { from, to: from + words.length };
    const counts = stands(text, span, wholeWords);
    if (counts) found.push(span);
    from = text.indexOf(words, counts ? span.to : from + 1);
  }
  return found;
}

const texts = { any: new WeakMap<Node, string>(), exact: new WeakMap<Node, string>() };

/** The folded text of a block; blocks are values, so it is made once for each. */
function foldedText(block: Node, matchCase: boolean): string {
  const known = matchCase ? texts.exact : texts.any;
  const text = known.get(block) ?? folded(blockText(block), matchCase);
  known.set(block, text);
  return text;
}

/** Where the words stand between two positions that are edges of blocks, in order. Words never run over blocks. */
export function findInBlocks(doc: Node, from: number, to: number, query: FindQuery): Span[] {
  const found: Span[] = [];
  const words = folded(query.words, query.matchCase);
  if (words === '' || from >= to) return found;
  doc.nodesBetween(from, to, (block, pos) => {
    if (!block.isTextblock) return false;
    for (const span of find(foldedText(block, query.matchCase), words, query.wholeWords))
      found.push({ from: pos + 1 + span.from, to: pos + 1 + span.to });
    return false;
  });
  return found;
}
