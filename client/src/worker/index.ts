/**
 * Opens the page without the server. Keeps the files that the page is made of, and nothing else.
 *
 * 1. A page is asked of the server first; only where it does not answer, or not soon, the kept one opens.
 * 2. A file with a hash in its name is read from here once it was fetched, of whichever deployment.
 * 3. A new deployment is fetched whole before it takes over, and takes over at once; open tabs keep what they run.
 */
import { isHashed, keeperOf, outlived, type Shell, storeName } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;
declare const SHELL: Shell;

/** How long the server may take to answer with the page before the kept one opens, in ms. */
const PATIENCE = 4_000;
const STORE = storeName(SHELL);
/** What a server's answer varies by does not matter for files that are the same for everybody. */
const ANY: CacheQueryOptions = { ignoreVary: true };

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (keeperOf(request, SHELL, self.location.origin)) {
    case 'page':
      return event.respondWith(page(request));
    case 'file':
      return event.respondWith(file(request));
    case 'server':
      return;
  }
});

async function install(): Promise<void> {
  const store = await caches.open(STORE);
  const fresh = (path: string) => new Request(path, isHashed(path) ? {} : { cache: 'reload' });
  await store.addAll(SHELL.files.map(fresh));
  await self.skipWaiting();
}

async function takeOver(): Promise<void> {
  const names = outlived(await caches.keys(), STORE);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request: Request): Promise<Response> {
  const kept = async () => (await caches.open(STORE)).match('/', ANY);
  const asked = fetch(request);
  const answer = await Promise.race([asked.catch(() => null), pause(PATIENCE)]);
  // Behind a proxy, a server that is down is a status of the proxy's.
  if (answer && answer.status < 500) return answer;
  return (await kept()) ?? asked;
}

async function file(request: Request): Promise<Response> {
  const store = await caches.open(STORE);
  const kept = (await store.match(request, ANY)) ?? (await caches.match(request, ANY));
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200 && isHashed(new URL(request.url).pathname))
    // A full device keeps nothing more, and the page has its file all the same.
    await store.put(request, answer.clone()).catch(() => {});
  return answer;
}

function pause(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), ms));
}
