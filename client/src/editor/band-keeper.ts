import type { EditorView } from 'prosemirror-view';
import type { Band } from './drawn-blocks.ts';
import { DRAWN_EVERYWHERE, marksOf, withAction } from './mark-plugin.ts';

/** In screens: marks are drawn this far beyond the view, and again when less than that is left; at first not so far. */
const AHEAD = 1;
const LEAST = 0.4;
const AT_FIRST = 0.2;

/** A stretch of the window, in client coordinates. */
interface Heights {
  readonly top: number;
  readonly bottom: number;
}

/** Where there are many marks, keeps those drawn that are in or near the view; on paper, all. */
export class BandKeeper {
  private frame = 0;
  private printing = false;

  constructor(private readonly view: EditorView) {
    const { window, document } = this;
    document.addEventListener('scroll', this.schedule, { capture: true, passive: true });
    // Blocks that come near the view take their true height, and lines move although nobody scrolled.
    view.dom.addEventListener('contentvisibilityautostatechange', this.schedule);
    window.addEventListener('resize', this.schedule);
    window.addEventListener('beforeprint', this.onPrint);
    window.addEventListener('afterprint', this.afterPrint);
  }

  /** Draws what has come near. To be called when marks came, or lines may have moved. */
  refresh(): void {
    const { drawn, index } = marksOf(this.view.state);
    const { band } = drawn.picture;
    if (index.tree.length <= DRAWN_EVERYWHERE || this.printing) this.draw(null);
    // What is drawn first is seen the sooner; the rest is drawn when somebody scrolls.
    else if (!band || band.end === 0) this.draw(this.bandOf(AT_FIRST));
    else if (!covers(band, this.bandOf(LEAST))) this.draw(this.bandOf(AHEAD));
  }

  /** The same, once the frame is laid out. */
  readonly schedule = (): void => {
    if (marksOf(this.view.state).index.tree.length <= DRAWN_EVERYWHERE) return;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.refresh());
  };

  destroy(): void {
    const { window, document } = this;
    cancelAnimationFrame(this.frame);
    document.removeEventListener('scroll', this.schedule, { capture: true });
    this.view.dom.removeEventListener('contentvisibilityautostatechange', this.schedule);
    window.removeEventListener('resize', this.schedule);
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.afterPrint);
  }

  private readonly onPrint = (): void => {
    this.printing = true;
    this.refresh();
  };

  private readonly afterPrint = (): void => {
    this.printing = false;
    this.refresh();
  };

  private get document(): Document {
    return this.view.dom.ownerDocument;
  }

  private get window(): Window {
    return this.document.defaultView ?? window;
  }

  private draw(band: Band | null): void {
    if (band === marksOf(this.view.state).drawn.picture.band) return;
    this.view.dispatch(withAction(this.view.state.tr, { type: 'draw', band }));
  }

  /** The blocks in the view, and so many screens around it. */
  private bandOf(screens: number): Band {
    const screen = this.window.innerHeight;
    const heights = { top: -screens * screen, bottom: (1 + screens) * screen };
    const { children } = this.view.dom;
    const first = firstReaching(children, heights);
    const last = firstBelow(children, heights) - 1;
    if (first > last) return { first: 0, end: 0 };
    return { first: this.numberOf(children[first]!), end: this.numberOf(children[last]!) + 1 };
  }

  /** Carets of others may stand between the blocks: which block an element is, is the view's knowledge. */
  private numberOf(element: Element): number {
    const { doc } = this.view.state;
    const position = this.view.posAtDOM(element, 0);
    return doc.resolve(Math.min(position, doc.content.size)).index(0);
  }
}

function covers(band: Band, wanted: Band): boolean {
  return wanted.first >= band.first && wanted.end <= band.end;
}

function firstReaching(elements: HTMLCollection, { top }: Heights): number {
  return firstWhere(elements, (element) => element.getBoundingClientRect().bottom >= top);
}

function firstBelow(elements: HTMLCollection, { bottom }: Heights): number {
  return firstWhere(elements, (element) => element.getBoundingClientRect().top > bottom);
}

/** The first element for which something holds that holds for all behind it. */
function firstWhere(elements: HTMLCollection, holds: (element: Element) => boolean): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(elements[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
