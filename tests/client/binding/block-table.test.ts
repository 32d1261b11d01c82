import { type Block, indexOfPosition, PLAIN, positionOfIndex, schema } from '@assay/shared/article';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BlockTable } from '../../../client/src/binding/index.ts';

interface Made {
  readonly kind: 'paragraph' | 'implicit' | 'rule';
  readonly size: number;
}

function blockOf({ kind, size }: Made): Block {
  if (kind === 'rule')
    return { marker: new Y.Map(), formats: PLAIN, node: schema.nodes.horizontal_rule!.create() };
  const node = schema.nodes.paragraph!.create(null, size ? schema.text('x'.repeat(size)) : null);
  return { marker: kind === 'implicit' ? null : new Y.Map(), formats: PLAIN, node };
}

const made = fc.record({
  kind: fc.constantFrom<Made['kind']>('paragraph', 'paragraph', 'implicit', 'rule'),
  size: fc.nat(3),
});
const change = fc.record({ first: fc.nat(20), count: fc.nat(3), blocks: fc.array(made, { maxLength: 3 }) });

/** Every answer of the table, and what a walk over the blocks says. */
function expectSameAsWalk(table: BlockTable, blocks: readonly Block[]): void {
  const doc = schema.topNodeType.create(
    null,
    blocks.map(({ node }) => node),
  );
  const implicit = blocks.map(({ marker }) => marker === null);
  const answer = (ask: () => number) => {
    try {
      return ask();
    } catch (error) {
      return (error as Error).name;
    }
  };
  for (let at = -1; at <= doc.content.size + 1; at++) {
    expect(answer(() => table.indexOfPosition(at))).toBe(answer(() => indexOfPosition(doc, at, implicit)));
    expect(answer(() => table.positionOfIndex(at))).toBe(answer(() => positionOfIndex(doc, at, implicit)));
  }
  expect(blocks.map((_, i) => table.startOf(i))).toEqual(
    blocks.map((_, i) => blocks.slice(0, i).reduce((sum, { node }) => sum + node.nodeSize, 0)),
  );
  expect(table.markers().every((marker, i) => marker === blocks[i]!.marker)).toBe(true);
  expect(table.markers().length).toBe(blocks.length);
  for (const [i, { marker }] of blocks.entries()) if (marker) expect(table.numberOf(marker)).toBe(i);
  expect(table.missing).toBe(implicit.filter(Boolean).length);
  const tokens = indexOfPosition(doc, doc.content.size, implicit);
  expect([table.fits(doc, [], tokens), table.fits(doc, [], tokens + 1)]).toEqual([true, false]);
}

describe('the table of blocks', () => {
  it('[TX6] counts as a walk over all blocks does, also after blocks have changed, come and gone', () => {
    fc.assert(
      fc.property(
        fc.array(made, { minLength: 1, maxLength: 9 }),
        fc.array(change, { maxLength: 5 }),
        (start, changes) => {
          let blocks = start.map(blockOf);
          const table = new BlockTable(blocks);
          expectSameAsWalk(table, blocks);
          for (const one of changes) {
            const first = one.first % blocks.length;
            const count = Math.min(one.count, blocks.length - first);
            // Words change while a block keeps its marker; an article is never without a block.
            const next = one.blocks.map((made, i): Block => {
              const old = i < count && made.kind === 'paragraph' ? blocks[first + i]! : null;
              return old?.node.isTextblock ? { ...old, node: blockOf(made).node } : blockOf(made);
            });
            if (blocks.length - count + next.length === 0) continue;
            table.take([{ first, count, blocks: next, hunks: [] }]);
            blocks = [...blocks.slice(0, first), ...next, ...blocks.slice(first + count)];
            expectSameAsWalk(table, blocks);
          }
        },
      ),
    );
  });
});
