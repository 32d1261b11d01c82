import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** Local transactions, oldest first, of which the latest may not be in the Y.Text yet. */
type Unwritten = readonly Transaction[];

const key = new PluginKey<Unwritten>('article-binding');

/** The part of an EditorView that the binding uses; a program without a screen may bring its own. */
export type BoundView = Pick<EditorView, 'state' | 'dispatch'>;

/** What the plugin needs of its binding. */
export interface Bound {
  /** The last transaction that was written: it and those before need not be kept. */
  lastWritten(): Transaction | null;
  mayWrite(): boolean;
  attach(view: BoundView): { update(view: BoundView, before: EditorState): void; destroy(): void };
}

/** Whether a transaction brings what is already in the Y.Text: others' edits, undo and redo. */
export function isRemote(transaction: Transaction): boolean {
  return transaction.getMeta(key) === 'remote';
}

/** Marks a transaction as one that brings what is in the Y.Text, for no other undo history to take in. */
export function asRemote(transaction: Transaction): Transaction {
  return transaction.setMeta(key, 'remote').setMeta('addToHistory', false);
}

/** The local transactions of a state after `last`. */
export function unwrittenSince(last: Transaction | null, state: EditorState): Unwritten {
  return after(last, key.getState(state) ?? []);
}

function after(last: Transaction | null, transactions: Unwritten): Unwritten {
  return last ? transactions.slice(transactions.lastIndexOf(last) + 1) : transactions;
}

export function bindingPlugin(bound: Bound): Plugin {
  return new Plugin<Unwritten>({
    key,
    state: {
      init: () => [],
      apply(transaction, unwritten) {
        if (!transaction.docChanged || isRemote(transaction)) return unwritten;
        // What has been written is let go here; nothing but memory depends on when.
        return [...after(bound.lastWritten(), unwritten), transaction];
      },
    },
    filterTransaction: (transaction) => !transaction.docChanged || isRemote(transaction) || bound.mayWrite(),
    view: (view) => bound.attach(view),
  });
}
