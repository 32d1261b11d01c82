import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depthOf, layoutCards } from '../../../client/src/margin/layout-cards.ts';
import {
  chainShift,
  type RunningColumn,
  readingHeight,
  runLength,
  withGrown,
} from '../../../client/src/margin/running-column.ts';

const GAP = 2;

/** A column of rows beside a text of some length, seen through a pane. */
const column = fc
  .record({
    textLength: fc.integer({ min: 400, max: 20_000 }),
    pane: fc.integer({ min: 300, max: 1200 }),
    places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 }),
  })
  .map(({ textLength, pane, places }) => {
    const lines = places.map((place) => Math.floor((place * textLength) / 30) * 30).sort((a, b) => a - b);
    const heights = lines.map((_, i) => (i % 5 === 0 ? 46 : 28));
    const tops = layoutCards({ lines, heights, gap: GAP });
    const depth = depthOf(tops, heights);
    const run: RunningColumn = { lines, tops, depth, length: runLength(textLength, depth, pane), pane };
    return { run, heights, way: Math.max(0, run.length - pane) };
  });
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('a column that runs at its own pace', () => {
  it('[PG43] shows at the reading height the cards of the line that is read', () => {
    fc.assert(
      fc.property(column, part, ({ run, heights, way }, where) => {
        const at = where * way;
        const height = readingHeight(run, at);
        const number =
          run.lines.length - 1 - [...Array.from(run.lines)].reverse().findIndex((line) => line <= height);
        fc.pre(number < run.lines.length);
        const line = run.lines[number]!;
        const shift = chainShift(run, at);
        // The cards of the line, from its first to where those of the next line begin, reach over the reading height.
        const first = Array.from(run.lines).indexOf(line);
        const end =
          number + 1 < run.lines.length ? run.tops[number + 1]! : Math.max(run.depth, heights[number]!);
        expect(run.tops[first]! + shift).toBeLessThanOrEqual(height + 1e-6);
        expect(end + shift).toBeGreaterThanOrEqual(height - 1e-6);
      }),
    );
  });

  it('[PG43] begins with its first cards and ends with its last', () => {
    fc.assert(
      fc.property(column, ({ run, way }) => {
        expect(chainShift(run, 0)).toBeCloseTo(0, 6);
        fc.pre(way > 0);
        expect(run.depth + chainShift(run, way)).toBeCloseTo(run.length, 6);
      }),
    );
  });

  it('[PG43] never runs backwards and never jumps', () => {
    fc.assert(
      fc.property(column, part, part, ({ run, way }, a, b) => {
        const [from, to] = [Math.min(a, b) * way, Math.max(a, b) * way];
        const chainAtPaneTop = (at: number) => at - chainShift(run, at);
        expect(readingHeight(run, to)).toBeGreaterThanOrEqual(readingHeight(run, from) - 1e-6);
        const near = Math.min(way, from + 0.001);
        const steepest = run.depth;
        expect(Math.abs(chainAtPaneTop(near) - chainAtPaneTop(from))).toBeLessThan(
          0.001 * (2 * steepest + 2),
        );
      }),
    );
  });

  it('[PG43] is as long as its text, and longer only where cards would pass too fast', () => {
    expect(runLength(60_000, 280_000, 800)).toBe(60_000);
    expect(runLength(300, 9_000, 800)).toBeCloseTo(800 + 8_200 / 12);
    expect(runLength(300, 200, 800)).toBe(300);
  });

  it('[PG2] holds the focused card at its line while that is in the pane, and lets it go without a jump', () => {
    fc.assert(
      fc.property(column, part, part, ({ run, way }, which, where) => {
        const number = Math.floor(which * (run.lines.length - 1));
        const pin = { line: run.lines[number]!, top: run.tops[number]! };
        const at = where * way;
        const shift = chainShift(run, at, pin);
        if (pin.line >= at && pin.line <= at + run.pane) expect(pin.top + shift).toBeCloseTo(pin.line, 6);
        const near = Math.min(way, at + 0.001);
        expect(Math.abs(chainShift(run, near, pin) - shift)).toBeLessThan(0.001 * (4 * run.depth + 4));
      }),
    );
  });

  it('[PG1] lets what follows a card that has grown give way, and nothing else', () => {
    const tops = Float64Array.of(0, 30, 60, 200, 230);
    expect([...withGrown(tops, [28, 80, 28, 28, 28], GAP, 1)]).toEqual([0, 30, 112, 200, 230]);
    expect([...withGrown(tops, [28, 28, 28, 28, 28], GAP, 1)]).toEqual([...tops]);
  });
});
