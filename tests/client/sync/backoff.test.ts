import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RETRY_BOUNDS, retryDelay } from '../../../client/src/sync/index.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the pause before an attempt', () => {
  it('[SY5] lies between half a second and ten seconds, however often it failed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), chance, (failures, random) => {
        const delay = retryDelay(failures, random);
        expect(delay).toBeGreaterThanOrEqual(RETRY_BOUNDS.least);
        expect(delay).toBeLessThanOrEqual(RETRY_BOUNDS.most);
      }),
    );
  });

  it('[SY5] spreads over a span that doubles until it is the whole', () => {
    const longest = [1, 2, 3, 4, 5, 6].map((failures) =>
      Math.round(retryDelay(failures, 1 - Number.EPSILON)),
    );
    expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    expect(retryDelay(6, 0)).toBe(500);
    expect(retryDelay(6, 0.5)).toBe(5_250);
  });
});
