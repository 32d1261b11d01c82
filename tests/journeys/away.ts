import type { Page } from 'playwright-core';
import type { Desk } from './desk.ts';
import type { PersonAtBrowser } from './people.ts';

/** Settles when the person's browser can open the page without the server. */
export async function installed({ page }: PersonAtBrowser): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** Takes the network from a browser and, as a socket that is open outlives that, the server from everybody. */
export async function goAway({ server }: Desk, { context }: PersonAtBrowser): Promise<void> {
  await context.setOffline(true);
  await server.kill();
}

export async function comeBack({ server }: Desk, { context }: PersonAtBrowser): Promise<void> {
  await server.restart();
  await context.setOffline(false);
}

/** Closes the tab, without waiting for anything, and opens an address in a new one. */
export async function reopen(person: PersonAtBrowser, address: string): Promise<void> {
  // What is typed is on the device within a second (D2).
  await person.page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
  await person.page.close({ runBeforeUnload: false });
  person.page = await person.context.newPage();
  await person.page.goto(address);
}

/** The names of everything that this browser keeps under a person's id: databases, facts and keys. */
export function onDevice(page: Page, person: string): Promise<readonly string[]> {
  return page.evaluate(async (id) => {
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const facts = await new Promise<string[]>((settle, fail) => {
      const opening = indexedDB.open('assay/device');
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const store = database.transaction('facts').objectStore('facts');
        const [keys, values] = [store.getAllKeys(), store.getAll()];
        store.transaction.oncomplete = () => {
          database.close();
          settle([...keys.result.map(String), ...values.result.map((value) => JSON.stringify(value))]);
        };
      };
    });
    return [...databases, ...facts, ...Object.keys(localStorage)].filter((name) => name.includes(id));
  }, person);
}
