import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { online, Scene, welcome } from './scene.ts';

/** The libraries take hold of `Date.now` when they are loaded, so the clock is put in their way before. */
const clock = vi.hoisted(() => {
  const hands = { ahead: 0 };
  const { now } = Date;
  Date.now = () => now() + hands.ahead;
  return hands;
});

let scene: Scene;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  scene = await Scene.set();
});

afterEach(async () => {
  vi.useRealTimers();
  await scene.end();
});

function pass(milliseconds: number): void {
  clock.ahead += milliseconds;
  vi.advanceTimersByTime(milliseconds);
}

it('[SY20] gives up a connection on which nothing has come for half a minute', async () => {
  scene.server.onVisit = welcome;
  const document = scene.open();
  await online(document);
  pass(29_000);
  expect(document.connection.state.get().kind).toBe('online');
  pass(6_000);
  expect(document.connection.state.get().kind).toBe('waiting');
});
