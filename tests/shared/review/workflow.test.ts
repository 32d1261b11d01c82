import { DEFAULT_GUIDE } from '@assay/shared/model';
import { maySee, seenBy } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { Ledger, place } from './ledger.ts';

type Wish = Parameters<Ledger['send']>[1];
type Plan = Extract<Wish, { type: 'review.plan' }>['plan'];

const plan = (changes: Plan): Wish => ({ type: 'review.plan', plan: changes });
const LATER = '2027-01-01T00:00:00.000Z';

/** A blind article with a mark and a note of each of two reviewers. */
function blind(more: Plan = {}): Ledger {
  const ledger = Ledger.started();
  expect(ledger.does('moderator', plan({ blind: true, ...more }))).toBe('review.planned article.locked');
  for (const who of ['reviewer1', 'reviewer2']) {
    expect(ledger.mark(who, `mark-${who}`)).toBe('annotation.created');
    expect(ledger.comment(who, `mark-${who}`, `note-${who}`)).toBe('comment.added');
  }
  return ledger;
}

describe('planning a review', () => {
  it('[RV50] changes what is said and nothing else, and nothing that is so already', () => {
    const ledger = Ledger.started();
    expect(ledger.does('moderator', plan({ deadline: LATER, reviewers: ['reviewer1' as never] }))).toBe(
      'review.planned',
    );
    expect(ledger.does('moderator', plan({ deadline: LATER }))).toBe('');
    ledger.does('moderator', plan({ agreementFor: 'moderators' }));
    expect(ledger.state.workflow).toMatchObject({
      deadline: LATER,
      reviewers: ['reviewer1'],
      agreementFor: 'moderators',
      blind: false,
    });
  });

  it('[RV50] refuses a deadline that has passed, and a reveal that would wait for nothing', () => {
    const ledger = Ledger.started();
    expect(ledger.does('owner', plan({ deadline: '2020-01-01T00:00:00.000Z' }))).toBe('bad-command');
    expect(ledger.does('owner', plan({ revealAt: { deadline: true, allDone: false } }))).toBe('bad-command');
    expect(ledger.does('owner', plan({ revealAt: { deadline: false, allDone: true } }))).toBe('bad-command');
  });

  it('[RV51] is blind or open for good once somebody has marked or noted anything', () => {
    const marked = Ledger.started();
    marked.mark('reviewer1', 'mark-0001');
    expect(marked.does('moderator', plan({ blind: true }))).toBe('wrong-phase');
    const noted = Ledger.started();
    noted.comment('reviewer1', 'thread-01', 'note-0001', 'x', { on: 'article' });
    expect(noted.does('moderator', plan({ blind: true }))).toBe('wrong-phase');
    expect(blind().does('moderator', plan({ blind: false }))).toBe('wrong-phase');
  });
});

describe('the reveal', () => {
  it('[RV51] [RV53] is once, freezes the marks, and makes later ones late', () => {
    const ledger = blind();
    expect(ledger.does('moderator', { type: 'review.reveal' })).toBe('review.revealed');
    expect(ledger.does('owner', { type: 'review.reveal' })).toBe('');
    expect(ledger.state.frozen?.marks.map(({ id }) => id)).toEqual(['mark-reviewer1', 'mark-reviewer2']);
    ledger.mark('reviewer2', 'mark-late');
    const late = [...ledger.state.annotations.values()].filter((one) => one.late).map(({ id }) => id);
    expect(late).toEqual(['mark-late']);
    expect(ledger.state.frozen?.marks.length).toBe(2);
    expect(Ledger.started().does('owner', { type: 'review.reveal' })).toBe('wrong-phase');
  });

  it('[RV52] comes by itself when the last of those asked is done, where that was planned', () => {
    const reviewers = ['reviewer1', 'reviewer2'] as never[];
    const ledger = blind({ reviewers, revealAt: { deadline: false, allDone: true } });
    const done = (who: string, is = true) => ledger.does(who, { type: 'review.say-done', done: is });
    expect(done('reviewer3')).toBe('not-allowed');
    expect(done('reviewer1')).toBe('review.done-said');
    expect(done('reviewer1')).toBe('');
    expect(done('reviewer1', false)).toBe('review.done-said');
    expect(done('reviewer2')).toBe('review.done-said');
    expect(done('reviewer1')).toBe('review.done-said review.revealed');
    expect(ledger.state.workflow.revealed).toMatchObject({ by: 'reviewer1', reason: 'all-done' });
    expect(done('reviewer1', false)).toBe('wrong-phase');
  });

  it('[RV53] the end of open marking freezes the marks as well', () => {
    const ledger = Ledger.started();
    ledger.mark('reviewer1', 'mark-0001');
    expect(ledger.does('moderator', { type: 'review.move', to: 'discussing' })).toBe('review.moved');
    expect(ledger.state.frozen?.marks.length).toBe(1);
    ledger.does('moderator', { type: 'review.move', to: 'settling' });
    expect([ledger.state.workflow.phase, ledger.state.frozen?.marks.length]).toEqual(['settling', 1]);
    expect(blind().does('moderator', { type: 'review.move', to: 'discussing' })).toBe('wrong-phase');
  });
});

