import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface Axe {
  run(within: string, options: object): Promise<{ violations: readonly Violation[] }>;
}

/** What axe-core finds wrong on the page as it is, or in a part of it, one line each; empty when all is well. */
export async function violationsOf(page: Page, within = 'html'): Promise<readonly string[]> {
  await page.evaluate(source);
  return page.evaluate(
    async ([part, ...rules]) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(part!, { runOnly: rules });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ‖ ')}`,
      );
    },
    [within, ...RULES],
  );
}

/** How many pixels the page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
