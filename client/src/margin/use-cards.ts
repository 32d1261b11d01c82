import { useMemo } from 'react';
import { useStore } from '../store/index.ts';
import { type Arrangement, arrangementFor, type CardForm, gapOf, usualHeights } from './arrangement.ts';
import { saidOn } from './entry.ts';
import { COMPOSER_ID, type ColumnLines } from './use-card-lines.ts';
import { useMargin } from './use-margin.ts';

/** Cards one below the other: which, how they look and how tall they are. */
export interface Cards {
  readonly ids: readonly string[];
  readonly form: CardForm;
  /** The numbers of those that stand open, the one that is to stand at its line first; they are kept in the page. */
  readonly opened: readonly number[];
  /** The heights of cards out of focus, and the heights as they are now. */
  readonly usual: Float64Array;
  readonly heights: Float64Array;
  readonly gap: number;
}

/** The cards beside a text, with how they stand there. */
export interface ColumnCards extends Cards, Arrangement {
  readonly lines: ColumnLines;
}

type Measured = ReadonlyMap<string, number>;

/** `measured` are the heights of cards that were on the page. */
export function useColumnCards(lines: ColumnLines, measured: Measured, screen: number): ColumnCards {
  const { ids, roughly } = lines;
  const discussed = useDiscussed(ids);
  const rem = useRem();
  const arrangement = useMemo(
    () => arrangementFor(roughly, discussed, screen, rem),
    [roughly, discussed, screen, rem],
  );
  return { ...useCards(ids, arrangement.form, measured), ...arrangement, lines };
}

export function useCards(ids: readonly string[], form: CardForm, measured: Measured): Cards {
  const margin = useMargin();
  const focused = useStore(margin.focused);
  const discussed = useDiscussed(ids);
  const rem = useRem();
  const opened = useMemo(
    () => [COMPOSER_ID, focused].flatMap((id) => (id === null ? [] : numberOf(ids, id))),
    [ids, focused],
  );
  const usual = useMemo(() => usualHeights(form, discussed, rem), [form, discussed, rem]);
  const heights = useMemo(() => {
    const now = usual.slice();
    // A row is as tall as the style sheet says; only what is opened has a height of its own.
    const own = form === 'row' ? opened : ids.keys();
    for (const number of own) now[number] = measured.get(ids[number]!) ?? usual[number]!;
    return now;
  }, [usual, form, opened, ids, measured]);
  return { ids, form, opened, usual, heights, gap: gapOf(form, rem) };
}

function numberOf(ids: readonly string[], id: string): readonly number[] {
  const number = ids.indexOf(id);
  return number < 0 ? [] : [number];
}

/** On which of these something was said. */
function useDiscussed(ids: readonly string[]): readonly boolean[] {
  const margin = useMargin();
  const entries = useStore(margin.entries);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the margin reads its entries
  return useMemo(
    () =>
      ids.map((id) => {
        const entry = margin.entry(id);
        return entry !== null && saidOn(entry).length > 0;
      }),
    [ids, entries, margin],
  );
}

function useRem(): number {
  return useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16, []);
}
