import { holdUnits, isShown, itemText, targetOfUnits, type UnitId } from '@assay/shared/anchoring';
import { changedItems, fateOf } from '@assay/shared/article';
import type { AnnotationId, Target, ThreadId } from '@assay/shared/model';
import type { EntryKey, EventBody, ReviewState } from '@assay/shared/review';
import type * as Y from 'yjs';
import { type Claim, countWords, cursorOf, FollowedMark, itemsOf, rowAround } from './followed-mark.ts';
import { IdMap } from './id-map.ts';
import { LostText, LostWords, ReturnedText } from './lost-words.ts';
import { type Recognised, recognise } from './recognise.ts';
import {
  type ArrivedStretch,
  arrivedStretches,
  type IdRun,
  paired,
  slicedRuns,
  tombstonesAround,
} from './stretches.ts';

/** From so many UTF-16 units on, words that just came back and are brought once more are a copy. */
const LONG_COPY = 8;
const COPIES = 20;

/**
 * Keeps marks, and the threads of passages, on their words: on the very characters that they were put on and on what
 * was written among them. Characters that are deleted and come back (undo, cut and paste, a moved block) get new Yjs
 * ids; they are known again by their words and by where those were lost.
 *
 * 1. An update costs what it touches: nothing is asked of marks whose characters it neither takes nor brings.
 * 2. `settle` says what has to be recorded for the marks that were touched; nothing is recorded while the stored
 *    target still says the truth.
 */
export class Keeper {
  readonly #ytext: Y.Text;
  readonly #marks = new Map<string, FollowedMark>();
  readonly #claims = new IdMap<readonly Claim[]>();
  readonly #lost = new LostWords();
  readonly #damaged = new Set<FollowedMark>();
  readonly #observe = (transaction: Y.Transaction) => this.#follow(transaction);
  #touched = new Set<FollowedMark>();
  /** The latest words that came back, the latest first. */
  readonly #returned: ReturnedText[] = [];
  #updates = 0;

