import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ArticleEditor } from '../editor/index.ts';
import { useStore } from '../store/index.ts';
import type { Entry } from './entry.ts';
import { useMargin } from './use-margin.ts';

export const COMPOSER_ID = 'composer';

type Tops = ReadonlyMap<string, number>;

/**
 * Where the first line of each entry's words stands, in pixels from the column's top; of the words being commented as
 * well. Lines are measured against the text, again at most once a frame when they may have moved there; how far the
 * text is from the column is measured apart, because that changes often and costs little.
 */
export function useCardTops(entries: readonly Entry[], column: RefObject<HTMLElement | null>): Tops {
  const margin = useMargin();
  const editor = useStore(margin.editor);
  const composing = useStore(margin.composing);
  const [lines, setLines] = useState<Tops>(new Map());
  const [offset, setOffset] = useState(0);

  const measureOffset = useCallback(() => {
    if (editor && column.current) setOffset(topOf(editor.view.dom) - topOf(column.current));
  }, [editor, column]);
  const measureLines = useCallback(() => {
    if (!editor) return;
    const lit = composing?.on === 'passage' ? composing.lit : null;
    const next = linesOf(editor, entries, lit);
    setLines((before) => (sameTops(before, next) ? before : next));
  }, [editor, entries, composing]);

  useLayoutEffect(measureLines, [measureLines]);
  useLayoutEffect(measureOffset, [measureOffset]);
  useEffect(() => (editor ? onMovedLines(editor, measureLines) : undefined), [editor, measureLines]);
  useEffect(() => {
    const around = column.current?.parentElement;
    return around ? onResize([around], measureOffset) : undefined;
  }, [column, measureOffset]);
  return useMemo(
    () => new Map([...lines].map(([id, top]) => [id, Math.round(top + offset)])),
    [lines, offset],
  );
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

function linesOf(editor: ArticleEditor, entries: readonly Entry[], lit: Range | null): Map<string, number> {
  const origin = topOf(editor.view.dom);
  const lines = new Map<string, number>();
  for (const entry of entries) {
    const box = editor.rectangleOf(entry.id);
    if (box) lines.set(entry.id, box.top - origin);
  }
  if (lit) lines.set(COMPOSER_ID, lit.getBoundingClientRect().top - origin);
  return lines;
}

/** Calls back, at most once a frame, after whatever may have moved lines within the text. */
function onMovedLines(editor: ArticleEditor, call: () => void): () => void {
  let frame = 0;
  const schedule = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(call);
  };
  const stops = [
    onResize([editor.view.dom], schedule),
    editor.layoutVersion.subscribe(schedule),
    editor.placed.subscribe(schedule),
  ];
  void document.fonts.ready.then(schedule);
  return () => {
    cancelAnimationFrame(frame);
    for (const stop of stops) stop();
  };
}

function onResize(elements: readonly Element[], call: () => void): () => void {
  const observer = new ResizeObserver(call);
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}

function sameTops(a: Tops, b: Tops): boolean {
  return a.size === b.size && [...b].every(([id, top]) => a.get(id) === top);
}
