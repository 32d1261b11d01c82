import { describe, expect, it } from 'vitest';
import { createDrafts } from '../../../client/src/margin/drafts.ts';
import { cardsInReach } from '../../../client/src/margin/visible-cards.ts';

const cards = Array.from({ length: 500 }, (_, i) => ({ id: `card${i}`, top: i * 100, height: 80 }));

describe('cards in the page', () => {
  it('[PG3] are those within a screen of the view, and the focused one', () => {
    const kept = cardsInReach(cards, { top: 10_000, bottom: 10_800 }, new Set(['card450']));
    const numbers = kept.map((card) => Number(card.id.slice(4)));
    expect(numbers.slice(0, 2)).toEqual([92, 93]);
    expect(numbers.at(-2)).toBe(116);
    expect(numbers.at(-1)).toBe(450);
  });

  it('[PG3] are all of them while they are few', () => {
    expect(cardsInReach(cards.slice(0, 60), { top: 0, bottom: 100 }, new Set())).toHaveLength(60);
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
