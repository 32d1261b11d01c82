import { type Block, type Implicit, schema } from '@assay/shared/article';
import { Fragment, type Node } from 'prosemirror-model';
import type { Region } from './region.ts';

/** The blocks from one number up to another. */
export function childrenOf(doc: Node, from: number, to: number): Node[] {
  const nodes: Node[] = [];
  for (let i = from; i < to; i++) nodes.push(doc.child(i));
  return nodes;
}

/** Nodes as a document of their own, in which positions can be counted. */
export function rowOf(nodes: readonly Node[]): Node {
  return schema.topNodeType.create(null, Fragment.fromArray([...nodes]));
}

/** Which blocks have no marker; null when all have. */
export function implicitOf(blocks: readonly Block[]): Implicit | null {
  return blocks.some((block) => block.marker === null) ? blocks.map((block) => block.marker === null) : null;
}

/** Whether a document has in its regions what was read there. */
export function agrees(doc: Node, regions: readonly Region[]): boolean {
  let shift = 0;
  return regions.every((region) => {
    const first = region.first + shift;
    shift += region.blocks.length - region.count;
    return region.blocks.every((block, i) => doc.maybeChild(first + i)?.eq(block.node));
  });
}
