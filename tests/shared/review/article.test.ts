import { decide, decideCreate, EMPTY_REVIEW } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

describe('the article in the ledger', () => {
  it('[RV23] the first event makes the article, once, with a title', () => {
    const ledger = Ledger.started();
    expect(ledger.state.article).toMatchObject({ title: 'A title', creator: 'owner', locked: false });
    const again = decideCreate(ledger.state, ledger.newArticle('B'), ledger.context('owner'));
    expect(again).toMatchObject({ ok: false, refusal: { code: 'already-exists' } });
    const create = (title: string, who = 'owner') => {
      const decision = decideCreate(EMPTY_REVIEW, ledger.newArticle(title), ledger.context(who));
      return decision.ok ? 'ok' : decision.refusal.code;
    };
    expect([create(' '), create('x'.repeat(301)), create(' ok '), create('ok', 'reviewer')]).toEqual([
      'bad-command',
      'too-large',
      'ok',
      'not-allowed',
    ]);
  });

  it('[RV24] nothing can be asked of an article that is not there', () => {
    const context = new Ledger().context('owner');
    expect(decide(EMPTY_REVIEW, { id: 'command-1' as never, type: 'article.lock' }, context)).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    });
  });

  it('[RV25] locking closes the text and leaves marking and discussing open', () => {
    const ledger = Ledger.started();
    expect(ledger.does('moderator', { type: 'article.lock' })).toBe('article.locked');
    expect(ledger.does('moderator', { type: 'article.lock' })).toBe('');
    expect(ledger.state.article?.locked).toBe(true);
    expect(ledger.mark('reviewer', 'mark-one')).toBe('annotation.created');
    expect(ledger.comment('commenter', 'mark-one', 'comment-1')).toBe('comment.added');
    expect(ledger.does('moderator', { type: 'article.unlock' })).toBe('article.unlocked');
    expect(ledger.does('moderator', { type: 'article.unlock' })).toBe('');
    expect(ledger.state.article?.locked).toBe(false);
  });

  it('[RV26] a new title is kept, the same title is no event', () => {
    const ledger = Ledger.started();
    expect(ledger.does('editor', { type: 'article.rename', title: 'Better' })).toBe('article.renamed');
    expect(ledger.does('editor', { type: 'article.rename', title: 'Better' })).toBe('');
    expect(ledger.state.article?.title).toBe('Better');
  });
});
