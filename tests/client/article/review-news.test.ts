import { describe, expect, it } from 'vitest';
import { newsBetween } from '../../../client/src/article/review-news.ts';
import { ana, ben, cleo, review } from '../margin/builders.ts';

describe('news while one is here', () => {
  const before = review([{ id: 'old', by: ben }]);

  it("[PG17] are others' new marks and comments, not one's own", () => {
    const after = review(
      [
        { id: 'old', by: ben },
        { id: 'hers', by: cleo },
        { id: 'mine', by: ana },
      ],
      [
        {
          id: 'old',
          on: 'mark',
          comments: [
            { by: ana, at: 1 },
            { by: ben, at: 2, body: 'Really?' },
          ],
        },
      ],
    );
    const news = newsBetween(before, after, ana);
    expect(news.comments.map((comment) => comment.body)).toEqual(['Really?']);
    expect(news.marks).toBe(1);
  });

  it('[PG17] are nothing when nothing came', () => {
    expect(newsBetween(before, review([{ id: 'old', by: ben, withdrawn: true }]), ana)).toEqual({
      comments: [],
      marks: 0,
    });
  });
});
