import { itemText } from '@assay/shared/anchoring';
import type * as Y from 'yjs';
import { Copies, itemsHolding } from './copies.ts';
import { cursorOf } from './followed-mark.ts';
import { IdMap } from './id-map.ts';
import type { LostText } from './lost-text.ts';
import { type Cut, LostWords } from './lost-words.ts';
import type { IdRange } from './read-update.ts';
import { type Recognised, recognise, sizeOf, TELLING_LENGTH } from './recognise.ts';
import {
  type ArrivedStretch,
  type IdRun,
  paired,
  partOf,
  slicedRuns,
  tombstonesAround,
  wordsOf,
} from './stretches.ts';

/** Of each client the ids that an update deletes. */
export type Deletes = ReadonlyMap<number, readonly IdRange[]>;

/** Units that were lost, and those that bring them back, side by side. */
export interface Return {
  readonly old: IdRun;
  readonly fresh: IdRun;
  /** They stand in the text already: this is one more copy of them. */
  readonly copy: boolean;
}

/** A copy of fewer words is as good as typed. */
const TELLING_COPY = 8;
/** Of the places that one update took words from, so many are looked at for each stretch that it brought. */
const PLACES = 50;

/** Deleted items side by side. */
type Wound = readonly Y.Item[];
type Found = readonly Recognised<LostText>[];

/**
 * Knows deleted words again when they come back (undo, cut and paste, a moved block): by their words, and by where and
 * how they were lost. Line breaks are not known again; they go with the words around them.
 */
export class Returns {
  readonly #ytext: Y.Text;
  readonly #lost = new LostWords();
  readonly #copies: Copies;
  /** Where the update that is looked at took words from. */
  #wounds: readonly Wound[] = [];

  constructor(ytext: Y.Text) {
    this.#ytext = ytext;
    this.#copies = new Copies(ytext, this.#lost);
  }

  /**
   * Goes on to the next update: remembers what it has deleted. `deletes`: all that its author deletes by it, what was
   * deleted before included. `brings`: it also brings something.
   */
  begin(departed: readonly Y.Item[], deletes: Deletes, brings: boolean): void {
    const again = [...deletes].flatMap(([client, ranges]) =>
      ranges.flatMap(({ clock, len }) => this.#lost.known({ client, clock }, len)),
    );
    this.#lost.add(wordsIn(departed), again);
    this.#wounds = brings ? woundsOf([...departed, ...this.#tombstonesOf(again)]).slice(0, PLACES) : [];
  }

  /** What of a stretch that the update brought was lost before. */
  of(stretch: ArrivedStretch): Return[] {
    const words = wordsOf(stretch.runs);
    const text = words.map((run) => run.text).join('');
    if (text === '') return [];
    const undone = text.length === 1 ? this.#undoneBy(words[0]!) : null;
    if (undone) return this.#note(undone, words[0]!);
    return this.#recognise(text, stretch).flatMap(({ arrived, from, lost, length }) =>
      paired(from.ids(lost, lost + length), slicedRuns(words, arrived, arrived + length)).flatMap(
        ({ old, fresh }) => this.#note(old, fresh),
      ),
    );
  }

