import { unitsWithin } from '@assay/shared/anchoring';
import type { ArticleBinding, BoundView } from '../binding/index.ts';
import type { Readable } from '../store/index.ts';
import type { DrawnMark } from './article-editor.ts';
import { allMarks, markById } from './mark-index.ts';
import { arranged, type Standing, standingsOf } from './mark-placing.ts';
import { marksOf, withAction } from './mark-plugin.ts';
import { firstOf, standingNear } from './near-places.ts';

/** More marks than this are found faster in one walk over the article. */
const FEW = 24;

/** More marks than this are not all looked for before the first of them are seen. */
const MANY = 1_000;

/** So much of the text, in UTF-16 units, is more than a screen shows, with what is drawn ahead of it. */
const FIRST_SCREENS = 6_000;

/** Does something once what is there can be seen, never before it returns the way to leave it. */
export type Later = (work: () => void) => () => void;

/** Behind the next frame; without waiting for one in a hidden tab, which has none. */
export const afterPaint: Later = (work) => {
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer = setTimeout(work);
  };
  if (document.visibilityState === 'hidden') soon();
  else frame = requestAnimationFrame(soon);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
};

/**
 * Keeps the mark index true to the store of marks and to the held positions. Call `refresh` after every update of
 * the view, once the Y.Text and the document are the same.
 */
export class MarkKeeper {
  private readonly stop: () => void;
  /** Leaves what is still to be done later. */
  private leave: (() => void) | null = null;

  /** Of very many marks the first are placed at once, and all of them `later`. */
  constructor(
    private readonly view: BoundView,
    private readonly binding: ArticleBinding,
    private readonly marks: Readable<readonly DrawnMark[]>,
    private readonly later?: Later,
  ) {
    this.stop = marks.subscribe(() => this.take());
    this.take();
  }

  /** Places the marks that are still to be placed. */
  complete(): void {
    if (this.leave) this.arrange(this.marks.get());
  }

  /** Reads again where the stale marks stand. Marks whose characters have not arrived yet stay stale. */
  refresh(): void {
    const { index } = marksOf(this.view.state);
    if (index.stale.size === 0) return;
    const stale = [...index.stale].flatMap((id) => markById(index, id) ?? []);
    const standings = this.standings(stale.map((one) => one.mark));
    const news = standings.filter((one, i) => one.complete || one.pieces.length !== stale[i]!.pieces.length);
    if (news.length > 0)
      this.view.dispatch(withAction(this.view.state.tr, { type: 'place', standings: news }));
  }

  destroy(): void {
    this.leave?.();
    this.stop();
  }

  private take(): void {
    const marks = this.marks.get();
    const isFirst = marksOf(this.view.state).index.tree.length === 0;
    if (this.later && isFirst && marks.length > MANY) {
      this.arrange(this.atBeginning(marks));
      this.leave = this.later(() => this.complete());
    } else this.arrange(marks);
  }

  private atBeginning(marks: readonly DrawnMark[]): readonly DrawnMark[] {
    const isWithin = unitsWithin(this.binding.text, FIRST_SCREENS);
    return marks.filter(({ ranges }) =>
      ranges.some((range) => {
        const first = firstOf(range);
        return first !== null && isWithin(first);
      }),
    );
  }

  private standings(marks: readonly DrawnMark[]): readonly Standing[] {
    const { doc } = this.view.state;
    if (marks.length > FEW) return standingsOf(this.binding.text, doc, marks);
    return marks.map((mark) => standingNear(this.binding, doc, mark));
  }

  /** Takes over other marks; only those with new positions are read from the Y.Text. */
  private arrange(marks: readonly DrawnMark[]): void {
    this.leave?.();
    this.leave = null;
    const { index } = marksOf(this.view.state);
    const before = new Map(allMarks(index).map((one) => [one.mark.id, one]));
    const known = new Map<string, Standing>();
    for (const mark of marks) {
      const old = before.get(mark.id);
      if (old?.complete && sameRanges(old.mark, mark) && !index.stale.has(mark.id))
        known.set(mark.id, { mark, pieces: old.pieces, watched: old.watched, complete: true });
    }
    const unknown = marks.filter((mark) => !known.has(mark.id));
    const read = this.standings(unknown);
    const wordsOf = (id: string) =>
      sameQuotes(before.get(id)?.mark, known.get(id)?.mark) ? before.get(id)!.words : {};
    const all = arranged([...known.values(), ...read], wordsOf);
    this.view.dispatch(withAction(this.view.state.tr, { type: 'arrange', marks: all }));
  }
}

function sameRanges(a: DrawnMark, b: DrawnMark): boolean {
  return (
    a.ranges === b.ranges ||
    (a.ranges.length === b.ranges.length &&
      a.ranges.every((one, i) => one.start === b.ranges[i]!.start && one.end === b.ranges[i]!.end))
  );
}

function sameQuotes(a: DrawnMark | undefined, b: DrawnMark | undefined): boolean {
  return !!a && !!b && a.ranges.every((one, i) => one.quote?.exact === b.ranges[i]?.quote?.exact);
}
