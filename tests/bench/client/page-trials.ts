import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { bundlePage, openBundle } from '../../support/page-bundle.ts';
import type { Measurement, Trial } from '../figures.ts';
import type { Size } from './editor-subject.ts';
import type { PageCase } from './page/main.ts';

const ENTRY = fileURLToPath(new URL('./page/main.ts', import.meta.url));
const SIZES: readonly Size[] = [0, 1_000, 10_000].map((marks) => ({ words: 20_000, marks }));

const BODY = '<main><div id="article"></div></main>';

/** The cases up to the painted frame, in a real Chromium. */
export async function pageTrials(): Promise<{ trials: Trial[]; close(): Promise<void> }> {
  const bundle = await bundlePage(ENTRY);
  const browser = await launchBrowser('--js-flags=--expose-gc');
  const inPage = async (name: PageCase, subject: string, size: Size): Promise<Measurement> => {
    const page: Page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    try {
      await openBundle(page, bundle, BODY);
      return await page.evaluate(([c, s, z]) => window.bench(c, s, z), [name, subject, size] as const);
    } finally {
      await page.close();
    }
  };
  const trials = (name: PageCase, subjects: readonly string[]): Trial[] =>
    SIZES.flatMap((size) =>
      subjects.map((subject) => ({
        suite: 'client',
        case: name,
        subject,
        parameters: { ...size },
        run: () => inPage(name, subject, size),
      })),
    );
  return {
    trials: [
      ...trials('remote-keystroke', ['y-prosemirror', 'assay']),
      ...trials('local-keystroke', ['prosemirror', 'y-prosemirror', 'assay']),
      ...trials('open', ['prosemirror', 'y-prosemirror', 'assay']),
    ],
    close: () => browser.close(),
  };
}
