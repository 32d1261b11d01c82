import 'fake-indexeddb/auto';
import { describe as hold } from '@assay/shared/anchoring';
import type { Role } from '@assay/shared/model';
import type { Command } from '@assay/shared/review';
import { articleText } from '@assay/shared/ydoc';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { locateHere, type Me, Outbox, ReviewStore, refusalWords } from '../../../client/src/review/index.ts';
import { createStore } from '../../../client/src/store/index.ts';
import { ANA, BEN } from '../sync/scripted-server.ts';
import { annotationId, command, LedgerDesk, linear, textDocument, WORDS } from './ledger-desk.ts';

const NOW = '2026-02-03T04:05:06.789Z';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Ana's page beside the ledger's desk; nothing goes between them but by the test's hand. */
function page(role: Role = 'reviewer') {
  const text = textDocument();
  const desk = new LedgerDesk(BEN, text);
  const doc = new Y.Doc();
  desk.publishTo(doc);
  const sent: Command[] = [];
  const outbox = new Outbox({ name: 'outbox', send: (one) => sent.push(one) > 0 });
  const read: (() => void)[] = [];
  const me = createStore<Me | null>({ person: ANA, role });
  const store = new ReviewStore({
    doc,
    ownDoc: createStore<Y.Doc | null>(null),
    outbox,
    me,
    locate: (place) => locateHere(articleText(text), () => linear(text), place),
    readAgain: () => new Promise((resolve) => read.push(resolve)),
  });
  const held = (words: string) => {
    const start = WORDS.indexOf(words);
    const { ranges } = hold(articleText(text), [{ start, end: start + words.length }]);
    return ranges.map(({ start, end }) => ({ start, end }));
  };
  const labels = () =>
    [...store.view.get().state.annotations.values()].map(({ id, label }) => `${id}:${label}`);
  return { desk, doc, outbox, store, me, sent, held, labels, read };
}

describe('the review with own commands on top', () => {
  it('[OB8] shows a command at once, with its words, and as pending', () => {
    const { outbox, store, held } = page();
    void outbox.add(command.mark('m1', held('Prices fell')), NOW);
    const { state, pending, people } = store.view.get();
    const mark = state.annotations.get(annotationId('m1'))!;
    expect(mark.target.ranges[0]!.quote.exact).toBe('Prices fell');
    expect(mark.creator).toBe(ANA.id);
    expect([...pending]).toEqual([mark.id]);
    expect(people.get(ANA.id)).toEqual(ANA);
  });

  it('[OB8] applies later commands to what earlier ones made', () => {
    const { outbox, store, held, labels } = page();
    void outbox.add(command.mark('m1', held('Prices fell')), NOW);
    void outbox.add(command.relabel('m1', 'quote'), NOW);
    void outbox.add(command.comment('m1', 'Says who?'), NOW);
    expect(labels()).toEqual(['annotation-m1:quote']);
    expect([...store.view.get().state.comments.values()].map(({ body }) => body)).toEqual(['Says who?']);
  });

  it('[OB9] never flickers: every view from the wish to the published mark shows it', () => {
    const { desk, doc, outbox, store, sent, held, labels } = page();
    const seen: string[][] = [];
    void outbox.add(command.mark('m1', held('Prices fell')), NOW);
    store.view.subscribe(() => seen.push(labels()));
    outbox.receive(desk.take(sent[0]!, ANA, 'reviewer'));
    expect(outbox.queue.get()).toHaveLength(1);
    expect(store.view.get().pending.size).toBe(0);
    desk.publishTo(doc);
    expect(outbox.queue.get()).toEqual([]);
    expect(new Set(seen.map(String))).toEqual(new Set(['annotation-m1:claim']));
  });

  it('[OB9] the published mark may come before the reply', () => {
    const { desk, doc, outbox, sent, held, labels } = page();
    void outbox.add(command.mark('m1', held('Prices fell')), NOW);
    const reply = desk.take(sent[0]!, ANA, 'reviewer');
    desk.publishTo(doc);
    expect(labels()).toEqual(['annotation-m1:claim']);
    outbox.receive(reply);
    expect(outbox.queue.get()).toEqual([]);
    expect(labels()).toEqual(['annotation-m1:claim']);
  });

  it('[OB10] gives way when others have since changed what it did', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { desk, doc, outbox, sent, held, labels, read } = page();
    void outbox.add(command.mark('m1', held('Prices fell')), NOW);
    outbox.receive(desk.take(sent[0]!, ANA, 'reviewer'));
    desk.publishTo(doc);
    void outbox.add(command.relabel('m1', 'quote'), NOW);
    const reply = desk.take(sent[1]!, ANA, 'reviewer');
    desk.take(command.relabel('m1', 'speculation'), ANA, 'reviewer');
    desk.publishTo(doc);
    outbox.receive(reply);
    expect(labels()).toEqual(['annotation-m1:quote']);
    expect(read).toEqual([]);
    vi.advanceTimersByTime(1_000);
    read[0]!();
    await Promise.resolve();
    expect(labels()).toEqual(['annotation-m1:speculation']);
  });

  it('[OB5] a refused command is taken back, with words that say what to do', async () => {
    const { desk, outbox, sent, held, labels, me } = page();
    const mark = command.mark('m1', held('Prices fell'));
    const reply = outbox.add(mark, NOW);
    me.set({ person: ANA, role: 'commenter' });
    outbox.receive(desk.take(sent[0]!, ANA, 'commenter'));
    expect(labels()).toEqual([]);
    const answer = await reply;
    expect(answer.ok ? '' : refusalWords(mark, answer.refusal)).toBe(
      'Your mark was not kept. As a commenter you cannot mark words here. Ask the owner for the role of reviewer.',
    );
  });

  it('[OB5] a refused comment gives its words back', () => {
    const refusal = { code: 'not-found', message: 'This discussion is no longer there.' };
    expect(refusalWords(command.comment('m1', 'An hour’s work.'), refusal)).toBe(
      'Your comment was not kept. This discussion is no longer there. Your words were: “An hour’s work.”',
    );
  });

  it('[OB11] the same view stays until something changes', () => {
    const { doc, desk, store } = page();
    const before = store.view.get();
    desk.publishTo(doc);
    expect(store.view.get()).toBe(before);
    expect(store.view.get().state).toBe(before.state);
  });
});
