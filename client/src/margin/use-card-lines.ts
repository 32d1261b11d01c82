import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from '../store/index.ts';
import type { Entry } from './entry.ts';
import { LineWatch, NO_LINES, type TextLines } from './line-watch.ts';
import { useMargin } from './use-margin.ts';
import { firstWhere } from './visible-cards.ts';

export const COMPOSER_ID = 'composer';

/** Where the words of cards stand beside a column, in pixels from its top; the words being commented among them. */
export interface ColumnLines extends TextLines {
  /** Where the text ends. */
  readonly end: number;
}

/**
 * The lines of all entries that have a place. They are measured against the text; how far that is from the column is
 * measured apart, because it changes often and costs little.
 */
export function useCardLines(entries: readonly Entry[], column: RefObject<HTMLElement | null>): ColumnLines {
  const lines = useTextLines(entries);
  const offset = useOffset(column);
  const composing = useComposedLine();
  const at = composing === null ? null : firstWhere(lines.lines.length, (i) => lines.lines[i]! > composing);
  const ids = useMemo(
    () => (at === null ? lines.ids : inserted(lines.ids, at, COMPOSER_ID)),
    [lines.ids, at],
  );
  // Apart from the lines, which change more often: all that hangs on it would be made anew.
  const roughly = useColumnTops(lines.roughly, offset, at, composing);
  const exactly = useColumnTops(lines.lines, offset, at, composing);
  return useMemo(
    () => ({ ids, roughly, lines: exactly, height: lines.height, end: Math.round(lines.height + offset) }),
    [ids, roughly, exactly, lines.height, offset],
  );
}

/** Tops in the text as tops in the column, whole pixels, with that of the words being commented as number `at`. */
function useColumnTops(
  tops: Float64Array,
  offset: number,
  at: number | null,
  composing: number | null,
): Float64Array {
  return useMemo(() => {
    const all = at === null || composing === null ? tops : Float64Array.from(inserted(tops, at, composing));
    let lowest = Number.NEGATIVE_INFINITY;
    return all.map((top) => {
      lowest = Math.max(lowest, Math.round(top + offset));
      return lowest;
    });
  }, [tops, offset, at, composing]);
}

function inserted<T>(all: ArrayLike<T>, at: number, one: T): T[] {
  const list = Array.from(all);
  list.splice(at, 0, one);
  return list;
}

function useTextLines(entries: readonly Entry[]): TextLines {
  const margin = useMargin();
  const editor = useStore(margin.editor);
  const order = useStore(margin.placements, (placed) => placed.order);
  const ids = useIdsWithPlace(entries, order);
  const [lines, setLines] = useState(NO_LINES);
  const watch = useMemo(
    () => editor && new LineWatch(editor, () => margin.placements.get(), setLines),
    [editor, margin],
  );
  useLayoutEffect(() => watch?.take(ids), [watch, ids]);
  useEffect(() => watch?.follow(), [watch]);
  return lines;
}

/** The ids of those entries that have a place; the same list while they are the same in the same order. */
function useIdsWithPlace(entries: readonly Entry[], order: object): readonly string[] {
  const margin = useMargin();
  const last = useRef<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order says that other marks may have a place
  return useMemo(() => {
    const placed = margin.placements.get();
    const ids = entries.flatMap(({ id }) => (placed.has(id) ? id : []));
    const same = ids.length === last.current.length && ids.every((id, i) => id === last.current[i]);
    if (!same) last.current = ids;
    return last.current;
  }, [entries, order, margin]);
}

/** How far the top of the text is below the top of the column. */
function useOffset(column: RefObject<HTMLElement | null>): number {
  const margin = useMargin();
  const editor = useStore(margin.editor);
  const [offset, setOffset] = useState(0);
  const measure = useCallback(() => {
    if (editor && column.current) setOffset(topOf(editor.view.dom) - topOf(column.current));
  }, [editor, column]);
  useLayoutEffect(measure, [measure]);
  useEffect(() => {
    const around = column.current?.parentElement;
    if (!around) return;
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, [column, measure]);
  return offset;
}

/** The top of the words being commented, in pixels from the top of the text; null when there are none. */
function useComposedLine(): number | null {
  const margin = useMargin();
  const editor = useStore(margin.editor);
  const composing = useStore(margin.composing);
  const lit = composing?.on === 'passage' ? composing.lit : null;
  const [line, setLine] = useState<number | null>(null);
  useLayoutEffect(() => {
    if (!editor || !lit) return;
    const measure = () => setLine(topOf(lit) - topOf(editor.view.dom));
    measure();
    const stop = editor.layoutVersion.subscribe(measure);
    return () => {
      stop();
      setLine(null);
    };
  }, [editor, lit]);
  return line;
}

function topOf(box: Element | Range): number {
  return box.getBoundingClientRect().top;
}