  /** Follows the marks of a review from the text as it is now. */
  constructor(ytext: Y.Text, state: ReviewState) {
    this.#ytext = ytext;
    for (const id of state.annotations.keys()) this.look(state, { root: 'annotations', id });
    for (const id of state.threads.keys()) this.look(state, { root: 'threads', id });
    this.#touched.clear();
    ytext.doc!.on('afterTransaction', this.#observe);
  }

  destroy(): void {
    this.#ytext.doc?.off('afterTransaction', this.#observe);
  }

  /** Marks that had lost words before they were followed. */
  get damaged(): FollowedMark[] {
    for (const mark of this.#damaged) if (mark.gone || !mark.damaged) this.#damaged.delete(mark);
    return [...this.#damaged];
  }

  /** Looks at an entry of the review that may be new, changed or gone. */
  look(state: ReviewState, { root, id }: EntryKey): void {
    if (root !== 'annotations' && root !== 'threads') return;
    const key = `${root}/${id}`;
    const stored = storedMark(state, root, id);
    const known = this.#marks.get(key);
    if (known && stored && known.target === stored.target) {
      if (stored.active) this.#touched.add(known);
      return;
    }
    if (known) known.gone = true;
    this.#marks.delete(key);
    if (!stored) return;
    const mark = new FollowedMark(root, id, stored.target, stored.orphaned);
    this.#marks.set(key, mark);
    this.#claim(mark);
  }

  /** The marks that were touched since the last call. */
  takeTouched(): ReadonlySet<FollowedMark> {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  /** What has to be recorded so that the stored targets of these marks say the truth again. */
  settle(state: ReviewState, marks: Iterable<FollowedMark>): EventBody[] {
    return [...marks].flatMap((mark) => {
      if (mark.gone || !storedMark(state, mark.root, mark.id)?.active) return [];
      return mark.alive === 0 ? this.#orphan(mark) : this.#anchor(mark);
    });
  }

  /** Puts a damaged mark on words that were found by its quotes. */
  heal(mark: FollowedMark, target: Target): EventBody {
    this.#move(mark, target);
    mark.alive = 0;
    this.#claim(mark);
    return moved(mark, 'anchored');
  }

  #move(mark: FollowedMark, target: Target): void {
    mark.target = target;
    mark.orphaned = false;
    mark.gained = [];
  }

  #claim(mark: FollowedMark): void {
    let words = '';
    for (const { item, from, to } of itemsOf(this.#ytext, mark.target)) {
      if (!item.countable && !item.deleted) continue;
      const { client, clock } = item.id;
      this.#add(client, clock + from, clock + to, mark.own);
      if (!isShown(item)) continue;
      words += itemText(item).slice(from, to);
    }
    mark.alive = countWords(words);
    const meant = mark.target.ranges.map(({ quote }) => quote.exact).join('');
    mark.damaged = mark.alive < countWords(meant);
    if (mark.damaged) this.#damaged.add(mark);
  }

  #add(client: number, from: number, to: number, claim: Claim): void {
    this.#claims.update(client, from, to, (claims = []) =>
      claims.includes(claim) ? claims : [...claims.filter(({ mark }) => !mark.gone), claim],
    );
  }

  #claimsAt(unit: UnitId | null): readonly Claim[] {
    return (unit && this.#claims.get(unit.client, unit.clock)) ?? [];
  }

  #follow(transaction: Y.Transaction): void {
    const departed: Y.Item[] = [];
    const arrived = new Set<Y.Item>();
    for (const item of changedItems(this.#ytext, transaction)) {
      if (!item.countable) continue;
      const fate = fateOf(item, transaction);
      if (fate === 'deleted') departed.push(item);
      else if (fate === 'inserted') arrived.add(item);
    }
    if (departed.length > 0) this.#depart(departed);
    const wounds = this.#wounds(departed.filter(() => arrived.size > 0));
    for (const stretch of arrivedStretches(arrived)) this.#arrive(stretch, wounds);
  }

  #depart(items: readonly Y.Item[]): void {
    const runs = items.map((item) => ({
      client: item.id.client,
      clock: item.id.clock,
      text: itemText(item),
    }));
    this.#lost.add(++this.#updates, runs);
    for (const { client, clock, text } of runs)
      this.#claims.each(client, clock, clock + text.length, (from, to, claims) => {
        const words = countWords(text.slice(from - clock, to - clock));
        for (const { mark, own } of claims) {
          if (mark.gone) continue;
          if (own) mark.alive -= words;
          if (mark.alive === 0) this.#touched.add(mark);
        }
      });
  }

  /** The stretches of lost words that these deleted items stand in. */
  #wounds(items: Iterable<Y.Item>): LostText[] {
    const seen = new Set<Y.Item>();
    const wounds: LostText[] = [];
    for (const item of items) {
      if (seen.has(item)) continue;
      const tombstones = tombstonesAround(item);
      for (const one of tombstones) seen.add(one);
      const wound = this.#lost.stretch(tombstones);
      if (wound) wounds.push(wound);
    }
    return wounds;
  }

  #arrive(stretch: ArrivedStretch, wounds: readonly LostText[]): void {
    const recognised = this.#recognise(stretch, wounds);
    let at = 0;
    for (const one of recognised) {
      this.#adopt(stretch, at, one.arrived);
      this.#bringBack(stretch, one);
      at = one.arrived + one.length;
    }
    this.#adopt(stretch, at, stretch.text.length);
    // Words of elsewhere may have come to lie inside a mark, and are not the mark's.
    if (recognised.length > 0)
      for (const mark of this.#marksAround(stretch, 0, stretch.text.length)) this.#touched.add(mark);
    for (const { id, length } of stretch.tombstones)
      this.#claims.each(id.client, id.clock, id.clock + length, (_from, _to, claims) => this.#touch(claims));
  }

  #recognise(stretch: ArrivedStretch, wounds: readonly LostText[]): readonly Recognised[] {
    const here = this.#lost.stretch(stretch.tombstones);
    const near = [...wounds, ...(here && !wounds.some(({ text }) => text === here.text) ? [here] : [])];
    const copied =
      wounds.length > 0 ? this.#returned : this.#returned.filter(({ text }) => stretch.text === text);
    const found = near.length > 0 ? recognise(stretch.text, [...near, ...copied], { near: true }) : [];
    if (stretch.text.length < 2) return found;
    // What was deleted together may lie in several places by now, this one among them.
    let best = found;
    for (const cut of this.#lost.recent()) {
      if (covered(stretch, best) === countWords(stretch.text)) break;
      const items = cut.runs.flatMap((run) => cursorOf(this.#ytext, run)?.item ?? []);
      const lost = this.#wounds(items.filter(({ deleted }) => deleted));
      const isHere = here !== null && lost.some(({ text }) => text === here.text);
      const other = recognise(stretch.text, [...lost, ...this.#returned], { near: isHere });
      if (covered(stretch, other) > covered(stretch, best)) best = other;
    }
    return best;
  }

  /** The claims on units that were lost pass on to those that brought them back. */
  #bringBack(stretch: ArrivedStretch, { arrived, from, lost, length }: Recognised): void {
    // A copy of words that came back before has no marks.
    if (!(from instanceof LostText)) return;
    this.#remember(stretch.text.slice(arrived, arrived + length));
    for (const { old, fresh } of paired(
      from.ids(lost, lost + length),
      slicedRuns(stretch.runs, arrived, arrived + length),
    )) {
      this.#claims.each(old.client, old.clock, old.clock + old.text.length, (first, end, claims) => {
        const at = fresh.clock + first - old.clock;
        const words = countWords(old.text.slice(first - old.clock, end - old.clock));
        for (const claim of claims) {
          const { mark, own } = claim;
          if (mark.gone) continue;
          this.#add(fresh.client, at, at + end - first, claim);
          if (own) mark.alive += words;
          mark.gained.push({ client: fresh.client, clock: at });
          this.#touched.add(mark);
        }
      });
      this.#lost.take(old.client, old.clock, old.clock + old.text.length);
    }
  }

  #remember(text: string): void {
    if (text.length < 2) return;
    this.#returned.unshift(new ReturnedText(text));
    this.#returned.length = Math.min(this.#returned.length, COPIES);
  }

  /** What is written between two characters of a mark belongs to it. */
  #adopt(stretch: ArrivedStretch, from: number, to: number): void {
    if (from === to) return;
    const marks = this.#marksAround(stretch, from, to);
    const words = stretch.text.slice(from, to);
    if (words.length >= LONG_COPY && this.#returned.some(({ text }) => text.includes(words))) {
      for (const mark of marks) this.#touched.add(mark);
      return;
    }
    for (const { client, clock, text } of slicedRuns(stretch.runs, from, to))
      for (const mark of marks) this.#add(client, clock, clock + text.length, mark.guest);
  }

  /** The marks of both units next to a part of what arrived. */
  #marksAround(stretch: ArrivedStretch, from: number, to: number): FollowedMark[] {
    const left = from > 0 ? unitIn(stretch.runs, from - 1) : lastUnit(stretch.left);
    const right = to < stretch.text.length ? unitIn(stretch.runs, to) : firstUnit(stretch.right);
    const marks = new Set(this.#claimsAt(right).map(({ mark }) => mark));
    return this.#claimsAt(left).flatMap(({ mark }) => (marks.has(mark) && !mark.gone ? [mark] : []));
  }

  #touch(claims: readonly Claim[]): void {
    for (const { mark } of claims) if (!mark.gone) this.#touched.add(mark);
  }

  /** Its last word is gone: each range closes over its place, so that nothing written there is taken for it. */
  #orphan(mark: FollowedMark): EventBody[] {
    if (mark.orphaned) return [];
    const ranges = mark.target.ranges.map((range) => {
      const grave = this.#firstDeleted({ ranges: [range] });
      return grave ? { ...holdUnits({ first: grave, last: grave }), quote: range.quote } : range;
    });
    this.#move(mark, { ranges });
    mark.orphaned = true;
    return [moved(mark, 'orphaned')];
  }

  #firstDeleted(target: Target): UnitId | null {
    for (const { item, from } of itemsOf(this.#ytext, target))
      if (item.deleted) return { client: item.id.client, clock: item.id.clock + from };
    return null;
  }

  #anchor(mark: FollowedMark): EventBody[] {
    const rows = this.#rowsOf(mark);
    mark.gained = [];
    if (!rows) return [];
    const target = targetOfUnits(this.#ytext, rows);
    if (target.ranges.length === 0) return [];
    this.#move(mark, target);
    return [moved(mark, 'anchored')];
  }

  /** The rows of units that a mark stands on now; null when its target says the same. */
  #rowsOf(mark: FollowedMark): { first: UnitId; last: UnitId }[] | null {
    this.#adoptBreaks(mark);
    const claimOn = (unit: UnitId) => this.#claimsAt(unit).find((claim) => claim.mark === mark);
    const seen = new IdMap<true>();
    const rows: { first: UnitId; last: UnitId }[] = [];
    let differs = mark.orphaned;
    const visit = (unit: UnitId, stored: boolean) => {
      if (seen.get(unit.client, unit.clock)) return;
      const cursor = cursorOf(this.#ytext, unit);
      if (!cursor || !isShown(cursor.item)) return;
      const text = itemText(cursor.item)[cursor.inside];
      if (!claimOn(unit)) {
        differs ||= text !== '\n';
        return;
      }
      const row = rowAround(cursor, claimOn, (one) => {
        seen.update(one.client, one.clock, one.clock + 1, () => true);
      });
      if (!row) return;
      differs ||= !stored;
      rows.push(row);
    };
    for (const { item, from, to } of itemsOf(this.#ytext, mark.target))
      if (isShown(item))
        for (let i = from; i < to; i++) visit({ client: item.id.client, clock: item.id.clock + i }, true);
    for (const unit of mark.gained) visit(unit, false);
    return differs || this.#reachesFurther(mark, rows) ? rows : null;
  }

  /** A line break inside a range is the mark's, however it came there: what is put beside it later lies in the mark. */
  #adoptBreaks(mark: FollowedMark): void {
    for (const { item, from, to } of itemsOf(this.#ytext, mark.target)) {
      if (!isShown(item)) continue;
      const { client, clock } = item.id;
      for (let i = from; i < to; i++) {
        if (itemText(item)[i] !== '\n') continue;
        const isClaimed = this.#claimsAt({ client, clock: clock + i }).some((claim) => claim.mark === mark);
        if (!isClaimed) this.#add(client, clock + i, clock + i + 1, mark.guest);
      }
    }
  }

  /** Whether a row goes on beyond the range of the target that it was found in. */
  #reachesFurther(mark: FollowedMark, rows: readonly { first: UnitId; last: UnitId }[]): boolean {
    const covered = new IdMap<true>();
    for (const { item, from, to } of itemsOf(this.#ytext, mark.target))
      covered.update(item.id.client, item.id.clock + from, item.id.clock + to, () => true);
    return rows.some(
      ({ first, last }) => !covered.get(first.client, first.clock) || !covered.get(last.client, last.clock),
    );
  }
}

function covered({ text }: ArrivedStretch, recognised: readonly Recognised[]): number {
  return recognised.reduce(
    (sum, { arrived, length }) => sum + countWords(text.slice(arrived, arrived + length)),
    0,
  );
}

interface StoredMark {
  readonly target: Target;
  readonly orphaned: boolean;
  /** Whether it is to be seen; a withdrawn mark is followed, and nothing is recorded of it. */
  readonly active: boolean;
}

function storedMark(state: ReviewState, root: FollowedMark['root'], id: string): StoredMark | null {
  if (root === 'annotations') {
    const annotation = state.annotations.get(id as AnnotationId);
    if (!annotation) return null;
    const { target, orphaned, status } = annotation;
    return { target, orphaned: orphaned !== undefined, active: status === 'active' };
  }
  const thread = state.threads.get(id as ThreadId);
  if (thread?.subject.on !== 'passage') return null;
  return { target: thread.subject.target, orphaned: thread.orphaned !== undefined, active: true };
}

function moved({ root, id, target }: FollowedMark, how: 'anchored' | 'orphaned'): EventBody {
  return root === 'annotations'
    ? { type: `annotation.${how}`, annotation: id as AnnotationId, target }
    : { type: `thread.${how}`, thread: id as ThreadId, target };
}

function unitIn(runs: readonly IdRun[], index: number): UnitId | null {
  const [run] = slicedRuns(runs, index, index + 1);
  return run ?? null;
}

function firstUnit(item: Y.Item | null): UnitId | null {
  return item && { client: item.id.client, clock: item.id.clock };
}

function lastUnit(item: Y.Item | null): UnitId | null {
  return item && { client: item.id.client, clock: item.id.clock + item.length - 1 };
}
