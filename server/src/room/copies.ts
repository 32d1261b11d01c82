import { isShown, type UnitId } from '@assay/shared/anchoring';
import type * as Y from 'yjs';
import { cursorOf } from './followed-mark.ts';
import { IdMap } from './id-map.ts';
import type { LostWords } from './lost-words.ts';
import { type IdRun, partOf } from './stretches.ts';

/** Some of a row of words: where it begins among them, and its ids. */
export interface Place {
  readonly at: number;
  readonly run: IdRun;
}

/** Where words stand now, or stood last, and where they stand once more because two people brought them back. */
export class Copies {
  readonly #ytext: Y.Text;
  readonly #lost: LostWords;
  readonly #copies = new IdMap<{ readonly clock: number; readonly copy: UnitId }>();

  constructor(ytext: Y.Text, lost: LostWords) {
    this.#ytext = ytext;
    this.#lost = lost;
  }

  /** These words stand once more. A copy of what has one already is one of the copy. */
  add(words: IdRun, fresh: IdRun): void {
    const note = (at: number, original: IdRun) => {
      const copy = { client: fresh.client, clock: fresh.clock + at };
      const end = original.clock + original.text.length;
      if (end > original.clock)
        this.#copies.update(original.client, original.clock, end, () => ({ clock: original.clock, copy }));
    };
    let from = 0;
    for (const { at, run } of this.of(words)) {
      note(from, partOf(words, from, at - from));
      note(at, run);
      from = at + run.text.length;
    }
    note(from, partOf(words, from, words.text.length - from));
  }

  /** The copies of words that stand in the text. */
  of(words: IdRun): Place[] {
    const places: Place[] = [];
    const end = words.clock + words.text.length;
    this.#copies.each(words.client, words.clock, end, (from, to, { clock, copy }) => {
      const at = from - words.clock;
      const { text } = partOf(words, at, to - from);
      for (const one of this.now({ client: copy.client, clock: copy.clock + from - clock, text }))
        if (one.isThere) places.push({ run: one.run, at: at + one.at });
    });
    return places;
  }

  /** The ids under which words are there, or were last. */
  now(words: IdRun): (Place & { readonly isThere: boolean })[] {
    return this.#lost.latestOf(words).flatMap(({ at, run }) =>
      itemsHolding(this.#ytext, run).map(({ item, from, to }) => ({
        at: at + from - run.clock,
        run: partOf(run, from - run.clock, to - from),
        isThere: isShown(item),
      })),
    );
  }
}

/** The items that hold a run, with the clocks that each has of it. */
export function itemsHolding(
  ytext: Y.Text,
  { client, clock, text }: IdRun,
): { readonly item: Y.Item; readonly from: number; readonly to: number }[] {
  const items: { item: Y.Item; from: number; to: number }[] = [];
  const end = clock + text.length;
  for (let from = clock; from < end; ) {
    const item = cursorOf(ytext, { client, clock: from })?.item;
    if (!item) break;
    const to = Math.min(end, item.id.clock + item.length);
    items.push({ item, from, to });
    from = to;
  }
  return items;
}
