import { describe, expect, it } from 'vitest';
import { arrangementFor } from '../../../client/src/margin/arrangement.ts';
import { createDrafts } from '../../../client/src/margin/drafts.ts';
import { cardsInReach, withKept } from '../../../client/src/margin/visible-cards.ts';

const tops = Float64Array.from({ length: 500 }, (_, i) => i * 100);
const heights = new Float64Array(500).fill(80);

describe('cards in the page', () => {
  it('[PG3] are those within a screen of the view, and the focused one', () => {
    const span = cardsInReach(tops, heights, { top: 10_000, bottom: 10_800 });
    expect(span).toEqual({ first: 92, end: 117 });
    const numbers = withKept(span, [450, -1, 100]);
    expect(numbers.slice(0, 2)).toEqual([92, 93]);
    expect(numbers.slice(-2)).toEqual([116, 450]);
  });

  it('[PG3] are all of them while they are few', () => {
    expect(cardsInReach(tops.subarray(0, 60), heights, { top: 0, bottom: 100 })).toEqual({
      first: 0,
      end: 60,
    });
  });
});

describe('how cards look and stand', () => {
  const bare = (count: number) => Array<boolean>(count).fill(false);
  const every = (pixels: number, count: number) => Float64Array.from({ length: count }, (_, i) => i * pixels);
  const arranged = (lines: Float64Array) => arrangementFor(lines, bare(lines.length), 900, 16);

  it('[PG42] is whole and still while every card can be seen together with its line', () => {
    expect(arranged(every(80, 200))).toEqual({ form: 'whole', running: false });
    expect(arranged(new Float64Array(10))).toEqual({ form: 'whole', running: false });
  });

  it('[PG42] is rows where whole cards would stand too far from their lines', () => {
    expect(arranged(every(32, 200))).toEqual({ form: 'row', running: false });
    expect(arranged(new Float64Array(30)).form).toBe('row');
  });

  it('[PG43] is rows that run where even these would', () => {
    expect(arranged(every(8, 200))).toEqual({ form: 'row', running: true });
  });
});

describe('drafts', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
      kept,
    };
  };

  it('[PG15] outlive the page, per person and thread, until they are emptied', () => {
    const shelf = storage();
    createDrafts(shelf, 'ana:article').write('thread1', 'Half a thought');
    expect(createDrafts(shelf, 'ana:article').read('thread1')).toBe('Half a thought');
    expect(createDrafts(shelf, 'ana:article').read('thread2')).toBe('');
    expect(createDrafts(shelf, 'ben:article').read('thread1')).toBe('');
    createDrafts(shelf, 'ana:article').write('thread1', ' ');
    expect(shelf.kept.size).toBe(0);
  });

  it('[PG15] are kept in memory where storage is full or forbidden', () => {
    const refuse = () => {
      throw new Error('QuotaExceededError');
    };
    const drafts = createDrafts({ getItem: refuse, setItem: refuse, removeItem: refuse }, 'ana:article');
    drafts.write('thread1', 'Still here');
    expect(drafts.read('thread1')).toBe('Still here');
    expect(drafts.read('thread2')).toBe('');
  });
});
