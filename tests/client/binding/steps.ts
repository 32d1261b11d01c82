import type { Node } from 'prosemirror-model';
import { Plugin, TextSelection } from 'prosemirror-state';
import type { Step } from 'prosemirror-transform';
import { isRemote } from '../../../client/src/binding/index.ts';
import { article, exchange, seeded, TextClient, type TextClientOptions } from '../../support/text-client.ts';

/** Two people with one article open. `b` writes down the steps that arrive. */
export function pair(
  blocks: readonly Node[],
  options: TextClientOptions = {},
): { a: TextClient; b: TextClient; arrived: Step[] } {
  const start = seeded(article(...blocks));
  const arrived: Step[] = [];
  const watch = new Plugin({
    state: {
      init: () => null,
      apply: (tr) => {
        if (isRemote(tr)) arrived.push(...tr.steps);
        return null;
      },
    },
  });
  const a = new TextClient([start], { clientId: 10, captureTimeout: 0 });
  const b = new TextClient([start], { clientId: 20, captureTimeout: 0, ...options, plugins: [watch] });
  return { a, b, arrived };
}

/** Gives each other what was made, both at once: neither saw the other's edits when making their own. */
export const meet = (a: TextClient, b: TextClient): void => exchange(a, b);

/** Puts the caret in front of the words, or behind them. */
export function caretAt(client: TextClient, words: string, side: 'before' | 'after' = 'before'): number {
  const position = positionOf(client, words) + (side === 'after' ? words.length : 0);
  const { tr } = client.view.state;
  client.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, position)));
  return position;
}

export function select(client: TextClient, words: string): { from: number; to: number } {
  const from = positionOf(client, words);
  const to = from + words.length;
  const { tr } = client.view.state;
  client.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)));
  return { from, to };
}

/** The position of words that stand within one block. */
export function positionOf(client: TextClient, words: string): number {
  let found = -1;
  client.view.state.doc.forEach((block, start) => {
    const at = block.textBetween(0, block.content.size).indexOf(words);
    if (found < 0 && at >= 0) found = start + 1 + at;
  });
  if (found < 0) throw new Error(`No "${words}" in the article.`);
  return found;
}

export function type(client: TextClient, text: string): void {
  client.view.dispatch(client.view.state.tr.insertText(text));
}
