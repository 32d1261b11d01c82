import { holdUnits, isShown, itemText, targetOfUnits, type UnitId } from '@assay/shared/anchoring';
import { changedItems, fateOf } from '@assay/shared/article';
import type { Target } from '@assay/shared/model';
import type { EntryKey, EventBody, ReviewState } from '@assay/shared/review';
import type * as Y from 'yjs';
import { Claims } from './claims.ts';
import { countWords, FollowedMark, itemsOf } from './followed-mark.ts';
import { rowsOf } from './mark-rows.ts';
import { type Deletes, partsWithout, type Return, Returns } from './returns.ts';
import { moved, storedMark } from './stored-mark.ts';
import { type ArrivedStretch, arrivedStretches } from './stretches.ts';

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
  readonly #claims = new Claims();
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
      this.#claims.add({ client, clock: clock + from }, to - from, mark.own);
      if (!isShown(item)) continue;
      words += itemText(item).slice(from, to);
    }
    mark.alive = countWords(words);
    const meant = mark.target.ranges.map(({ quote }) => quote.exact).join('');
    mark.damaged = mark.alive < countWords(meant);
    if (mark.damaged) this.#damaged.add(mark);
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
      const { id, length } = item;
      this.#claims.each(id, length, ({ mark, own }, from, many) => {
        const at = from - id.clock;
        if (own) mark.alive -= countWords(itemText(item).slice(at, at + many));
        if (mark.alive === 0) this.#touched.add(mark);
      });
    }
  }

  #arrive(stretch: ArrivedStretch): void {
    const returns = this.#returns.of(stretch);
    this.#bringBack(returns);
    for (const [from, to] of partsWithout(stretch, returns)) this.#claims.adopt(stretch, from, to);
    // Words of elsewhere may have come to lie inside a mark, and are not the mark's.
    if (returns.length > 0)
      for (const mark of this.#claims.marksAround(stretch, 0, stretch.text.length)) this.#touched.add(mark);
    for (const item of stretch.tombstones)
      this.#claims.each(item.id, item.length, ({ mark }) => this.#touched.add(mark));
  }

  /** The claims on units that were lost pass on to those that brought them back. */
  #bringBack(returns: readonly Return[]): void {
    for (const { old, fresh, copy } of returns)
      if (!copy)
        this.#claims.each(old, old.text.length, (claim, from, length) => {
          const unit = { client: fresh.client, clock: fresh.clock + from - old.clock };
          const { mark, own } = claim;
          this.#claims.add(unit, length, claim);
          if (own) mark.alive += length;
          mark.gained.push(unit);
          this.#touched.add(mark);
        });
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
    const rows = rowsOf(this.#ytext, this.#claims, mark);
    mark.gained = [];
    if (!rows) return [];
    const target = targetOfUnits(this.#ytext, rows);
    if (target.ranges.length === 0) return [];
    this.#move(mark, target);
    return [moved(mark, 'anchored')];
  }
}
