import type { Formats } from '@assay/shared/article';
import { embedOf, formatsOf, PLAIN } from '@assay/shared/article';
import type { Mark, Node } from 'prosemirror-model';

/** Codes above every UTF-16 unit, for the tokens that are no text. */
const MARKER = 0x10000;
const FIRST_EMBED = 0x10001;

/**
 * A stretch of a document as the Y.Text counts it: one token for each unit of text, inline leaf and marker. Two tokens
 * with one code can be the same token: formats and a block's type are told apart afterwards, as changes of it.
 */
export interface Tokens {
  readonly codes: readonly number[];
  readonly marks: readonly (readonly Mark[])[];
  /** The block of a marker, the node of an embed; undefined for text. */
  readonly nodes: readonly (Node | undefined)[];
}

/** Gives equal embeds equal codes; one for each comparison. */
export type EmbedCodes = Map<string, number>;

/** The tokens between two positions. A block counts when its opening lies between them. */
export function tokensBetween(doc: Node, from: number, to: number, embeds: EmbedCodes): Tokens {
  const codes: number[] = [];
  const marks: (readonly Mark[])[] = [];
  const nodes: (Node | undefined)[] = [];
  const push = (code: number, set: readonly Mark[], node?: Node) => {
    codes.push(code);
    marks.push(set);
    nodes.push(node);
  };
  const visit = (node: Node, pos: number) => {
    if (node.isText) {
      const text = node.text!;
      for (let i = Math.max(from - pos, 0); i < Math.min(to - pos, text.length); i++)
        push(text.charCodeAt(i), node.marks);
    } else if (node.isBlock) {
      if (pos >= from) push(MARKER, [], node);
    } else push(embedCode(node, embeds), node.marks, node);
    return true;
  };
  visitBetween(doc, from, to, visit);
  return { codes, marks, nodes };
}

/** As `nodesBetween`, without looking at the other blocks when the stretch lies within the words of one. */
function visitBetween(
  doc: Node,
  from: number,
  to: number,
  visit: (node: Node, pos: number) => boolean,
): void {
  if (from === to) return;
  const at = doc.resolve(from);
  if (!at.parent.isTextblock || to > at.end()) doc.nodesBetween(from, to, visit);
  else at.parent.nodesBetween(at.parentOffset, at.parentOffset + to - from, visit, at.start());
}

function embedCode(node: Node, embeds: EmbedCodes): number {
  const key = JSON.stringify(embedOf(node));
  const code = embeds.get(key) ?? FIRST_EMBED + embeds.size;
  embeds.set(key, code);
  return code;
}

export function isMarker(tokens: Tokens, at: number): boolean {
  return tokens.codes[at] === MARKER;
}

/** The first index from `at` at which a token is no longer text with the same marks; `at + 1` for what is no text. */
export function runEnd(tokens: Tokens, at: number, limit: number): number {
  let end = at + 1;
  if (tokens.nodes[at]) return end;
  while (end < limit && !tokens.nodes[end] && tokens.marks[end] === tokens.marks[at]) end++;
  return end;
}

export function textOf(tokens: Tokens, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i += 4096)
    text += String.fromCharCode(...tokens.codes.slice(i, Math.min(i + 4096, to)));
  return text;
}

export function formatsAt(tokens: Tokens, at: number): Formats {
  const marks = tokens.marks[at];
  return marks?.length ? formatsOf(marks) : PLAIN;
}
