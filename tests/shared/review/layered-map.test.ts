import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LayeredMap } from '../../../shared/src/review/layered-map.ts';

const keys = fc.integer({ min: 0, max: 150 });
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ set: keys, value: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ remove: keys }) },
);

describe('a map in layers', () => {
  it('[RV46] is as a map copied whole, order included, and leaves what it was copied from as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.array(deed, { maxLength: 60 }), { maxLength: 12 }), (turns) => {
        let layered: ReadonlyMap<number, number> = new Map([
          [3, 0],
          [1, 0],
          [2, 0],
        ]);
        let whole = new Map(layered);
        for (const turn of turns) {
          const [before, beforeWhole] = [layered, whole];
          const copy = LayeredMap.copyOf(layered);
          whole = new Map(whole);
          for (const one of turn) {
            if ('set' in one) copy.set(one.set, one.value);
            if ('set' in one) whole.set(one.set, one.value);
            if ('remove' in one) expect(copy.delete(one.remove)).toBe(whole.delete(one.remove));
          }
          layered = copy;
          expect([...layered]).toEqual([...whole]);
          expect([...before]).toEqual([...beforeWhole]);
          expect(layered.size).toBe(whole.size);
          for (let key = 0; key <= 150; key++) expect(layered.get(key)).toBe(whole.get(key));
        }
      }),
    );
  });

  it('[RV46] copies the whole now and then alone', () => {
    let walks = 0;
    class Walked extends Map<number, number> {
      override [Symbol.iterator]() {
        walks++;
        return super[Symbol.iterator]();
      }
    }
    let map: ReadonlyMap<number, number> = new Walked(Array.from({ length: 10_000 }, (_, i) => [i, 0]));
    for (let i = 0; i < 100; i++) map = LayeredMap.copyOf(map).set(i, 1);
    expect(walks).toBe(0);
    map = LayeredMap.copyOf(LayeredMap.copyOf(map).set(200, 1));
    expect(walks).toBe(1);
    expect(map.get(99)).toBe(1);
  });
});
