/** The part of the column on the screen, in the column's own pixels. */
export interface ViewBand {
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedCard {
  readonly id: string;
  readonly top: number;
  readonly height: number;
}

/** Fewer cards than this are all kept in the page: find-in-page and assistive technology then see them whole. */
export const WINDOWING_FROM = 120;

/**
 * The cards to keep in the page: all while they are few, else those within one screen's height of the view, and the
 * `kept` ones (the focused card, the one that holds the keyboard focus) wherever they are.
 */
export function cardsInReach(
  cards: readonly PlacedCard[],
  view: ViewBand,
  kept: ReadonlySet<string>,
  windowingFrom: number = WINDOWING_FROM,
): readonly PlacedCard[] {
  if (cards.length < windowingFrom) return cards;
  const reach = view.bottom - view.top;
  return cards.filter(
    (card) =>
      kept.has(card.id) || (card.top + card.height >= view.top - reach && card.top <= view.bottom + reach),
  );
}
