import type { Page } from 'playwright-core';
import { textOf } from './people.ts';

/** A stretch of the article's linear text, UTF-16 units, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Selects a stretch as the pointer would leave it selected, and waits until the page has seen it. */
export async function select(page: Page, { start, end }: Stretch): Promise<void> {
  await setSelection(page, start, end);
  await page.getByRole('toolbar', { name: 'Mark the selected words' }).waitFor();
}

/** Puts the caret at an offset of the linear text. */
export async function placeCaret(page: Page, offset: number): Promise<void> {
  await setSelection(page, offset, offset);
  // The editor hears of the selection by an event of the document, which comes before the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function setSelection(page: Page, start: number, end: number): Promise<void> {
  await textOf(page).evaluate(
    (root, [from, to]) => {
      const shown = (node: Node) => !node.parentElement?.closest('.ProseMirror-widget');
      const pointAt = (offset: number): [Node, number] => {
        let before = 0;
        for (const block of root.children) {
          if (block.classList.contains('ProseMirror-widget')) continue;
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          let last: [Node, number] = [block, 0];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (!shown(node)) continue;
            const isBreak =
              node.nodeName === 'BR' && !(node as Element).classList.contains('ProseMirror-trailingBreak');
            const length = node.nodeType === Node.TEXT_NODE ? node.nodeValue!.length : isBreak ? 1 : 0;
            if (node.nodeType === Node.TEXT_NODE) {
              if (offset <= before + length) return [node, offset - before];
              last = [node, length];
            }
            before += length;
          }
          if (offset <= before) return last;
          before += 1;
        }
        throw new RangeError(`The article on the page has no offset ${offset}.`);
      };
      (root as HTMLElement).focus();
      const [first, last] = [pointAt(from), pointAt(to)];
      first[0].parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()!.setBaseAndExtent(...first, ...last);
      root.dispatchEvent(new Event('keyup', { bubbles: true }));
    },
    [start, end] as const,
  );
}

/** What each mark covers on this page, by the mark's id: the words of its drawn parts in order, white space left out. */
export function wordsOfMarks(page: Page): Promise<Record<string, string>> {
  return textOf(page).evaluate((root) => {
    const words: Record<string, string> = {};
    for (const part of root.querySelectorAll('mark[data-mark]')) {
      const clone = part.cloneNode(true) as Element;
      for (const widget of clone.querySelectorAll('.ProseMirror-widget')) widget.remove();
      const id = part.getAttribute('data-mark')!;
      words[id] = (words[id] ?? '') + clone.textContent!.replace(/\s+/g, '');
    }
    return words;
  });
}

/** Chooses how one works: `Edit` types, `Review` marks by single keys. */
export async function work(page: Page, mode: 'Edit' | 'Review'): Promise<void> {
  await page.getByRole('radio', { name: mode }).click();
}

/** Waits until the page says that everything is on the server's disk. */
export async function allSaved(page: Page): Promise<void> {
  await page.locator('.saving[data-state="saved"]').waitFor();
}

/** The text on this page without white space and without other people's carets. */
export function shownText(page: Page): Promise<string> {
  return textOf(page).evaluate((root) => {
    const clone = root.cloneNode(true) as Element;
    for (const widget of clone.querySelectorAll('.ProseMirror-widget')) widget.remove();
    return clone.textContent!.replace(/\s+/g, '');
  });
}

/** Selects words with the pointer. They stand in a paragraph without line breaks of its own. */
export async function sweep(page: Page, { start, end }: Stretch) {
  const points = await textOf(page).evaluate(
    (root, offsets) => {
      const edgeOf = (offset: number) => {
        let before = 0;
        for (const block of [...root.children].filter((one) => !one.matches('.ProseMirror-widget'))) {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if (node.parentElement!.closest('.ProseMirror-widget')) continue;
            const length = node.nodeValue!.length;
            if (offset < before + length) {
              const range = document.createRange();
              range.setStart(node, offset - before);
              range.setEnd(node, offset - before + 1);
              return range;
            }
            before += length;
          }
          before += 1;
        }
        throw new RangeError(`The article on the page has no offset ${offset}.`);
      };
      const [first, last] = offsets.map(edgeOf);
      first!.startContainer.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      const [from, to] = [first!.getBoundingClientRect(), last!.getBoundingClientRect()];
      return [
        [from.left + 1, from.top + from.height / 2],
        [to.right - 1, to.top + to.height / 2],
      ];
    },
    [start, end - 1] as const,
  );
  await page.mouse.move(points[0]![0]!, points[0]![1]!);
  await page.mouse.down();
  await page.mouse.move(points[1]![0]!, points[1]![1]!, { steps: 6 });
  await page.mouse.up();
}
