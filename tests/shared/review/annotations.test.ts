import type { AnnotationId } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { Ledger, place, targetOf } from './ledger.ts';

const mark1 = 'mark-one' as AnnotationId;

function withMark(): Ledger {
  const ledger = Ledger.started();
  ledger.mark('reviewer', mark1, 'half of the territory');
  return ledger;
}

describe('marking', () => {
  it('[RV1] a mark carries its label, its words, who made it and when', () => {
    const ledger = withMark();
    expect(ledger.state.annotations.get(mark1)).toEqual({
      id: mark1,
      label: 'claim',
      target: targetOf('half of the territory'),
      attributes: {},
      creator: 'reviewer',
      created: ledger.now(),
      modified: ledger.now(),
      status: 'active',
    });
  });

  it('[RV2] an id that is taken by a mark or a thread is refused', () => {
    const ledger = withMark();
    expect(ledger.mark('reviewer2', mark1)).toBe('already-exists');
    ledger.comment('reviewer', 'thread-one', 'comment-1', 'General remark', { on: 'article' });
    expect(ledger.mark('reviewer', 'thread-one')).toBe('already-exists');
    expect(ledger.state.annotations.size).toBe(1);
  });

  it('[RV3] a mark whose words are not found is refused with the reason of the search', () => {
    const ledger = Ledger.started();
    const annotation = { id: mark1, label: 'claim', ranges: [{ start: 1, end: 2 }], attributes: {} };
    const decision = ledger.send('reviewer', { type: 'annotation.create', annotation });
    expect(decision).toEqual({
      ok: false,
      refusal: { code: 'stale-text', message: 'The text has changed.' },
    });
  });

  it('[RV4] its maker changes label, attributes and extent, and the moment of change is kept', () => {
    const ledger = withMark();
    const created = ledger.now();
    expect(ledger.does('reviewer', { type: 'annotation.relabel', annotation: mark1, label: 'quote' })).toBe(
      'annotation.relabelled',
    );
    ledger.send('reviewer', {
      type: 'annotation.change-attributes',
      annotation: mark1,
      attributes: { speaker: 'The Observatory' },
    });
    ledger.send('reviewer', {
      type: 'annotation.change-extent',
      annotation: mark1,
      ranges: [...place('half')],
    });
    expect(ledger.state.annotations.get(mark1)).toMatchObject({
      label: 'quote',
      attributes: { speaker: 'The Observatory' },
      target: targetOf('half'),
      created,
      modified: ledger.now(),
    });
  });

  it('[RV5] what is already so succeeds and makes no event', () => {
    const ledger = withMark();
    const before = ledger.log.length;
    const wishes: Parameters<Ledger['send']>[1][] = [
      { type: 'annotation.relabel', annotation: mark1, label: 'claim' },
      { type: 'annotation.change-attributes', annotation: mark1, attributes: {} },
      { type: 'annotation.change-extent', annotation: mark1, ranges: [...place('half of the territory')] },
      { type: 'annotation.restore', annotation: mark1 },
    ];
    for (const wish of wishes) expect(ledger.send('reviewer', wish)).toEqual({ ok: true, events: [] });
    expect(ledger.log.length).toBe(before);
  });

  it('[RV6] nobody changes the mark of another, a moderator may withdraw it', () => {
    const ledger = withMark();
    expect(ledger.does('owner', { type: 'annotation.relabel', annotation: mark1, label: 'quote' })).toBe(
      'not-allowed',
    );
    expect(ledger.does('reviewer2', { type: 'annotation.withdraw', annotation: mark1 })).toBe('not-allowed');
    expect(ledger.does('moderator', { type: 'annotation.withdraw', annotation: mark1 })).toBe(
      'annotation.withdrawn',
    );
  });

  it('[RV7] a withdrawn mark refuses changes and new threads, keeps its thread, and comes back whole', () => {
    const ledger = withMark();
    ledger.comment('reviewer2', mark1, 'comment-1');
    ledger.mark('reviewer', 'mark-two');
    const before = ledger.state.annotations.get(mark1);
    for (const annotation of [mark1, 'mark-two' as AnnotationId])
      ledger.send('reviewer', { type: 'annotation.withdraw', annotation });
    expect(ledger.does('reviewer', { type: 'annotation.relabel', annotation: mark1, label: 'quote' })).toBe(
      'withdrawn',
    );
    expect(ledger.comment('owner', mark1, 'comment-2')).toBe('comment.added');
    expect(ledger.comment('owner', 'mark-two', 'comment-3')).toBe('withdrawn');
    expect(ledger.does('reviewer', { type: 'annotation.withdraw', annotation: mark1 })).toBe('');
    expect(ledger.does('reviewer', { type: 'annotation.restore', annotation: mark1 })).toBe(
      'annotation.restored',
    );
    expect(ledger.state.annotations.get(mark1)).toEqual({ ...before, modified: ledger.now() });
    expect(ledger.state.threads.has(mark1 as never)).toBe(true);
  });

  it('[RV8] words found again by the server move the target and are nobody’s change', () => {
    const ledger = withMark();
    const before = ledger.state.annotations.get(mark1)!;
    ledger.send('owner', { type: 'article.rename', title: 'Later' });
    ledger.append({ type: 'annotation.reattached', annotation: mark1, target: targetOf('moved') }, 'owner');
    expect(ledger.state.annotations.get(mark1)).toEqual({ ...before, target: targetOf('moved') });
  });

  it('[RV9] a mark that is not there is refused kindly', () => {
    const decision = Ledger.started().send('reviewer', { type: 'annotation.withdraw', annotation: mark1 });
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});
