import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { ArticleEditor } from '../editor/index.ts';
import { useStore } from '../store/index.ts';
import type { Entry } from './entry.ts';
import { useMargin } from './use-margin.ts';

export const COMPOSER_ID = 'composer';

type Tops = ReadonlyMap<string, number>;

/**
 * Where the first line of each entry's words stands, in pixels from the column's top; of the words being commented as
 * well. Measured again, at most once a frame, when lines may have moved.
 */
export function useCardTops(entries: readonly Entry[], column: RefObject<HTMLElement | null>): Tops {
  const margin = useMargin();
  const editor = useStore(margin.editor);
  const composing = useStore(margin.composing);
  const [tops, setTops] = useState<Tops>(new Map());

  const measure = useCallback(() => {
    if (!editor || !column.current) return;
    const lit = composing?.on === 'passage' ? composing.lit : null;
    const next = measureTops(editor, entries, column.current, lit);
    setTops((before) => (sameTops(before, next) ? before : next));
  }, [editor, entries, column, composing]);

  useLayoutEffect(measure, [measure]);
  useEffect(() => {
    if (!editor || !column.current) return;
    return onMovedLines(editor, column.current, measure);
  }, [editor, column, measure]);
  return tops;
}

function measureTops(
  editor: ArticleEditor,
  entries: readonly Entry[],
  column: HTMLElement,
  lit: Range | null,
): Map<string, number> {
  const origin = column.getBoundingClientRect().top;
  const tops = new Map<string, number>();
  for (const entry of entries) {
    const box = editor.rectangleOf(entry.id);
    if (box) tops.set(entry.id, Math.round(box.top - origin));
  }
  if (lit) tops.set(COMPOSER_ID, Math.round(lit.getBoundingClientRect().top - origin));
  return tops;
}

/** Calls back, at most once a frame, after whatever may have moved lines on the screen. */
function onMovedLines(editor: ArticleEditor, column: HTMLElement, call: () => void): () => void {
  let frame = 0;
  const schedule = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(call);
  };
  const sizes = new ResizeObserver(schedule);
  sizes.observe(editor.view.dom);
  sizes.observe(column);
  const stopLayout = editor.layoutVersion.subscribe(schedule);
  const stopPlaced = editor.placed.subscribe(schedule);
  void document.fonts.ready.then(schedule);
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    stopLayout();
    stopPlaced();
  };
}

function sameTops(a: Tops, b: Tops): boolean {
  return a.size === b.size && [...b].every(([id, top]) => a.get(id) === top);
}
