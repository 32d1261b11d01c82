import type { RecordedEvent } from '@assay/shared/review';
import {
  CHAIN_START,
  EMPTY_REVIEW,
  ENTRY_ROOTS,
  type EntryKey,
  entry,
  evolve,
  fold,
  touched,
  verifyChain,
} from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';

/** A ledger in which every type of event has happened. */
function eventful(): Ledger {
  const ledger = Ledger.started();
  const comment = (id: string) => ({ comment: id as never });
  ledger.mark('reviewer', 'mark-one');
  ledger.does('reviewer', { type: 'annotation.relabel', annotation: 'mark-one' as never, label: 'quote' });
  ledger.does('reviewer', {
    type: 'annotation.change-attributes',
    annotation: 'mark-one' as never,
    attributes: { constructor: 'ordinary' },
  });
  ledger.does('reviewer', {
    type: 'annotation.change-extent',
    annotation: 'mark-one' as never,
    ranges: [{ start: btoa('other'), end: 'AA==' }],
  });
  const { target } = ledger.state.annotations.get('mark-one' as never)!;
  ledger.append({ type: 'annotation.reattached', annotation: 'mark-one' as never, target }, 'owner');
  for (const id of ['a', 'b', 'c']) ledger.comment('reviewer', 'mark-one', id);
  ledger.does('reviewer', { type: 'comment.edit', ...comment('b'), body: 'B' });
  ledger.does('owner', { type: 'comment.react', ...comment('b'), emoji: '👀', on: true });
  for (const id of ['b', 'c', 'a']) ledger.does('reviewer', { type: 'comment.delete', ...comment(id) });
  ledger.comment('owner', 'thread-1', 'd', 'd', {
    on: 'passage',
    ranges: [{ start: btoa('x'), end: 'AA==' }],
  });
  ledger.append({ type: 'thread.reattached', thread: 'thread-1' as never, target }, 'owner');
  ledger.does('owner', { type: 'thread.resolve', thread: 'thread-1' as never });
  ledger.does('owner', { type: 'thread.reopen', thread: 'thread-1' as never });
  ledger.does('reviewer', { type: 'annotation.withdraw', annotation: 'mark-one' as never });
  ledger.does('reviewer', { type: 'annotation.restore', annotation: 'mark-one' as never });
  ledger.does('owner', { type: 'article.rename', title: 'New' });
  ledger.does('owner', { type: 'article.lock' });
  ledger.does('owner', { type: 'article.unlock' });
  return ledger;
}

/** Every entry of a state as `root/id` to its value. */
function entries(state: Ledger['state']): Map<string, unknown> {
  const keys: EntryKey[] = ENTRY_ROOTS.flatMap((root) =>
    [...state[root].keys()].map((id: string) => ({ root, id })),
  );
  const singles: EntryKey[] = ['record', 'workflow', 'progress'].map((id) => ({ root: 'article', id }));
  return new Map([...singles, ...keys].map((key) => [`${key.root}/${key.id}`, entry(state, key)]));
}

describe('applying events', () => {
  it('[RV27] one by one or all at once, the same state; the state before is not changed', () => {
    const { log, state } = eventful();
    const types = new Set(log.map((event) => event.type));
    expect(types.size).toBe(18);
    const before = EMPTY_REVIEW;
    expect(fold(before, log)).toEqual(state);
    expect(log.reduce(evolve, before)).toEqual(state);
    expect(before.annotations.size).toBe(0);
  });

  it('[RV28] every entry that an event changes is among those it touches', () => {
    const { log } = eventful();
    let state = EMPTY_REVIEW;
    for (const event of log) {
      const before = entries(state);
      state = evolve(state, event);
      const after = entries(state);
      const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
        (key) => before.get(key) !== after.get(key),
      );
      expect(
        touched(event, state)
          .map(({ root, id }) => `${root}/${id}`)
          .sort(),
      ).toEqual(changed.sort());
    }
  });

  it('[RV29] an event that cannot have happened is a broken contract', () => {
    const { log } = eventful();
    expect(() => fold(EMPTY_REVIEW, log.slice(1))).toThrow(RangeError);
    expect(() => fold(EMPTY_REVIEW, [...log, log[0]!])).toThrow(RangeError);
    expect(() => fold(EMPTY_REVIEW, [...log.slice(0, 3), log[1]!])).toThrow(RangeError);
    const newer = { ...log[1]!, type: 'vote.weighed' } as unknown as RecordedEvent;
    expect(() => fold(EMPTY_REVIEW, [log[0]!, newer])).toThrow(/vote\.weighed/);
  });

  it('[RV38] 20,000 events of 10,000 marks are applied in well under a second', () => {
    const ledger = Ledger.started();
    ledger.mark('reviewer', 'mark-one');
    const [created, marked] = ledger.log as [RecordedEvent, RecordedEvent];
    if (marked.type !== 'annotation.created') throw new Error('not a mark');
    const events: RecordedEvent[] = [created];
    for (let i = 0; i < 10_000; i++) {
      const annotation = { ...marked.annotation, id: `mark-${i}` as never };
      events.push({ ...marked, annotation });
      events.push({ ...marked, type: 'annotation.relabelled', annotation: annotation.id, label: 'quote' });
    }
    const started = performance.now();
    const state = fold(EMPTY_REVIEW, events);
    expect(performance.now() - started).toBeLessThan(500);
    expect(state.annotations.size).toBe(10_000);
  });
});

describe('the chain', () => {
  it('[RV39] events are numbered from 1 and each is sealed to the one before', () => {
    const { log } = eventful();
    expect(log.map((event) => event.seq)).toEqual(log.map((_, i) => i + 1));
    expect(log[0]?.previous).toBe('0'.repeat(64));
    expect(verifyChain(log)).toEqual({ ok: true, end: { seq: log.length, hash: log.at(-1)?.hash } });
    expect(verifyChain(log.slice(5), log[4])).toMatchObject({ ok: true });
    expect(verifyChain([])).toEqual({ ok: true, end: CHAIN_START });
  });

  it('[RV40] the order of the members of a stored event does not matter', () => {
    const { log } = eventful();
    const reversed = log.map(
      (event) => Object.fromEntries(Object.entries(event).reverse()) as unknown as RecordedEvent,
    );
    expect(verifyChain(reversed).ok).toBe(true);
  });

  it('[RV41] an altered, missing, added or swapped event is found, and the first one is named', () => {
    const { log } = eventful();
    const altered = log.map((event) =>
      event.seq === 3 ? { ...event, actor: 'person-eve' as never } : event,
    );
    expect(verifyChain(altered)).toEqual({ ok: false, seq: 3, problem: 'altered' });
    expect(verifyChain(log.toSpliced(4, 1))).toEqual({ ok: false, seq: 6, problem: 'gap' });
    expect(verifyChain(log.toSpliced(4, 0, log[3]!))).toEqual({ ok: false, seq: 4, problem: 'gap' });
    const resealed = log.map((event) => (event.seq === 3 ? { ...event, hash: 'a'.repeat(64) } : event));
    expect(verifyChain(resealed)).toEqual({ ok: false, seq: 3, problem: 'altered' });
    expect(verifyChain(log.slice(2), log[0])).toEqual({ ok: false, seq: 3, problem: 'gap' });
    const other = { seq: 2, hash: 'b'.repeat(64) };
    expect(verifyChain(log.slice(2), other)).toEqual({ ok: false, seq: 3, problem: 'broken-link' });
  });
});
