import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutCards, NONE } from '../../../client/src/margin/layout-cards.ts';

const GAP = 8;

interface CardBox {
  readonly id: string;
  readonly top: number;
  readonly height: number;
}

/** Where the cards come to stand, by their ids. */
function tops(cards: readonly CardBox[], focused: string | null = null): ReadonlyMap<string, number> {
  const pinned = focused === null ? NONE : cards.findIndex(({ id }) => id === focused);
  const lines = cards.map(({ top }) => top);
  const heights = cards.map(({ height }) => height);
  const placed = layoutCards({ lines, heights, gap: GAP }, pinned);
  return new Map(cards.map(({ id }, i) => [id, placed[i]!]));
}

/** `"a@10+50 b@20+50"`: cards with their wished top and height. */
function boxes(notation: string): CardBox[] {
  return notation.split(' ').map((card) => {
    const [, id, top, height] = /^(\w+)@(-?\d+)\+(\d+)$/.exec(card)!;
    return { id: id!, top: Number(top), height: Number(height) };
  });
}

function laid(notation: string, focused: string | null = null): string {
  return [...tops(boxes(notation), focused)].map(([id, top]) => `${id}@${Math.round(top)}`).join(' ');
}

const column = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 3000 }), height: fc.integer({ min: 20, max: 300 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((cards) =>
    cards.sort((a, b) => a.top - b.top).map((card, i): CardBox => ({ id: `card${i}`, ...card })),
  );
const withFocus = column.chain((cards) =>
  fc.tuple(fc.constant(cards), fc.option(fc.constantFrom(...cards.map((card) => card.id)))),
);

describe('the layout of the margin', () => {
  it('[PG1] leaves cards that have room exactly at their lines', () => {
    expect(laid('a@0+50 b@100+50 c@300+50')).toBe('a@0 b@100 c@300');
  });

  it('[PG1] lets two cards of one line share the movement, the first above the second', () => {
    expect(laid('a@200+50 b@200+50')).toBe('a@171 b@229');
  });

  it('[PG2] holds the focused card at its line and pushes the others away', () => {
    expect(laid('a@200+50 b@200+50 c@210+50', 'b')).toBe('a@142 b@200 c@258');
    expect(laid('a@200+50 b@200+50 c@210+50', 'a')).toBe('a@200 b@258 c@316');
  });

  it('[PG1] does not rise above the column while nothing is focused', () => {
    expect(laid('a@10+50 b@10+50')).toBe('a@0 b@58');
  });

  it('[PG1] never lets cards overlap or change order', () => {
    fc.assert(
      fc.property(withFocus, ([cards, focused]) => {
        const placed = tops(cards, focused);
        for (let i = 1; i < cards.length; i++) {
          const above = cards[i - 1]!;
          expect(placed.get(cards[i]!.id)!).toBeGreaterThanOrEqual(
            placed.get(above.id)! + above.height + GAP - 1e-6,
          );
        }
      }),
    );
  });

  it('[PG2] puts the focused card exactly at its line, always', () => {
    fc.assert(
      fc.property(withFocus, ([cards, focused]) => {
        fc.pre(focused !== null);
        const placed = tops(cards, focused);
        expect(placed.get(focused!)).toBeCloseTo(cards.find((card) => card.id === focused)!.top, 6);
      }),
    );
  });

  it('[PG1] moves the cards less than any other lawful arrangement would', () => {
    const moved = (cards: readonly CardBox[], at: ReadonlyMap<string, number>) =>
      cards.reduce((sum, card) => sum + (at.get(card.id)! - card.top) ** 2, 0);
    fc.assert(
      fc.property(
        withFocus,
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60, size: 'large' }),
        ([cards, focused], slack) => {
          const placed = tops(cards, focused);
          const pin = cards.findIndex((card) => card.id === focused);
          // Another arrangement without overlap: the same one with more room between cards, away from the focused one.
          const other = new Map(placed);
          let shift = 0;
          cards.slice(pin + 1).forEach((card, i) => {
            shift += slack[i] ?? 0;
            other.set(card.id, placed.get(card.id)! + shift);
          });
          expect(moved(cards, placed)).toBeLessThanOrEqual(moved(cards, other) + 1e-6);
        },
      ),
    );
  });

  it('[PG1] stays as it is when laid out again from where it stands', () => {
    fc.assert(
      fc.property(column, (cards) => {
        const placed = tops(cards);
        const again = tops(cards.map((card) => ({ ...card, top: placed.get(card.id)! })));
        for (const [id, top] of again) expect(top).toBeCloseTo(placed.get(id)!, 6);
      }),
    );
  });
});
