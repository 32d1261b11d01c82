import 'fake-indexeddb/auto';
import type { Reply } from '@assay/shared/protocol';
import type { Command } from '@assay/shared/review';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Outbox, type OutboxOptions, type TabLocks } from '../../../client/src/review/index.ts';
import { until } from '../support/until.ts';
import { command } from './ledger-desk.ts';
import { browserLocks } from './tabs.ts';

const NOW = '2026-02-03T04:05:06.789Z';
const done = ({ id }: Command): Reply => ({ command: id, ok: true, events: [] });
const refused = ({ id }: Command): Reply => ({
  command: id,
  ok: false,
  refusal: { code: 'not-allowed', message: 'Ask the owner.' },
});
const relabel = (n: number) => command.relabel(`m${n}`, 'claim');
const ids = (commands: readonly Command[]) => commands.map(({ id }) => id);

let locks: TabLocks;
const open: Outbox[] = [];

/** A tab with its outbox; `wire` holds what it sent, and nothing is sent while `online` is false. */
function tab(options: Partial<OutboxOptions> = {}) {
  const wire: Command[] = [];
  const state = { online: false };
  const outbox = new Outbox({
    name: 'assay/ana/article/outbox',
    locks,
    send: (sent) => {
      if (state.online) wire.push(sent);
      return state.online;
    },
    ...options,
  });
  open.push(outbox);
  const connect = () => {
    state.online = true;
    outbox.connected();
  };
  return { outbox, wire, connect, cut: () => (state.online = false) };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  locks = browserLocks();
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((outbox) => outbox.close()));
});

describe('the outbox', () => {
  it('[OB1] sends what was queued offline in order, and keeps it until the reply', async () => {
    const { outbox, wire, connect } = tab();
    for (const n of [1, 2, 3]) void outbox.add(relabel(n), NOW);
    expect(wire).toEqual([]);
    connect();
    expect(ids(wire)).toEqual(ids([1, 2, 3].map(relabel)));
    outbox.receive(done(relabel(1)));
    expect(outbox.queue.get().map((queued) => queued.done)).toEqual([true, false, false]);
  });

  it('[OB2] sends again with the same ids on each connection until a reply came', async () => {
    const { outbox, wire, connect, cut } = tab();
    connect();
    const first = outbox.add(relabel(1), NOW);
    void outbox.add(relabel(2), NOW);
    outbox.receive(done(relabel(1)));
    cut();
    connect();
    expect(ids(wire)).toEqual(ids([relabel(1), relabel(2), relabel(2)]));
    expect(await first).toEqual(done(relabel(1)));
  });

  it('[OB3] survives the closing of the tab and is drained by the next, once', async () => {
    const before = tab();
    for (const n of [1, 2]) void before.outbox.add(relabel(n), NOW);
    await before.outbox.close();
    const after = tab();
    await after.outbox.opened;
    after.connect();
    expect(ids(after.wire)).toEqual(ids([1, 2].map(relabel)));
    for (const sent of after.wire) after.outbox.receive(done(sent));
    await after.outbox.close();
    const last = tab();
    await last.outbox.opened;
    expect(last.outbox.queue.get()).toEqual([]);
  });

  it('[OB4] leaves what another open tab has queued to that tab', async () => {
    const one = tab();
    await one.outbox.opened;
    void one.outbox.add(relabel(1), NOW);
    const other = tab();
    await other.outbox.opened;
    other.connect();
    void other.outbox.add(relabel(2), NOW);
    expect(ids(other.wire)).toEqual(ids([relabel(2)]));
    one.connect();
    expect(ids(one.wire)).toEqual(ids([relabel(1)]));
  });

  it('[OB4] an open tab takes over what a closed one left, after reading what that one wrote', async () => {
    const leaving = tab();
    await leaving.outbox.opened;
    const order: string[] = [];
    const staying = tab({ beforeAdopted: async () => void order.push('read the text') });
    await staying.outbox.opened;
    void leaving.outbox.add(relabel(1), NOW);
    await leaving.outbox.close();
    staying.outbox.queue.subscribe(() => order.push('queued'));
    staying.connect();
    await until(staying.outbox.queue, (queue) => queue.length === 1);
    expect(ids(staying.wire)).toEqual(ids([relabel(1)]));
    expect(order).toEqual(['read the text', 'queued']);
  });

  it('[OB5] a refused command leaves the queue and is not sent again', async () => {
    const { outbox, wire, connect, cut } = tab();
    connect();
    const reply = outbox.add(relabel(1), NOW);
    outbox.receive(refused(relabel(1)));
    expect(outbox.queue.get()).toEqual([]);
    expect(await reply).toMatchObject({ ok: false });
    cut();
    connect();
    expect(wire).toHaveLength(1);
  });

  it('[OB6] has at most 32 commands under way at once', () => {
    const { outbox, wire, connect } = tab();
    for (let n = 0; n < 40; n++) void outbox.add(relabel(n), NOW);
    connect();
    expect(wire).toHaveLength(32);
    outbox.receive(done(wire[0]!));
    expect(wire).toHaveLength(33);
  });

  it('[OB7] where the device keeps nothing, commands are still sent, and the page can say so', async () => {
    const refusing = new IDBFactory();
    refusing.open = () => {
      throw new DOMException('The user has denied permission.', 'SecurityError');
    };
    globalThis.indexedDB = refusing;
    const { outbox, wire, connect } = tab();
    connect();
    void outbox.add(relabel(1), NOW);
    expect(wire).toHaveLength(1);
    await until(outbox.keptOnDevice, (kept) => kept === 'no');
  });
});
