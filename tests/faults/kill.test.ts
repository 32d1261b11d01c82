import { join } from 'node:path';
import { verifyChain } from '@assay/shared/review';
import { documentName, readReview } from '@assay/shared/ydoc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { rebuild } from '../../server/src/room/replica.ts';
import { LOG_SCHEMA, openDatabase, sqliteLog } from '../../server/src/storage/index.ts';
import { RawClient } from '../server/gateway/raw-client.ts';
import { BusyClient } from './busy-client.ts';
import { Deeds } from './deeds.ts';
import { Killable } from './killable.ts';

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 22);
const SEED = Number(process.env.KILL_SEED ?? 20_260_203);

/** A number below a bound, the same sequence for the same seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

let server: Killable;

beforeAll(async () => {
  server = await Killable.build();
});

afterAll(() => server.destroy());

describe('a server killed at any moment', () => {
  it(`[GW32] keeps all that it acknowledged, once, over ${ROUNDS} kills while four people type and mark`, async () => {
    const random = seeded(SEED);
    const deeds = new Deeds();
    const { made, port } = await server.start();
    const { article, people } = made!;
    const url = (room: string) => `ws://127.0.0.1:${port}/sync/${article}/${room}`;
    const clients = people.map((who, i) => new BusyClient(i, who, deeds, random));
    const fresh = async (room: 'text' | 'review') => {
      const client = await new RawClient(url(room), { token: people[3]!.token }).join();
      client.socket.close();
      return client;
    };

    for (let round = 1; round <= ROUNDS; round++) {
      const working = clients.map((client) => client.work(url('text')));
      // Every third kill may fall into the joining; the others into the work.
      if (round % 3 !== 0) await deeds.nextLetter();
      await new Promise((resolve) => setTimeout(resolve, random(350)));
      await server.kill();
      await Promise.all(working);
      await server.start();
      const [text, review] = [await fresh('text'), await fresh('review')];
      expect({ round, wrong: deeds.wrongIn(text.text.toString()) }).toEqual({ round, wrong: [] });
      const { state } = readReview(review.doc);
      for (const id of deeds.acknowledged.commands) {
        const { kind, makes, by } = deeds.commands.get(id)!;
        const entry =
          kind === 'mark' ? state.annotations.get(makes as never) : state.comments.get(makes as never);
        expect(entry?.creator, `round ${round}, ${kind} ${makes}`).toBe(people[by]!.person.id);
      }
    }

    const served = await fresh('text');
    await server.kill();
    const { typed, deleted, commands } = deeds.acknowledged;
    console.info(
      `${ROUNDS} kills: ${typed.size} letters, ${deleted.size} deletions, ${commands.size} marks and comments acknowledged`,
    );
    // On a busy machine less happens in a life, but never nothing.
    expect(Math.min(typed.size / 3, deleted.size * 2, commands.size)).toBeGreaterThan(ROUNDS);

    const database = await openDatabase(join(server.folder, 'assay.db'), [LOG_SCHEMA]);
    const log = await sqliteLog(database);
    const events = await log.events(article);
    expect(verifyChain(events.map(({ payload }) => JSON.parse(payload)))).toMatchObject({ ok: true });
    // What the server records of marks that lost or found words may be several events at once.
    const places = events.map(({ command, position }) => `${command}/${position}`);
    expect(new Set(places).size).toBe(places.length);
    const asked = new Set(commands);
    const done = events.map(({ command }) => command).filter((command) => asked.has(command));
    expect(new Set(done).size).toBe(done.length);
    expect(done).toEqual(expect.arrayContaining([...commands]));
    const disk = rebuild(await log.read(documentName.text(article)));
    expect(Y.equalSnapshots(Y.snapshot(disk), Y.snapshot(served.doc))).toBe(true);
    expect(disk.getText('article').toDelta().length).toBe(served.text.toDelta().length);
    expect(await database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await database.close();
  });
});
