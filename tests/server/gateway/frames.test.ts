import type { ArticleId } from '@assay/shared/model';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveServer, type Somebody } from './live-server.ts';
import { documentUrl, RawClient } from './raw-client.ts';

let server: LiveServer;
let owner: Somebody;
let article: ArticleId;

beforeAll(async () => {
  server = await LiveServer.start();
  owner = await server.somebody('Olga', 'owner');
  article = await server.article(owner, 'One fine day.');
});

afterAll(() => server.destroy());

function join() {
  return new RawClient(documentUrl(server, article, 'text'), { token: owner.token }).join();
}

describe('mutated frames', () => {
  it('[GW33] end the one connection or change nothing: the server lives and others work on', async () => {
    const honest = await join();
    const [update, command] = await realFrames();
    const outcomes = { closed: 0, open: 0 };
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      ...[update, command].map((original) =>
        fc
          .array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 })
          .map((edits) => {
            const bytes = original.slice();
            for (const [at, byte] of edits) bytes[at] = byte;
            return bytes;
          }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 8 }), async (frames) => {
        const client = await join();
        for (const bytes of frames) client.sendBytes(bytes);
        const open = await client.settle().then(
          () => true,
          () => false,
        );
        if (!open) expect(client.closed?.code).toBeGreaterThanOrEqual(4400);
        outcomes[open ? 'open' : 'closed']++;
        client.socket.terminate();
        const saved = honest.saved;
        honest.edit((text) => text.insert(1, 'x'));
        await honest.until('saved', () => honest.saved === saved + 1);
      }),
      { numRuns: 150, seed: 20_260_203 },
    );
    expect(outcomes.closed).toBeGreaterThan(20);
    expect(outcomes.open).toBeGreaterThan(5);
    const fresh = await join();
    expect(fresh.doc.store.pendingStructs).toBeNull();
    await honest.settle();
    expect(Y.equalSnapshots(Y.snapshot(fresh.doc), Y.snapshot(honest.doc))).toBe(true);
    expect(server.problems).toEqual([]);
  });
});

/** What an honest client sends: an update, and a command. */
async function realFrames(): Promise<[Uint8Array, Uint8Array]> {
  const client = await join();
  const frames: Uint8Array[] = [];
  const { sendBytes } = client;
  client.sendBytes = (bytes) => {
    frames.push(bytes as Uint8Array);
    sendBytes.call(client, bytes);
  };
  client.edit((text) => text.insert(1, 'abc'));
  await client.command({ type: 'article.rename', title: 'Another title' });
  client.socket.terminate();
  return [frames[0]!, frames[1]!];
}
