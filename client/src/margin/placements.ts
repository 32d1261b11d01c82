import type { PlacedMark, PlacedMarks } from '../editor/index.ts';

/** Where marks stand, or stood when they were last drawn. */
export type Placements = PlacedMarks;

export const NO_PLACEMENTS: Placements = {
  get: () => undefined,
  has: () => false,
  order: {},
  orphaned: new Set(),
};

/** Keeps where marks stood that the filter hides, so that what is not drawn is neither lost nor found by that. */
export class RememberedPlacements {
  #drawn: Placements = NO_PLACEMENTS;
  #hidden: ReadonlyMap<string, PlacedMark> = new Map();
  #orphaned: ReadonlySet<string> = new Set();

  /** The placements with those remembered of `ids`: all marks there are, drawn or not. */
  with(drawn: Placements, ids: () => Iterable<string>): Placements {
    const before = this.#drawn;
    this.#drawn = drawn;
    if (drawn.order !== before.order) this.#remember(before, drawn, ids());
    else if (drawn.orphaned !== before.orphaned) this.#gatherOrphaned();
    const hidden = this.#hidden;
    return {
      get: (id) => drawn.get(id) ?? hidden.get(id),
      has: (id) => drawn.has(id) || hidden.has(id),
      order: drawn.order,
      orphaned: this.#orphaned,
    };
  }

  #remember(before: Placements, drawn: Placements, ids: Iterable<string>): void {
    const hidden = new Map<string, PlacedMark>();
    for (const id of ids) {
      const place = drawn.has(id) ? undefined : (before.get(id) ?? this.#hidden.get(id));
      if (place) hidden.set(id, place);
    }
    this.#hidden = hidden;
    this.#gatherOrphaned();
  }

  #gatherOrphaned(): void {
    const lost = [...this.#hidden.values()].filter(({ ranges }) => ranges.length === 0);
    const next = new Set([...this.#drawn.orphaned, ...lost.map(({ id }) => id)]);
    const same = next.size === this.#orphaned.size && [...next].every((id) => this.#orphaned.has(id));
    if (!same) this.#orphaned = next;
  }
}
