import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';

/** A block of the text where it stands on the page. Pixels count from the top of the text. */
export interface BlockBox {
  /** The node: the same one until something in the block changes. */
  readonly block: Node;
  /** Where the block begins in the document, and how many positions it takes up. */
  readonly from: number;
  readonly size: number;
  readonly top: number;
  readonly height: number;
}

/** All blocks in order. Only the box of a block is asked for, never what is in it, so that nothing off screen is laid out. */
export function blockBoxes(view: EditorView): readonly BlockBox[] {
  const elements = [...view.dom.children].filter((one) => !one.classList.contains('ProseMirror-widget'));
  const boxes: BlockBox[] = [];
  const origin = topOf(view.dom);
  view.state.doc.forEach((block, from, number) => {
    const box = elements[number]?.getBoundingClientRect();
    if (box) boxes.push({ block, from, size: block.nodeSize, top: box.top - origin, height: box.height });
  });
  return boxes;
}

/** The block at a position; null when it has no box. */
export function blockBoxAt(view: EditorView, pos: number): BlockBox | null {
  const { node: block, offset: from } = view.state.doc.childAfter(pos);
  const element = block && view.nodeDOM(from);
  if (!block || !(element instanceof Element)) return null;
  const { top, height } = element.getBoundingClientRect();
  return { block, from, size: block.nodeSize, top: top - topOf(view.dom), height };
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
