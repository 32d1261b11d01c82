import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { realArticle } from '../support/real-data.ts';
import { type RealServer, startRealServer } from '../support/real-server.ts';
import { inviteLink, joinBy, openArticle, type PersonAtBrowser, setUpTeam } from './people.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A server, an article on it, and three people who have it open. */
export interface Desk {
  readonly browser: Browser;
  readonly server: RealServer;
  readonly owner: PersonAtBrowser;
  readonly editor: PersonAtBrowser;
  readonly reviewer: PersonAtBrowser;
  /** The article's address and id. */
  readonly address: string;
  readonly article: string;
  close(): Promise<void>;
}

/** The real article where it is present, our own sample otherwise. */
function articleFile(): { name: string; content: string } {
  const text = realArticle();
  if (text) return { name: 'article.txt', content: text };
  const sample = join(root, 'client', 'src', 'library', 'sample-article.md');
  return { name: 'sample.md', content: readFileSync(sample, 'utf8') };
}

/** The whole beginning through the page itself: set up, import a file, invite, join, open. */
export async function openDesk(): Promise<Desk> {
  const server = await startRealServer();
  const browser = await launchBrowser();
  const owner = await setUpTeam(browser, server, 'Olga Owner');
  const address = await importThrough(owner, articleFile());
  const editor = await joinBy(browser, await inviteLink(owner, 'Editor'), 'Edda Editor');
  const reviewer = await joinBy(browser, await inviteLink(owner, 'Reviewer'), 'Remy Reviewer');
  for (const person of [owner, editor, reviewer]) await openArticle(person, address);
  return {
    browser,
    server,
    owner,
    editor,
    reviewer,
    address,
    article: new URL(address).pathname.split('/')[2]!,
    async close() {
      await browser.close();
      await server.destroy();
    },
  };
}

async function importThrough(
  owner: PersonAtBrowser,
  file: { name: string; content: string },
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-journey-'));
  writeFileSync(join(folder, file.name), file.content);
  const { page } = owner;
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(join(folder, file.name));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/articles\//);
  rmSync(folder, { recursive: true });
  return page.url();
}

/** The article's linear text as the server has it, in which offsets count. */
export async function serverText({ server, article }: Desk): Promise<string> {
  const response = await fetch(`${server.url}/api/articles/${article}/text`, {
    headers: { authorization: `Bearer ${server.token()}` },
  });
  return ((await response.json()) as { text: string }).text;
}

export async function exported({ server, article }: Desk, format: string): Promise<string> {
  const response = await fetch(`${server.url}/api/articles/${article}/export?format=${format}`, {
    headers: { authorization: `Bearer ${server.token()}` },
  });
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}