describe('what is secret before the reveal', () => {
  it('[RV54] each is shown their own marks and notes, and after it all of them', () => {
    const ledger = blind();
    const seen = (who: string) => {
      const { annotations, threads, comments } = seenBy(ledger.state, who as never);
      return [...annotations.keys(), ...threads.keys(), ...comments.keys()].join(' ');
    };
    expect(seen('reviewer1')).toBe('mark-reviewer1 mark-reviewer1 note-reviewer1');
    expect(seen('owner')).toBe('');
    ledger.does('moderator', { type: 'review.reveal' });
    expect(seenBy(ledger.state, 'owner' as never)).toBe(ledger.state);
  });

  it('[RV54] others’ marks and notes are to be asked for no more than what is not there', () => {
    const ledger = blind();
    const wishes = (id: string): Wish[] => [
      { type: 'annotation.relabel', annotation: id as never, label: 'quote' },
      { type: 'annotation.withdraw', annotation: id as never },
      { type: 'comment.add', comment: { id: 'note-new1' as never, body: 'x' }, thread: id as never },
      { type: 'thread.resolve', thread: id as never },
      { type: 'comment.edit', comment: id.replace('mark', 'note') as never, body: 'x' },
      { type: 'comment.delete', comment: id.replace('mark', 'note') as never },
    ];
    for (const who of ['reviewer1', 'moderator', 'owner']) {
      const none = wishes('mark-nothing').map((wish) => ledger.send(who, wish));
      expect(wishes('mark-reviewer2').map((wish) => ledger.send(who, wish))).toEqual(none);
      expect(none.every((answer) => !answer.ok)).toBe(true);
    }
  });

  it('[RV55] an id that another has is refused without a word of theirs', () => {
    const ledger = blind();
    const taken = ledger.send('reviewer1', {
      type: 'annotation.create',
      annotation: {
        id: 'mark-reviewer2' as never,
        label: 'claim',
        ranges: [...place('words')],
        attributes: {},
      },
    });
    expect(taken).toMatchObject({ ok: false, refusal: { code: 'already-exists' } });
    const comment = { id: 'note-reviewer2' as never, body: 'x' };
    const again = ledger.send('reviewer1', {
      type: 'comment.add',
      comment,
      thread: 'mark-reviewer1' as never,
    });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'already-exists' } });
    expect(JSON.stringify([taken, again])).not.toContain('reviewer2');
  });

  it('[RV72] events of others’ marks are told after the reveal only', () => {
    const ledger = blind();
    const told = (who: string) =>
      ledger.log
        .filter((event) => maySee(ledger.state, event, who as never))
        .map(({ type, actor }) => `${actor} ${type}`);
    expect(told('reviewer1')).toEqual([
      'owner article.created',
      'moderator review.planned',
      'moderator article.locked',
      'reviewer1 annotation.created',
      'reviewer1 comment.added',
    ]);
    // The server moves a mark after somebody's edit: that is told to whose mark it is, and not to who edited.
    const moved = {
      type: 'annotation.anchored',
      annotation: 'mark-reviewer2' as never,
      target: { ranges: [] },
    } as const;
    ledger.append(moved, 'editor');
    expect(told('editor').filter((line) => line.includes('anchored'))).toEqual([]);
    expect(told('reviewer2').at(-1)).toBe('editor annotation.anchored');
    ledger.does('moderator', { type: 'review.reveal' });
    expect(told('reviewer1').length).toBe(ledger.log.length);
  });
});

describe('the phases', () => {
  it('[RV56] what needs groups has to wait for the end of marking', () => {
    const ledger = Ledger.started();
    expect(ledger.does('moderator', { type: 'session.start', session: 'session-1' as never })).toBe(
      'wrong-phase',
    );
    expect(
      ledger.does('reviewer', { type: 'vote.cast', group: 'group-1' as never, choice: { kind: 'agree' } }),
    ).toBe('wrong-phase');
    expect(ledger.does('moderator', { type: 'review.sign-off' })).toBe('wrong-phase');
  });

  it('[RV57] a sign-off seals the record and closes everything but the way back', () => {
    const ledger = Ledger.started();
    ledger.guides = [DEFAULT_GUIDE];
    ledger.mark('reviewer1', 'mark-0001');
    ledger.does('moderator', { type: 'review.move', to: 'settling' });
    ledger.does('moderator', { type: 'session.start', session: 'session-1' as never });
    const { seq, hash } = ledger.log.at(-1)!;
    expect(ledger.does('moderator', { type: 'review.sign-off' })).toBe(
      'review.signed-off article.locked session.ended',
    );
    expect(ledger.state.workflow).toMatchObject({
      phase: 'signed-off',
      signedOff: { by: 'moderator', hash, events: seq },
    });
    expect(ledger.mark('reviewer1', 'mark-0002')).toBe('wrong-phase');
    expect(ledger.does('owner', { type: 'article.unlock' })).toBe('wrong-phase');
    expect(ledger.does('editor', { type: 'review.reopen' })).toBe('not-allowed');
    expect(ledger.does('owner', { type: 'review.reopen' })).toBe('review.reopened');
    expect(ledger.state.workflow).toMatchObject({ phase: 'settling', signedOff: null });
    expect(ledger.mark('reviewer1', 'mark-0002')).toBe('annotation.created');
  });
});
