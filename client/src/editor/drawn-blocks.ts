import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { type Decoration, DecorationSet } from 'prosemirror-view';
import type { PlacedBlock } from './block-drawing.ts';
import { changeOf } from './document-change.ts';
import { drawBlock, type Emphasis } from './mark-decorations.ts';
import type { MarkIndex } from './mark-index.ts';
import type { Span } from './positions.ts';

/** Blocks by number, `end` not included. */
export interface Band {
  readonly first: number;
  readonly end: number;
}

/** What is to be seen. `band`: the blocks in which marks are drawn; all when it is null. */
export interface Picture {
  readonly doc: Node;
  readonly index: MarkIndex;
  readonly emphasis: Emphasis;
  readonly band: Band | null;
}

/** prosemirror-view makes a set of a list of its own and one of children, which its types do not tell. */
const NOTHING_OF_ITS_OWN = [[], []] as unknown as [];

/**
 * The decorations of the marks. Those of a block are made when the view asks for that block, and kept until something
 * in it changes: an edit costs the decorations of the blocks it touches.
 */
export class DrawnBlocks extends DecorationSet {
  #at = { number: 0, offset: 0 };

  private constructor(
    readonly picture: Picture,
    private readonly sets: (DecorationSet | undefined)[],
  ) {
    super(...NOTHING_OF_ITS_OWN);
  }

  static of(picture: Picture): DrawnBlocks {
    return new DrawnBlocks(picture, []);
  }

  /** The same document with other marks, of which these stretches are to be drawn anew; everything when it is null. */
  redrawn(picture: Picture, anew: readonly Span[] | null): DrawnBlocks {
    const sets = anew ? this.sets.slice() : [];
    for (const span of anew ?? []) forget(sets, picture.doc, span);
    return new DrawnBlocks(picture, sets);
  }

  /** After a change of the document; these stretches of it are to be drawn anew besides. */
  changed(picture: Picture, tr: Transaction, anew: readonly Span[]): DrawnBlocks {
    const change = changeOf(tr);
    const sets = this.sets.slice();
    if (change) {
      const { doc: before } = this.picture;
      const first = before.resolve(change.from).index(0);
      const after = before.childCount - 1 - before.resolve(change.to).index(0);
      const fresh = Math.max(picture.doc.childCount - first - Math.max(after, 0), 0);
      sets.length = before.childCount;
      const gone = before.childCount - first - Math.max(after, 0);
      sets.splice(first, gone, ...new Array(fresh).fill(undefined));
      if (anyEmpty(before, first, gone) || anyEmpty(picture.doc, first, fresh))
        forgetNextWords(sets, picture.doc, first + fresh);
    }
    for (const span of anew) forget(sets, picture.doc, span);
    return new DrawnBlocks(picture, sets);
  }

  /** What is drawn, in positions of the document. */
  spans(): (Span & { readonly id: string })[] {
    const found: (Span & { readonly id: string })[] = [];
    this.picture.doc.forEach((node, offset, number) => {
      const start = offset + 1;
      for (const one of this.setOf({ node, number, start }).find())
        found.push({ id: one.spec.id, from: one.from + start, to: one.to + start });
    });
    return found;
  }

  override forChild(offset: number, node: Node): DecorationSet {
    return node.isTextblock
      ? this.setOf({ node, number: this.numberAt(offset), start: offset + 1 })
      : DecorationSet.empty;
  }

  /** Asked by the view, as of every set; the types do not tell. */
  eq(other: unknown): boolean {
    return this === other;
  }

  override find(): Decoration[] {
    throw new RangeError('What is drawn is known block by block: ask `spans`.');
  }

  override map(): DecorationSet {
    throw new RangeError('What is drawn follows the index of the marks: ask `changed`.');
  }

  private setOf(block: PlacedBlock): DecorationSet {
    const { doc, index, emphasis, band } = this.picture;
    if (!block.node.isTextblock || (band && (block.number < band.first || block.number >= band.end)))
      return DecorationSet.empty;
    const set = this.sets[block.number] ?? drawBlock(doc, block, index, emphasis);
    this.sets[block.number] = set;
    return set;
  }

  /** The view asks for one block after the other. */
  private numberAt(offset: number): number {
    const { doc } = this.picture;
    if (offset < this.#at.offset) this.#at = { number: 0, offset: 0 };
    const at = this.#at;
    while (at.offset < offset) at.offset += doc.child(at.number++).nodeSize;
    return at.number;
  }
}

function anyEmpty(doc: Node, first: number, count: number): boolean {
  for (let number = first; number < first + count; number++)
    if (doc.child(number).content.size === 0) return true;
  return false;
}

/** Behind empty blocks a mark may begin with words that stand further on. */
function forgetNextWords(sets: (DecorationSet | undefined)[], doc: Node, first: number): void {
  for (let number = first; number < doc.childCount; number++) {
    sets[number] = undefined;
    if (doc.child(number).content.size > 0) return;
  }
}

function forget(sets: (DecorationSet | undefined)[], doc: Node, { from, to }: Span): void {
  const last = doc.resolve(to).index(0);
  for (let number = doc.resolve(from).index(0); number <= last; number++) sets[number] = undefined;
}
