import { fileURLToPath } from 'node:url';
import { articleText } from '@assay/shared/ydoc';
import type { Browser, Page } from 'playwright-core';
import * as Y from 'yjs';
import { bundlePage, openBundle } from '../../support/page-bundle.ts';
import { type Measurement, median, type Parameters, type Trial } from '../figures.ts';
import { connect } from '../sync/wire-client.ts';
import type { FirstSeen } from './page/probe.ts';
import { type ServedArticles, serveArticles } from './served-articles.ts';

const bundleOf = (name: string) => bundlePage(fileURLToPath(new URL(`./page/${name}.ts`, import.meta.url)));

const KEYSTROKES = 30;

const OPENED: readonly Parameters[] = [0, 1_000, 10_000].map((marks) => ({ words: 20_000, marks }));
const DISCUSSED: readonly Parameters[] = [0, 1_000].map((threads) => ({
  words: 20_000,
  marks: 1_000,
  threads,
}));

const milliseconds = (value: number) => ({ value, unit: 'ms' });

/**
 * The whole page of an article from a running server, opened by somebody who has never been there: no cache, no copy in
 * the browser. Beside it the same text in a page that can do nothing but show it, answered from memory.
 */
export async function servedTrials(browser: Browser): Promise<{ trials: Trial[]; close(): Promise<void> }> {
  const [probe, readOnly] = await Promise.all([bundleOf('probe'), bundleOf('read-only')]);
  let starting: Promise<ServedArticles> | undefined;
  const served = () => {
    starting ??= serveArticles(browser);
    return starting;
  };

  const onArticle = async (
    size: Parameters,
    run: (page: Page, article: string) => Promise<Measurement>,
  ): Promise<Measurement> => {
    const { server, article, newPage } = await served();
    const id = await article(size);
    const page = await newPage();
    try {
      await page.addInitScript({ content: probe.script });
      await page.goto(`${server.url}/articles/${id}`);
      return await run(page, id);
    } finally {
      await page.context().close();
    }
  };

  const openPage = (size: Parameters) =>
    onArticle(size, async (page) => ({
      'navigation to text': await firstSeen(page, 'text'),
      ...(size.marks && { 'navigation to first mark': await firstSeen(page, 'mark') }),
    }));

  const openBare = async ({ words }: Parameters): Promise<Measurement> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    try {
      await page.addInitScript({ content: probe.script });
      await openBundle(page, readOnly, `<main><div id="article" data-words="${words}"></div></main>`);
      return { 'navigation to text': await firstSeen(page, 'text') };
    } finally {
      await page.close();
    }
  };

  const discussed = (size: Parameters) =>
    onArticle(size, async (page, id) => {
      const card = await firstSeen(page, 'card');
      await page.locator('.saving[data-state="saved"]').waitFor();
      const { server } = await served();
      const key = await remoteKeystroke(page, `${server.url}/sync/${id}/text`, server.token());
      return { 'navigation to first card': card, 'remote keystroke to painted frame': key };
    });

  const trial = (
    name: string,
    subject: string,
    parameters: Parameters,
    run: (size: Parameters) => Promise<Measurement>,
  ): Trial => ({ suite: 'client', case: name, subject, parameters, run: () => run(parameters) });
  return {
    trials: [
      ...OPENED.flatMap((size) => [
        trial('open-page', 'bare page', size, openBare),
        trial('open-page', 'assay', size, openPage),
      ]),
      ...DISCUSSED.map((size) => trial('threads', 'assay', size, discussed)),
    ],
    close: async () => (await starting)?.server.destroy(),
  };
}

async function firstSeen(page: Page, what: keyof FirstSeen) {
  return milliseconds(await page.evaluate((key) => window.firstSeen[key], what));
}

/** Somebody types at the beginning of the text: from their update to the frame that shows it on this page. */
async function remoteKeystroke(page: Page, address: string, token: string) {
  const writer = await connect(address.replace(/^http/, 'ws'), { authorization: `Bearer ${token}` });
  const doc = new Y.Doc();
  const receive = (update: Uint8Array) => Y.applyUpdate(doc, update, writer);
  // A server may send the state in parts: updates, and step 2 with the last of them.
  writer.onUpdate = receive;
  receive(await writer.join());
  if (doc.store.pendingStructs) throw new Error('The writer has not been given the whole text.');
  let sent = 0;
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === writer) return;
    sent = Date.now();
    writer.send(update);
  });
  const times: number[] = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    const painted = await page.evaluateHandle(() => ({ at: window.letterPainted() }));
    articleText(doc).insert(5 + i, 'x');
    times.push((await painted.evaluate(({ at }) => at)) - sent);
    await painted.dispose();
  }
  writer.close();
  return milliseconds(median(times));
}
