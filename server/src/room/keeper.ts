import { holdUnits, isShown, itemText, targetOfUnits, type UnitId } from '@assay/shared/anchoring';
import { changedItems, fateOf } from '@assay/shared/article';
import type { AnnotationId, Target, ThreadId } from '@assay/shared/model';
import type { EntryKey, EventBody, ReviewState } from '@assay/shared/review';
import type * as Y from 'yjs';
import { type Claim, countWords, cursorOf, FollowedMark, itemsOf, rowAround } from './followed-mark.ts';
import { IdMap } from './id-map.ts';
import { type Deletes, type Return, Returns } from './returns.ts';
import { type ArrivedStretch, arrivedStretches, type IdRun, slicedRuns } from './stretches.ts';

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
  readonly #returns: Returns;
  readonly #damaged = new Set<FollowedMark>();
  readonly #observe = (transaction: Y.Transaction) => this.#follow(transaction);
  #touched = new Set<FollowedMark>();
  #deletes: Deletes = new Map();

  /** Follows the marks of a review from the text as it is now. */
  constructor(ytext: Y.Text, state: ReviewState) {
    this.#ytext = ytext;
    this.#returns = new Returns(ytext);
    for (const id of state.annotations.keys()) this.look(state, { root: 'annotations', id });
    for (const id of state.threads.keys()) this.look(state, { root: 'threads', id });
    this.#touched.clear();
    ytext.doc!.on('afterTransaction', this.#observe);
  }

  /** All that the author of the next update deletes by it, be it deleted already or not. */
  expect(deletes: Deletes): void {
    this.#deletes = deletes;
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
    this.#depart(departed);
    this.#returns.begin(departed, this.#deletes, arrived.size > 0);
    this.#deletes = new Map();
    for (const stretch of arrivedStretches(arrived)) this.#arrive(stretch);
    this.#bringBack(this.#returns.spared(departed));
  }

  #depart(items: readonly Y.Item[]): void {
    for (const item of items) {
      const { client, clock } = item.id;
      const text = itemText(item);
      this.#claims.each(client, clock, clock + text.length, (from, to, claims) => {
        const words = countWords(text.slice(from - clock, to - clock));
        for (const { mark, own } of claims) {
          if (mark.gone) continue;
          if (own) mark.alive -= words;
          if (mark.alive === 0) this.#touched.add(mark);
        }
      });
    }
  }

  #arrive(stretch: ArrivedStretch): void {
    const returns = this.#returns.of(stretch);
    this.#bringBack(returns);
    for (const [from, to] of partsWithout(stretch, returns)) this.#adopt(stretch, from, to);
    // Words of elsewhere may have come to lie inside a mark, and are not the mark's.
    if (returns.length > 0)
      for (const mark of this.#marksAround(stretch, 0, stretch.text.length)) this.#touched.add(mark);
    for (const { id, length } of stretch.tombstones)
      this.#claims.each(id.client, id.clock, id.clock + length, (_from, _to, claims) => this.#touch(claims));
  }

  /** The claims on units that were lost pass on to those that brought them back. */
  #bringBack(returns: readonly Return[]): void {
    for (const { old, fresh, copy } of returns) if (!copy) this.#passOn(old, fresh);
  }

  #passOn(old: IdRun, fresh: IdRun): void {
    this.#claims.each(old.client, old.clock, old.clock + old.text.length, (first, end, claims) => {
      const at = fresh.clock + first - old.clock;
      for (const claim of claims) {
        const { mark, own } = claim;
        if (mark.gone) continue;
        this.#add(fresh.client, at, at + end - first, claim);
        if (own) mark.alive += end - first;
        mark.gained.push({ client: fresh.client, clock: at });
        this.#touched.add(mark);
      }
    });
  }

  /** What is written between two characters of a mark belongs to it. */
  #adopt(stretch: ArrivedStretch, from: number, to: number): void {
    const marks = this.#marksAround(stretch, from, to);
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

/** The parts of a stretch that bring nothing back. */
function partsWithout({ runs, text }: ArrivedStretch, returns: readonly Return[]): [number, number][] {
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
