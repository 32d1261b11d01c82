import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { bundlePage, openBundle } from '../../support/page-bundle.ts';
import type { Measurement, Trial } from '../figures.ts';
import type { Size } from './editor-subject.ts';
import type { PageCase } from './page/main.ts';
import { servedTrials } from './served-trials.ts';

const ENTRY = fileURLToPath(new URL('./page/main.ts', import.meta.url));
const SIZES: readonly Size[] = [0, 1_000, 10_000].map((marks) => ({ words: 20_000, marks }));

const BODY = '<main><div id="article"></div></main>';

/** The cases up to the painted frame, in a real Chromium. */
export async function pageTrials(): Promise<{ trials: Trial[]; close(): Promise<void> }> {
  const bundle = await bundlePage(ENTRY);
  const browser = await launchBrowser('--js-flags=--expose-gc');
  const inPage = async (name: PageCase | 'memory', subject: string, size: Size): Promise<Measurement> => {
    const page: Page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    try {
      await openBundle(page, bundle, BODY);
      const run = (of: PageCase) =>
        page.evaluate(([c, s, z]) => window.bench(c, s, z), [of, subject, size] as const);
      if (name !== 'memory') return await run(name);
      await run('shown');
      return await memoryOf(page);
    } finally {
      await page.close();
    }
  };
  const trials = (name: PageCase | 'memory', subjects: readonly string[]): Trial[] =>
    SIZES.flatMap((size) =>
      subjects.map((subject) => ({
        suite: 'client',
        case: name,
        subject,
        parameters: { ...size },
        run: () => inPage(name, subject, size),
      })),
    );
  const served = await servedTrials(browser);
  return {
    trials: [
      ...trials('remote-keystroke', ['y-prosemirror', 'assay']),
      ...trials('local-keystroke', ['prosemirror', 'y-prosemirror', 'assay']),
      ...trials('open', ['prosemirror', 'y-prosemirror', 'assay']),
      ...trials('scroll', ['prosemirror', 'y-prosemirror', 'assay']),
      ...trials('memory', ['prosemirror', 'y-prosemirror', 'assay']),
      ...served.trials,
    ],
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

/** What a page keeps once everything that can be cleared away is: scripts' objects, the page's nodes, and buffers. */
async function memoryOf(page: Page): Promise<Measurement> {
  const devtools = await page.context().newCDPSession(page);
  // What finalizers let go of in one pass is collected in the next.
  for (let pass = 0; pass < 2; pass++) await devtools.send('HeapProfiler.collectGarbage');
  const heap = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  const megabytes = (bytes: number) => ({ value: bytes / 1e6, unit: 'MB' });
  return {
    'in all': megabytes(heap.usedSize + heap.embedderHeapUsedSize + heap.backingStorageSize),
    'JavaScript heap': megabytes(heap.usedSize),
    'DOM nodes': { value: nodes, unit: 'nodes' },
  };
}