  /** What of the words that the update has deleted stands in the text as a copy, which takes their place now. */
  spared(departed: readonly Y.Item[]): Return[] {
    return wordsIn(departed).flatMap((gone) =>
      this.#copies
        .now(gone)
        .flatMap(({ at, run }) =>
          this.#copies
            .of(partOf(gone, at, run.text.length))
            .flatMap((copy) => this.#note(partOf(run, copy.at, copy.run.text.length), copy.run)),
        ),
    );
  }

  /**
   * The unit that an undo brings back by this one: it is put right before the deleted one. What is typed there has what
   * shows before it on its left, not what was deleted.
   */
  #undoneBy(unit: IdRun): IdRun | null {
    const item = cursorOf(this.#ytext, unit)?.item;
    if (!item?.origin || !item.rightOrigin) return null;
    const [lost] = this.#lost.known(item.rightOrigin, 1);
    const isAmongDeleted = cursorOf(this.#ytext, item.origin)?.item.deleted;
    return lost?.text === unit.text && isAmongDeleted ? lost : null;
  }

  /** Lost words stand again as `fresh`, or once more. */
  #note(lost: IdRun, fresh: IdRun): Return[] {
    return this.#copies.now(lost).map(({ at, run, isThere }) => {
      const one = partOf(fresh, at, run.text.length);
      if (isThere) this.#copies.add(run, one);
      else this.#lost.take(run, one);
      return { old: run, fresh: one, copy: isThere };
    });
  }

  #recognise(text: string, { tombstones }: ArrivedStretch): Found {
    const here = tombstones[0];
    const near = [tombstones, ...this.#wounds.filter(([first]) => first !== here)];
    let best: Found = recognise(text, this.#textsOf(near), { near: true });
    if (text.length < 2) return best;
    for (const cut of this.#lost.recent()) {
      if (sizeOf(notBack(best)) === text.length) break;
      if (!mayBring(text, cut)) continue;
      const wounds = woundsOf(this.#tombstonesOf(cut.runs));
      const isHere = wounds.some(([first]) => first === here);
      const isAll = (found: Found) => countOf(cut, found) === cut.size;
      // First what this deletion alone took: the same words may lie there of others.
      for (const texts of [this.#textsOf(wounds, cut), this.#textsOf(wounds)]) {
        const found = recognise(text, texts, { near: isHere, isAll });
        if (isBetter(found, best)) best = found;
      }
    }
    return best;
  }

  /** What was lost there, before what has come back from there. */
  #textsOf(wounds: readonly Wound[], cut?: Cut): LostText[] {
    return [false, true].flatMap((back) =>
      wounds.flatMap((wound) => this.#lost.stretch(wound, back, cut) ?? []),
    );
  }

  #tombstonesOf(runs: readonly IdRun[]): Y.Item[] {
    return runs.flatMap((run) =>
      itemsHolding(this.#ytext, run).flatMap(({ item }) => (item.deleted ? [item] : [])),
    );
  }
}

function wordsIn(items: readonly Y.Item[]): IdRun[] {
  return wordsOf(
    items.map((item) => ({ client: item.id.client, clock: item.id.clock, text: itemText(item) })),
  );
}

/** The places that deleted items stand in. */
function woundsOf(items: readonly Y.Item[]): Wound[] {
  const seen = new Set<Y.Item>();
  const wounds: Wound[] = [];
  for (const item of items) {
    if (seen.has(item)) continue;
    const wound = tombstonesAround(item);
    for (const one of wound) seen.add(one);
    wounds.push(wound);
  }
  return wounds;
}

/**
 * Whether a cut may have taken these words, all that it took or some in whole runs: costs a search for a few of its
 * words, so that what is typed and pasted every day is not compared with all that was deleted lately.
 */
function mayBring(text: string, { runs, size }: Cut): boolean {
  if (text.length <= size) {
    if (runs.some((run) => run.text.length > 1 && text.includes(run.text))) return true;
    if (runs.every((run) => text.includes(run.text))) return true;
    if (text.length >= TELLING_COPY && runs.some((run) => run.text.includes(text))) return true;
  }
  if (text.length < TELLING_LENGTH) return false;
  return runs
    .slice(0, PLACES)
    .some(
      (run) => run.text.length >= TELLING_LENGTH && (sharesEnd(text, run.text) || sharesEnd(run.text, text)),
    );
}

/** Whether the first or the last units of one text stand in another. */
function sharesEnd(one: string, other: string): boolean {
  return other.includes(one.slice(0, TELLING_LENGTH)) || other.includes(one.slice(-TELLING_LENGTH));
}

/** How many units of a cut are among what was recognised. */
function countOf({ number }: Cut, found: Found): number {
  return found.reduce(
    (count, { from, lost, length }) => count + from.countOf(number, lost, lost + length),
    0,
  );
}

function notBack(found: Found): Found {
  return found.filter(({ from }) => !from.back);
}

/** Rather words that are lost than one more copy of what has come back. */
function isBetter(found: Found, best: Found): boolean {
  const gain = sizeOf(notBack(found)) - sizeOf(notBack(best));
  return gain > 0 || (gain === 0 && sizeOf(found) > sizeOf(best));
}

/** The parts of a stretch that bring nothing back. */
export function partsWithout({ runs, text }: ArrivedStretch, returns: readonly Return[]): [number, number][] {
  const parts: [number, number][] = [];
  const known = new IdMap<true>();
  for (const { fresh } of returns)
    known.update(fresh.client, fresh.clock, fresh.clock + fresh.text.length, () => true);
  let at = 0;
  let start = 0;
  for (const run of runs) {
    known.each(run.client, run.clock, run.clock + run.text.length, (from, to) => {
      const place = at + from - run.clock;
      if (start < place) parts.push([start, place]);
      start = at + to - run.clock;
    });
    at += run.text.length;
  }
  if (start < text.length) parts.push([start, text.length]);
  return parts;
}
