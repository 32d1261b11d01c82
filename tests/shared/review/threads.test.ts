import type { CommentId, ThreadId } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { conversation, Ledger, place, targetOf } from './ledger.ts';

const mark = 'mark-one' as ThreadId;

/** A marked article; each word of `talk` is a comment by its person: `reviewer:a owner:b`. */
function discussed(talk: string): Ledger {
  const ledger = Ledger.started();
  ledger.mark('reviewer', mark);
  for (const part of talk.split(' ').filter(Boolean)) {
    const [who, id] = part.split(':') as [string, string];
    ledger.comment(who, mark, id);
  }
  return ledger;
}

const remove = (ledger: Ledger, who: string, comment: string) =>
  ledger.does(who, { type: 'comment.delete', comment: comment as CommentId });

describe('threads', () => {
  it('[RV10] the first comment on a mark makes its thread, under the mark’s id; the second is a reply', () => {
    const ledger = discussed('reviewer2:a owner:b');
    expect([...ledger.state.threads.values()]).toEqual([
      {
        id: mark,
        subject: { on: 'annotation', annotation: mark },
        creator: 'reviewer2',
        created: ledger.state.comments.get('a' as CommentId)?.created,
        status: 'open',
      },
    ]);
    expect(conversation(ledger.state, mark)).toBe('a:a b:b');
  });

  it('[RV11] a thread hangs on a passage or on the article when its first comment says so', () => {
    const ledger = Ledger.started();
    ledger.comment('commenter', 'thread-1', 'a', 'Odd', { on: 'passage', ranges: place('some words') });
    ledger.comment('commenter', 'thread-2', 'b', 'Good', { on: 'article' });
    expect([...ledger.state.threads.values()].map((thread) => thread.subject)).toEqual([
      { on: 'passage', target: targetOf('some words') },
      { on: 'article' },
    ]);
  });

  it('[RV12] a thread without a subject, on a mark that is not there or under another id is refused', () => {
    const ledger = discussed('');
    expect(ledger.comment('owner', 'thread-1', 'a')).toBe('not-found');
    const absent = { on: 'annotation', annotation: 'mark-two' };
    expect(ledger.comment('owner', 'mark-two', 'a', 'a', absent)).toBe('not-found');
    const present = { on: 'annotation', annotation: mark };
    expect(ledger.comment('owner', 'thread-1', 'a', 'a', present)).toBe('bad-command');
    const passage = { on: 'passage', ranges: [{ start: 0, end: 3 }] };
    expect(ledger.comment('owner', 'thread-1', 'a', 'a', passage)).toBe('stale-text');
    expect(ledger.state.threads.size).toBe(0);
  });

  it('[RV13] nobody can put a thread of another kind where a mark’s thread belongs', () => {
    const ledger = discussed('');
    ledger.comment('commenter', mark, 'a', 'a', { on: 'article' });
    expect(ledger.state.threads.get(mark)?.subject).toEqual({ on: 'annotation', annotation: mark });
  });

  it('[RV14] the id of a comment that is there is refused', () => {
    expect(discussed('owner:a').comment('owner', mark, 'a', 'again')).toBe('already-exists');
  });

  it('[RV15] resolving and reopening say who and when; doing it again changes nothing', () => {
    const ledger = discussed('reviewer:a');
    expect(ledger.does('reviewer2', { type: 'thread.resolve', thread: mark })).toBe('thread.resolved');
    expect(ledger.state.threads.get(mark)).toMatchObject({
      status: 'resolved',
      settled: { by: 'reviewer2', at: ledger.now() },
    });
    expect(ledger.does('owner', { type: 'thread.resolve', thread: mark })).toBe('');
    expect(ledger.does('owner', { type: 'thread.reopen', thread: mark })).toBe('thread.reopened');
    expect(ledger.does('owner', { type: 'thread.reopen', thread: mark })).toBe('');
    expect(ledger.state.threads.get(mark)).toMatchObject({ status: 'open', settled: { by: 'owner' } });
  });

  it('[RV16] a commenter resolves the threads they began and no others', () => {
    const ledger = discussed('reviewer:a');
    ledger.comment('commenter', 'thread-1', 'b', 'b', { on: 'article' });
    expect(ledger.does('commenter', { type: 'thread.resolve', thread: mark })).toBe('not-allowed');
    expect(ledger.does('commenter', { type: 'thread.resolve', thread: 'thread-1' as ThreadId })).toBe(
      'thread.resolved',
    );
  });

  it('[RV17] a thread found again by the server moves, a mark’s thread has no place of its own', () => {
    const ledger = discussed('reviewer:a');
    ledger.comment('owner', 'thread-1', 'b', 'b', { on: 'passage', ranges: place('some words') });
    const target = targetOf('moved');
    ledger.append({ type: 'thread.reattached', thread: 'thread-1' as ThreadId, target }, 'owner');
    expect(ledger.state.threads.get('thread-1' as ThreadId)?.subject).toEqual({ on: 'passage', target });
    expect(() => ledger.append({ type: 'thread.reattached', thread: mark, target }, 'owner')).toThrow(
      RangeError,
    );
  });
});

