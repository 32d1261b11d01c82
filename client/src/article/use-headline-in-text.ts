import { useMemo } from 'react';
import { useStore } from '../store/index.ts';
import type { Desk } from './desk.ts';

/**
 * Whether the text begins with a heading that says the title, so that the page need not say it a second time. Looked at
 * when the text is opened or renamed, not while somebody writes in the headline: nothing jumps under their hands.
 */
export function useHeadlineInText({ margin }: Desk, title: string): boolean {
  const editor = useStore(margin.editor);
  return useMemo(() => {
    const first = editor?.view.state.doc.firstChild;
    return first?.type.name === 'heading' && sayTheSame(first.textContent, title);
  }, [editor, title]);
}

/** Apart from case, white space and how characters are composed. */
export function sayTheSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(words: string): string {
  return words.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, ' ').trim();
}
