import { farthest, layoutCards } from './layout-cards.ts';

/** How cards out of focus look: `whole`, or as a `row` of one line, with a second one where something was said. */
export type CardForm = 'whole' | 'row';

/** How a column shows its cards. */
export interface Arrangement {
  readonly form: CardForm;
  /** The cards pass at a pace of their own instead of standing still beside the text. */
  readonly running: boolean;
}

/** The usual height of a card out of focus and the gap between two, in rem. That of rows is exact: the style sheet says the same. */
const SIZES = {
  whole: { bare: 3.875, discussed: 6.5, gap: 0.375 },
  row: { bare: 1.75, discussed: 2.875, gap: 0.125 },
} as const satisfies Record<CardForm, object>;

/** A card may stand so much of the screen's height away from its line: both can be seen at once. */
const REACH = 0.75;

/** A lower screen than this, in rem, is no reason for other cards. */
const LOW_SCREEN = 40;

/** The heights of cards out of focus, in pixels, of which `discussed` says whether something was said on them. */
export function usualHeights(form: CardForm, discussed: readonly boolean[], rem: number): Float64Array {
  const { bare, discussed: talked } = SIZES[form];
  return Float64Array.from(discussed, (one) => (one ? talked : bare) * rem);
}

export function gapOf(form: CardForm, rem: number): number {
  return SIZES[form].gap * rem;
}

/**
 * Whole cards that stand still, as long as each can be seen together with its line; else rows; else rows that run.
 * Decided by the usual heights, so that nothing changes when cards turn out a little taller.
 */
export function arrangementFor(
  lines: ArrayLike<number>,
  discussed: readonly boolean[],
  screen: number,
  rem: number,
): Arrangement {
  const reach = Math.max(screen, LOW_SCREEN * rem) * REACH;
  const fits = (form: CardForm) => {
    const tops = layoutCards({
      lines,
      heights: usualHeights(form, discussed, rem),
      gap: gapOf(form, rem),
    });
    return farthest(tops, lines) <= reach;
  };
  if (fits('whole')) return { form: 'whole', running: false };
  return { form: 'row', running: !fits('row') };
}
