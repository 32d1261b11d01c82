import type { Node } from 'prosemirror-model';

/**
 * Three ways to say where something is in an article, and the arithmetic between them.
 *
 * - **position**: ProseMirror's, counting an opening and a closing token for each text block;
 * - **offset**: UTF-16 units of the linear text;
 * - **index**: of the Y.Text, counting one for the marker in front of each block.
 *
 * A closing token counts nothing in the Y.Text: `index = position - text blocks closed before`. The linear text has a
 * line break where the Y.Text has a marker, except for the first: `offset = index - 1`. Only a block whose marker is
 * missing (`implicit`) lets the two drift apart.
 */
export type Implicit = readonly boolean[];

/** The text of a block; a hard break is a line break, any other inline embed U+FFFC. */
export function blockText(block: Node): string {
  return block.textBetween(0, block.content.size);
}

/** The text that offsets count in: the blocks' texts joined by "\n"; a rule is an empty line. */
export function linearText(doc: Node): string {
  const lines: string[] = [];
  doc.forEach((block) => {
    lines.push(blockText(block));
  });
  return lines.join('\n');
}

/** How far a position lies in the article, in tokens that count: the marker of each block, and each unit of text. */
function tokensBefore(doc: Node, position: number, implicit: Implicit | null): number {
  if (position < 0 || position > doc.content.size)
    throw new RangeError(`No position ${position} in this article.`);
  let start = 0;
  let uncounted = 0;
  for (let i = 0; i < doc.childCount; i++) {
    const block = doc.child(i);
    const end = start + block.nodeSize;
    if (position <= start) break;
    if (implicit?.[i]) uncounted++;
    if (position < end) break;
    if (block.isTextblock) uncounted++;
    start = end;
  }
  return position - uncounted;
}

/**
 * The position of a boundary between tokens. It stands as far left as it can: at the end of a text block rather than
 * between two blocks; after a rule, between the rule and what follows.
 */
function positionAfter(doc: Node, tokens: number, implicit: Implicit | null): number {
  let start = 0;
  let left = tokens;
  for (let i = 0; i < doc.childCount && left > 0; i++) {
    const block = doc.child(i);
    const marker = implicit?.[i] ? 0 : 1;
    const size = block.isTextblock ? marker + block.content.size : 1;
    if (left <= size) return block.isTextblock ? start + 1 + left - marker : start + 1;
    left -= size;
    start += block.nodeSize;
  }
  if (left > 0 || tokens < 0) throw new RangeError(`No place ${tokens} in this article.`);
  // Nothing is counted before the first block: inside it when its own marker is missing.
  return implicit?.[0] && doc.firstChild?.isTextblock ? 1 : 0;
}

/** Throws a RangeError for a position outside the document. `implicit` names the blocks without a marker. */
export function indexOfPosition(doc: Node, position: number, implicit: Implicit | null = null): number {
  return tokensBefore(doc, position, implicit);
}

/** Throws a RangeError for an index outside the Y.Text. */
export function positionOfIndex(doc: Node, index: number, implicit: Implicit | null = null): number {
  return positionAfter(doc, index, implicit);
}

/** A position between two blocks counts as the end of the first. Throws a RangeError outside the document. */
export function offsetOfPosition(doc: Node, position: number): number {
  return Math.max(0, tokensBefore(doc, position, null) - 1);
}

/** On a rule's empty line this is the position after the rule. Throws a RangeError outside the text. */
export function positionOfOffset(doc: Node, offset: number): number {
  return positionAfter(doc, offset + 1, null);
}

/** Throws a RangeError for an index outside the Y.Text. */
export function offsetOfIndex(doc: Node, index: number, implicit: Implicit | null = null): number {
  if (!implicit?.includes(true)) return Math.max(0, index - 1);
  return offsetOfPosition(doc, positionAfter(doc, index, implicit));
}

/** Throws a RangeError for an offset outside the text. */
export function indexOfOffset(doc: Node, offset: number, implicit: Implicit | null = null): number {
  return tokensBefore(doc, positionOfOffset(doc, offset), implicit);
}
