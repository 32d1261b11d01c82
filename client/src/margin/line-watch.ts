import { type ArticleEditor, blockBoxAt, blockBoxes } from '../editor/index.ts';
import { CardLines } from './card-lines.ts';
import type { Placements } from './placements.ts';
import { firstWhere, type ViewBand } from './visible-cards.ts';

/** Where the words of cards stand in the text on the page. */
export interface TextLines {
  readonly ids: readonly string[];
  /** The top of each one's first line, in pixels from the top of the text. */
  readonly lines: Float64Array;
  /** The same as of the last look at the whole text: does not change with what is measured near the view. */
  readonly roughly: Float64Array;
  /** How tall the text is. */
  readonly height: number;
}

export const NO_LINES: TextLines = {
  ids: [],
  lines: new Float64Array(0),
  roughly: new Float64Array(0),
  height: 0,
};

/** How long nothing moves, in ms, before the whole text is looked at again after it has become taller or shorter. */
const QUIET = 400;

/**
 * Follows where lines stand while the text is edited, scrolled and laid out anew. What an edit costs is the cards near
 * the view; the whole text is looked at when there are other cards or another width, and once it is quiet again.
 */
export class LineWatch {
  readonly #cards: CardLines;
  readonly #text: HTMLElement;
  #ids: readonly string[] = [];
  #roughly = NO_LINES.roughly;
  #told = NO_LINES;
  #width = 0;
  #height = 0;
  /** What was measured, in pixels from the top of the text. */
  #measured: ViewBand = { top: 0, bottom: 0 };
  #frame = 0;
  #hasMoved = false;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly editor: ArticleEditor,
    private readonly placed: () => Placements,
    private readonly tell: (lines: TextLines) => void,
  ) {
    this.#text = editor.view.dom;
    this.#cards = new CardLines({
      blocks: () => blockBoxes(editor.view),
      blockAt: (pos) => blockBoxAt(editor.view, pos),
      lineOf: (id) => {
        const top = editor.topOf(id);
        return top === null ? null : top - this.#text.getBoundingClientRect().top;
      },
    });
  }

  /** Other cards, in reading order. */
  take(ids: readonly string[]): void {
    this.#ids = ids;
    this.#lookAtAll();
  }

  /** Listens for whatever may move lines; the result stops that. */
  follow(): () => void {
    const { editor } = this;
    const moved = () => this.#soon(true);
    const scrolled = () => this.#soon(false);
    const observer = new ResizeObserver(moved);
    observer.observe(this.#text);
    const stops = [editor.layoutVersion, editor.placed].map((store) => store.subscribe(moved));
    addEventListener('scroll', scrolled, { passive: true, capture: true });
    void document.fonts.ready.then(() => {
      this.#width = 0;
      moved();
    });
    return () => {
      cancelAnimationFrame(this.#frame);
      clearTimeout(this.#quiet);
      observer.disconnect();
      removeEventListener('scroll', scrolled, { capture: true });
      for (const stop of stops) stop();
    };
  }

  /** At most once a frame. */
  #soon(hasMoved: boolean): void {
    this.#hasMoved ||= hasMoved;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#hasMoved) this.#moved();
      else this.#scrolled();
      this.#hasMoved = false;
    });
  }

  #lookAtAll(): void {
    const { width, height } = this.#text.getBoundingClientRect();
    if (width !== this.#width) this.#cards.forget();
    this.#width = width;
    this.#height = height;
    this.#cards.placeAll(this.#ids, this.placed());
    this.#roughly = this.#cards.lines;
    this.#measure(0);
  }

  #moved(): void {
    const { width, height } = this.#text.getBoundingClientRect();
    if (width !== this.#width) {
      this.#lookAtAll();
      return;
    }
    const grown = height - this.#height;
    this.#height = height;
    this.#measure(grown);
    if (grown === 0) return;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#lookAtAll(), QUIET);
  }

  #scrolled(): void {
    const { top, bottom } = this.#view(0.25);
    if (top < this.#measured.top || bottom > this.#measured.bottom) this.#measure(0);
  }

  #measure(grown: number): void {
    this.#measured = this.#view(1);
    const { lines } = this.#cards;
    const { top, bottom } = this.#measured;
    const first = firstWhere(lines.length, (i) => lines[i]! >= top);
    const end = firstWhere(lines.length, (i) => lines[i]! > bottom);
    this.#cards.measure(first, end, this.placed(), grown);
    const next: TextLines = {
      ids: this.#ids,
      lines: this.#cards.lines,
      roughly: this.#roughly,
      height: this.#height,
    };
    if (!sameLines(next, this.#told)) this.tell(next);
    this.#told = next;
  }

  /** What of the text is on the screen, with so many screens more on either side. */
  #view(screens: number): ViewBand {
    const { top } = this.#text.getBoundingClientRect();
    return { top: -top - innerHeight * screens, bottom: -top + innerHeight * (1 + screens) };
  }
}

function sameLines(a: TextLines, b: TextLines): boolean {
  return a.ids === b.ids && a.lines === b.lines && a.roughly === b.roughly && a.height === b.height;
}
