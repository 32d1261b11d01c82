import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkTree, type Placed, reachOf } from '../../../client/src/editor/mark-tree.ts';

interface Item extends Placed {
  readonly name: number;
}

function itemsOf(spans: readonly (readonly [number, number])[]): Item[] {
  return spans.map(([from, size], name) => ({
    name,
    pieces: size === 0 ? [] : [{ from, to: from + size }],
    watched: name % 7 === 0 ? [{ from: from + size, to: from + size + 2 }] : [],
  }));
}

const spans = fc.array(fc.tuple(fc.nat(2_000), fc.nat(40)), { minLength: 1, maxLength: 300 });

const change = fc.record({
  from: fc.nat(2_000),
  size: fc.nat(30),
  grown: fc.integer({ min: -5, max: 9 }),
});

describe('the tree of the marks', () => {
  it('[ED22] holds after any changes and replacements what a plain list would hold', () => {
    let mapped = 0;
    fc.assert(
      fc.property(spans, fc.array(change, { maxLength: 8 }), (all, changes) => {
        let list = itemsOf(all);
        let tree = MarkTree.of(list);
        for (const { from, size, grown } of changes) {
          const [to, delta] = [from + size, Math.max(grown, -size)];
          const widened = (item: Item): Item => ({ ...item, pieces: [{ from, to: to + delta }] });
          list = list.map((item) => {
            const reach = reachOf(item);
            if (!(reach.to >= from)) return item;
            if (reach.from <= to) return widened(item);
            const moved = ({ from, to }: { from: number; to: number }) => ({
              from: from + delta,
              to: to + delta,
            });
            return { ...item, pieces: item.pieces.map(moved), watched: item.watched.map(moved) };
          });
          tree = tree.afterChange({ from, to, delta }, (item, number) => {
            expect(item.name).toBe(number);
            mapped++;
            return widened(item);
          });
          const number = from % list.length;
          const other = { ...list[number]!, pieces: [{ from: size, to: size + 1 }] };
          list[number] = other;
          tree = tree.with(new Map([[number, other]]));
        }
        expect(tree.all()).toEqual(list);
        expect(list.map((_, number) => tree.at(number))).toEqual(list);
        expect(tree.at(list.length)).toBeUndefined();
        for (const span of [
          { from: 0, to: 0 },
          { from: 500, to: 520 },
          { from: 1_000, to: 1_000 },
        ]) {
          const found: number[] = [];
          tree.touching(span, (_item, number) => found.push(number));
          const wanted = list.filter((item) => {
            const reach = reachOf(item);
            return reach.from <= span.to && reach.to >= span.from;
          });
          expect(found).toEqual(wanted.map(({ name }) => name));
        }
      }),
      { numRuns: 300 },
    );
    expect(mapped).toBeGreaterThan(100);
  });

  it('[ED22] looks, for a change among ten thousand, at those it touches, and keeps all the others as they are held', () => {
    const items = itemsOf(Array.from({ length: 10_000 }, (_, i) => [10 * i, 25]));
    const tree = MarkTree.of(items);
    const touched: number[] = [];
    const next = tree.afterChange({ from: 50_003, to: 50_004, delta: 3 }, (item) => {
      touched.push(item.name);
      return item;
    });
    expect(touched).toEqual([4_998, 4_999, 5_000]);
    // Each item is asked where it reaches whenever it is looked at: of ten thousand, a few dozen are.
    let looked = 0;
    const watching = items.map((item) => ({
      ...item,
      get pieces() {
        looked++;
        return item.pieces;
      },
    }));
    const watched = MarkTree.of(watching);
    looked = 0;
    watched.afterChange({ from: 50_003, to: 50_004, delta: 3 }, (item) => item);
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThan(200);
    expect(next.at(0)).toBe(items[0]);
    expect(next.at(9_999)!.pieces).toEqual([{ from: 99_993, to: 100_018 }]);
  });
});
