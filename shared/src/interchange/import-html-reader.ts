import { officeMeaning, unwrappedLink } from '@assay/shared/article';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { linkAddress } from './import-address.ts';
import { type DraftShape, DraftWriter, shorten } from './import-draft.ts';
import { type Context, shapeHere, TOP } from './import-html-context.ts';
import {
  attribute,
  BLOCKS,
  DROPPED,
  EMBEDS,
  formatsInside,
  HIDDEN,
  type HtmlElement,
  headingLevel,
  SCRIPTS,
  VERBATIM,
} from './import-html-elements.ts';
import { HtmlHead } from './import-html-head.ts';
import { hiddenWords, isShadowRoot, templateContent } from './import-html-hidden.ts';
import { insideItem, insideList, insideParagraph, withoutCode } from './import-html-inside.ts';
import { isPlaceholder, pictureSource, picturesInstead } from './import-html-picture.ts';
import { TableGrid, tableContent } from './import-html-table.ts';
import type { WarningCount } from './import-warnings.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/** One element being read: where it stands, and what holds inside it. */
interface Frame {
  readonly node: Parent;
  readonly outer: Context;
  readonly inner: Context;
  next: number;
}

const TRACKING_PIXEL = 2;
const ICON_SIZE = 40;
/** How much is quoted of words that were left out, in UTF-16 units. */
const QUOTED_WORDS = 50;

/** Walks a parsed page without recursion, so that no depth of nesting can exhaust the stack, and writes its blocks. */
export class HtmlReader {
  readonly writer = new DraftWriter();
  readonly head = new HtmlHead();
  readonly #warnings: WarningCount;
  #tables = 0;
  /** Pictures met in the middle of a paragraph, which they follow. */
  #waiting: { shape: DraftShape; quote: number }[] = [];
  /** The addresses of those that were kept. */
  readonly #pictures = new Set<string>();

  constructor(warnings: WarningCount) {
    this.#warnings = warnings;
  }