describe('comments', () => {
  it('[RV18] its writer edits a comment, and that it was edited is kept', () => {
    const ledger = discussed('reviewer:a');
    const edit = { type: 'comment.edit', comment: 'a' as CommentId, body: 'better' } as const;
    expect(ledger.does('owner', edit)).toBe('not-allowed');
    expect(ledger.does('reviewer', edit)).toBe('comment.edited');
    expect(ledger.state.comments.get('a' as CommentId)).toMatchObject({
      body: 'better',
      edited: ledger.now(),
    });
    expect(ledger.does('reviewer', edit)).toBe('');
  });

  it.each([
    ['the last one goes', 'reviewer:a owner:b', 'owner:b', 'a:a'],
    ['one with later ones leaves a tombstone', 'reviewer:a owner:b', 'reviewer:a', 'a† b:b'],
    ['one in the middle leaves a tombstone', 'owner:a reviewer:b owner:c', 'reviewer:b', 'a:a b† c:c'],
    ['tombstones at the end go with it', 'owner:a reviewer:b owner:c', 'reviewer:b owner:c', 'a:a'],
    ['tombstones before others’ words stay', 'reviewer:a owner:b owner:c', 'reviewer:a owner:c', 'a† b:b'],
    ['a tombstone twice', 'reviewer:a owner:b', 'reviewer:a reviewer:a', 'a† b:b'],
    ['a moderator deletes too', 'reviewer:a owner:b', 'moderator:a', 'a† b:b'],
    ['nobody else does', 'reviewer:a owner:b', 'reviewer2:a editor:b', 'a:a b:b'],
  ])('[RV19] deleting: %s', (_, talk, deletions, left) => {
    const ledger = discussed(talk);
    for (const part of deletions.split(' ')) {
      const [who, id] = part.split(':') as [string, string];
      remove(ledger, who, id);
    }
    expect(conversation(ledger.state, mark)).toBe(left);
    expect(ledger.state.threads.has(mark)).toBe(true);
  });

  it('[RV20] a thread without any words goes; a new comment on the mark begins a new one', () => {
    const ledger = discussed('reviewer:a owner:b');
    remove(ledger, 'reviewer', 'a');
    remove(ledger, 'owner', 'b');
    expect([ledger.state.threads.size, ledger.state.comments.size]).toEqual([0, 0]);
    expect(ledger.state.annotations.size).toBe(1);
    expect(ledger.comment('owner', mark, 'c')).toBe('comment.added');
    expect(ledger.state.threads.get(mark)?.creator).toBe('owner');
  });

  it('[RV21] a tombstone has no words, no reactions, and says who deleted it', () => {
    const ledger = discussed('reviewer:a owner:b');
    ledger.does('owner', { type: 'comment.react', comment: 'a' as CommentId, emoji: '👍', on: true });
    remove(ledger, 'moderator', 'a');
    expect(ledger.state.comments.get('a' as CommentId)).toMatchObject({
      body: '',
      reactions: {},
      deleted: { by: 'moderator', at: ledger.now() },
    });
    const edit = { type: 'comment.edit', comment: 'a' as CommentId, body: 'b' } as const;
    expect(ledger.does('reviewer', edit)).toBe('not-found');
    const react = { type: 'comment.react', comment: 'a' as CommentId, emoji: '👍', on: true } as const;
    expect(ledger.does('owner', react)).toBe('not-found');
  });

  it('[RV22] a reaction counts once a person, in the order given, and can be taken back', () => {
    const ledger = discussed('reviewer:a');
    const react = (who: string, on: boolean) =>
      ledger.does(who, { type: 'comment.react', comment: 'a' as CommentId, emoji: '👍', on });
    expect([react('owner', true), react('owner', true), react('editor', true)]).toEqual([
      'comment.reacted',
      '',
      'comment.reacted',
    ]);
    expect(ledger.state.comments.get('a' as CommentId)?.reactions).toEqual({ '👍': ['owner', 'editor'] });
    react('owner', false);
    react('editor', false);
    expect(react('editor', false)).toBe('');
    expect(ledger.state.comments.get('a' as CommentId)?.reactions).toEqual({});
  });
});

describe('whom a comment names', () => {
  it('[RV74] is kept once each, until it is edited otherwise or deleted', () => {
    const ledger = Ledger.started();
    ledger.mark('reviewer', 'mark-0001');
    const comment = {
      id: 'comment-1' as never,
      body: '@Ben look',
      mentions: ['reviewer2', 'reviewer2'] as never[],
    };
    ledger.does('reviewer', { type: 'comment.add', comment, thread: 'mark-0001' as never });
    ledger.comment('owner', 'mark-0001', 'comment-2');
    const mentions = () => ledger.state.comments.get('comment-1' as never)?.mentions;
    expect(mentions()).toEqual(['reviewer2']);
    ledger.does('reviewer', {
      type: 'comment.edit',
      comment: comment.id,
      body: '@Cy look',
      mentions: ['reviewer3'] as never[],
    });
    expect(mentions()).toEqual(['reviewer3']);
    ledger.does('reviewer', { type: 'comment.delete', comment: comment.id });
    expect(mentions()).toBe(undefined);
  });
});
