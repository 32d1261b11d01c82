import type { HeldRange } from '../editor/index.ts';

/** A thread that somebody is about to open: nothing is sent before it has words. */
export type Composing =
  | { readonly on: 'article' }
  | {
      readonly on: 'passage';
      readonly ranges: readonly HeldRange[];
      readonly words: string;
      /** The words on the screen, to stand beside them and to keep them lit while the field has the selection. */
      readonly lit: Range | null;
    };

const HIGHLIGHT = 'assay-composing';

/** Keeps a range lit after the selection has gone into a field, where the platform can; returns the way to stop. */
export function keepLit(range: Range | null): () => void {
  if (!range || typeof Highlight === 'undefined') return () => {};
  CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  return () => CSS.highlights.delete(HIGHLIGHT);
}

/** The name under which an unfinished thread's words are kept. */
export function draftName(composing: Composing): string {
  return composing.on === 'article' ? 'new:article' : 'new:passage';
}