  read(root: Parent): void {
    const frames: Frame[] = [{ node: root, outer: TOP, inner: TOP, next: 0 }];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const child = frame.node.childNodes[frame.next++];
      if (!child) {
        frames.pop();
        if ('tagName' in frame.node) this.#leave(frame.node, frame.outer, frame.inner);
      } else if ('tagName' in child) {
        const inner = this.#enter(child, frame.inner);
        const node = child.tagName === 'template' ? templateContent(child) : child;
        if (inner) frames.push({ node, outer: frame.inner, inner, next: 0 });
      } else if (child.nodeName === '#text' && 'value' in child) {
        this.#words(child.value, frame.inner);
      }
    }
    this.#edge(TOP);
  }

  #words(text: string, context: Context): void {
    const shape = () => shapeHere(context);
    if (context.verbatim) {
      this.writer.writeVerbatim(text, context.formats, context.quote, shape);
      return;
    }
    this.writer.write(text, context.formats, context.cell ? 0 : context.quote, shape);
  }

  #edge(context: Context): void {
    if (context.verbatim) this.#verbatimLine(context);
    else if (context.edge === 'space') this.writer.space();
    else if (context.edge === 'line') this.writer.lineEdge();
    else {
      this.writer.close();
      for (const { shape, quote } of this.#waiting) this.writer.add(shape, quote);
      this.#waiting = [];
    }
  }

  #verbatimLine(context: Context): void {
    const last = this.writer.open?.content.at(-1);
    if (last?.kind === 'text' && !last.text.endsWith('\n')) this.#words('\n', context);
  }

  /** What holds inside the element, or null when nothing of it is read. */
  #enter(element: HtmlElement, outer: Context): Context | null {
    const tag = element.tagName;
    if (DROPPED.has(tag) && !isShadowRoot(element)) return this.#drop(element, outer);
    if (tag === 'br' || tag === 'hr' || tag === 'img' || tag === 'image') {
      this.#atom(tag, element, outer);
      return null;
    }
    if (BLOCKS.has(tag)) this.#edge(outer);
    const meaning = officeMeaning(tag, (name) => attribute(element, name));
    if (meaning?.kind === 'apparatus') return null;
    if (meaning?.kind === 'space') {
      this.#words(' ', outer);
      return null;
    }
    const formats = formatsInside(outer.formats, tag, this.#style(element));
    const here = meaning ? insideParagraph(element, meaning, outer) : outer;
    const inner = this.#inside(element, { ...here, formats });
    if (tag === 'q') this.#words(outer.spoken % 2 === 0 ? '“' : '‘', inner);
    return inner;
  }

  #leave(element: HtmlElement, outer: Context, inner: Context): void {
    const tag = element.tagName;
    if (tag === 'q') this.#words(outer.spoken % 2 === 0 ? '”' : '’', inner);
    if (!BLOCKS.has(tag)) return;
    // A cell without words has not begun.
    if (inner.cell && !outer.cell && !this.writer.open) this.writer.add(inner.cell, 0);
    this.#edge(outer);
    if (tag === 'figure' && inner.figure !== outer.figure) this.#endFigure(inner);
  }

  /** The element's own style, behind those of its classes when it stands in a line. */
  #style(element: HtmlElement): string | undefined {
    const own = attribute(element, 'style');
    const classes = attribute(element, 'class');
    return !classes || BLOCKS.has(element.tagName) ? own : this.head.styleBehind(classes, own);
  }

  #drop(element: HtmlElement, outer: Context): null {
    const tag = element.tagName;
    if (tag === 'noscript') this.#picturesInstead(element, outer);
    this.#warnOfWords(element);
    if (tag === 'head')
      for (const child of element.childNodes) if ('tagName' in child) this.#warnOfWords(child);
    if (SCRIPTS.has(tag)) this.#warnings.add('script-dropped');
    if (EMBEDS.has(tag)) this.#warnings.add('embed-dropped');
    this.head.take(element);
    return null;
  }

  #warnOfWords(element: HtmlElement): void {
    const words = HIDDEN.has(element.tagName) ? hiddenWords(element) : '';
    if (words !== '') this.#warnings.add('hidden-dropped', `“${shorten(words, QUOTED_WORDS)}”`);
  }

  #picturesInstead(noscript: HtmlElement, context: Context): void {
    for (const image of picturesInstead(noscript, this.head.base)) {
      const src = pictureSource(image, this.head.base);
      const isThere = src === null || this.#pictures.has(src) || (context.figure?.shape.src ?? '') !== '';
      if (!isThere) this.#image(image, context);
    }
  }

  #atom(tag: string, element: HtmlElement, context: Context): void {
    if (tag === 'img' || tag === 'image') this.#image(element, context);
    else if (tag === 'hr') this.#rule(context);
    else if (context.verbatim) this.#words('\n', context);
    else this.writer.break();
  }

  #rule(context: Context): void {
    this.#edge(context);
    if (context.edge === 'block' && !context.verbatim) this.writer.add({ kind: 'rule' }, context.quote);
  }

  #image(element: HtmlElement, context: Context): void {
    const width = Number(attribute(element, 'width') ?? ICON_SIZE + 1);
    const height = Number(attribute(element, 'height') ?? ICON_SIZE + 1);
    if (width <= TRACKING_PIXEL || height <= TRACKING_PIXEL) return;
    const alt = attribute(element, 'alt') ?? '';
    const inLine = context.cell || context.level > 0 || context.verbatim || context.caption;
    const src = pictureSource(element, this.head.base);
    if (inLine || (width <= ICON_SIZE && height <= ICON_SIZE)) this.#words(alt, context);
    else if (src !== null) this.#picture(src, alt, context);
    else if (!isPlaceholder(element)) this.#warnings.add('image-dropped');
  }

  /** A figure's first picture is its own; any other stands as a figure by itself, never in the middle of a paragraph. */
  #picture(src: string, alt: string, { figure, quote }: Context): void {
    const shape: DraftShape = { kind: 'figure', src, alt };
    this.#pictures.add(src);
    if (figure?.shape.src === '') Object.assign(figure.shape, { src, alt });
    else if (this.writer.open) this.#waiting.push({ shape, quote });
    else this.writer.add(shape, quote);
  }

  #endFigure({ figure, quote }: Context): void {
    if (!figure) return;
    if (figure.shape.src === '' && figure.captioned) this.#unframe(figure.shape);
    else if (figure.shape.src !== '' && !figure.captioned) this.writer.add(figure.shape, quote);
  }

  /** A caption without a picture that could be kept is a paragraph. */
  #unframe(shape: DraftShape): void {
    const block = this.writer.blocks.findLast((candidate) => candidate.shape === shape);
    if (block) block.shape = { kind: 'paragraph' };
  }

  #inside(element: HtmlElement, here: Context): Context {
    const tag = element.tagName;
    const level = headingLevel(tag);
    if (level > 0) return { ...here, level, edge: here.edge === 'block' ? 'space' : here.edge };
    if (VERBATIM.has(tag)) return here.edge === 'block' ? { ...here, verbatim: true } : here;
    switch (tag) {
      case 'a':
        return this.#link(element, here);
      case 'q':
        return { ...here, spoken: here.spoken + 1 };
      case 'blockquote':
        return here.edge === 'block' ? { ...here, quote: here.quote + 1 } : here;
      case 'ul':
      case 'ol':
      case 'menu':
        return insideList(element, here);
      case 'li':
        return insideItem(here);
      case 'figure':
        return { ...here, figure: { shape: { kind: 'figure', src: '', alt: '' }, captioned: false } };
      case 'figcaption':
        return here.edge === 'block' && here.figure ? { ...here, caption: true, edge: 'line' } : here;
      case 'table':
        return { ...here, table: this.#table(element, here) };
      case 'tr':
        here.table?.beginRow();
        return here;
      case 'td':
      case 'th':
        return here.table && !here.cell ? { ...here, cell: here.table.cell(element), edge: 'line' } : here;
      default:
        return here.verbatim && here.formats.code ? { ...here, formats: withoutCode(here) } : here;
    }
  }

  #link(element: HtmlElement, here: Context): Context {
    const href = attribute(element, 'href')?.trim();
    if (!href || href.startsWith('#')) return here;
    const link = linkAddress(unwrappedLink(href), this.head.base);
    if (link) return { ...here, formats: { ...here.formats, link } };
    this.#warnings.add('link-dropped');
    return here;
  }

  #table(element: HtmlElement, here: Context): TableGrid | null {
    if (here.cell || here.edge !== 'block' || here.verbatim) return null;
    const content = tableContent(element);
    if (content === 'words') return new TableGrid(`t${++this.#tables}`);
    if (content === 'more' && !here.table) this.#warnings.add('table-flattened');
    return null;
  }
}
