import { wordCounter } from '@assay/shared/article';
import { useEffect, useState } from 'react';
import { useStore } from '../store/index.ts';
import type { Desk } from './desk.ts';

/** Counting a long article takes a moment: only after this pause in writing, in milliseconds. */
const PAUSE = 600;

/** How many words the article has, as they change; null before the text is there. */
export function useWordCount({ session, margin }: Desk): number | null {
  const [words, setWords] = useState<number | null>(null);
  const editor = useStore(margin.editor);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const countWords = wordCounter();
    const countNow = () => {
      timer = undefined;
      setWords(countWords(session.linearText()));
    };
    countNow();
    const stop = editor.layoutVersion.subscribe(() => {
      timer ??= setTimeout(countNow, PAUSE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session, editor]);
  return words;
}
