import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { bundlePage, openBundle, type PageBundle } from '../../support/page-bundle.ts';
import type { AskedMark } from './page/main.ts';

const ENTRY = fileURLToPath(new URL('./page/main.ts', import.meta.url));

/** A block as tests write it: text for a paragraph, or type, attributes and text. */
export type BlockNotation = string | readonly [type: string, attrs: Record<string, unknown>, text: string];

/** One real editor in one real page, fresh for each test. */
export interface EditorPage {
  readonly page: Page;
  open(...blocks: readonly BlockNotation[]): Promise<void>;
  draw(...marks: readonly AskedMark[]): Promise<void>;
  /** Moves the caret, or selects, by linear offsets. */
  select(start: number, end?: number): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  run(command: string, argument?: string): Promise<boolean>;
  blocks(): Promise<string[]>;
  text(): Promise<string>;
  covered(): Promise<Record<string, string>>;
  placed(): Promise<Record<string, { status: string; text: string }>>;
  told(): Promise<string[]>;
}

function editorPage(page: Page): EditorPage {
  return {
    page,
    async open(...blocks) {
      const rows = blocks.map((one) => (typeof one === 'string' ? (['paragraph', {}, one] as const) : one));
      await page.evaluate((all) => window.desk.open(all), rows);
    },
    draw: (...marks) => page.evaluate((all) => window.desk.draw(all), marks),
    select: (start, end) =>
      page.evaluate(([from, to]) => window.desk.select(from!, to), [start, end ?? start] as const),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    run: (command, argument) =>
      page.evaluate(([name, value]) => window.desk.run(name!, value ?? undefined), [
        command,
        argument ?? null,
      ] as const),
    blocks: () => page.evaluate(() => window.desk.blocks()),
    text: () => page.evaluate(() => window.desk.linear()),
    covered: () => page.evaluate(() => window.desk.covered()),
    placed: () => page.evaluate(() => window.desk.placed()),
    told: () => page.evaluate(() => window.desk.told.splice(0)),
  };
}

/** Gives each test of the file an editor in Chromium; a script error or a broken content policy fails the test. */
export function useEditorPage(): { readonly now: EditorPage } {
  const current: { now: EditorPage } = { now: undefined as never };
  const errors: string[] = [];
  let bundle: PageBundle;
  let browser: Browser;
  beforeAll(async () => {
    [bundle, browser] = await Promise.all([bundlePage(ENTRY), launchBrowser()]);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    errors.length = 0;
    const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await openBundle(page, bundle, '<main><h1>Article</h1><div id="article"></div></main>');
    current.now = editorPage(page);
  });
  afterEach(async () => {
    await current.now.page.close();
    expect(errors).toEqual([]);
  });
  return current;
}
