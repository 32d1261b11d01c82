import { listDepthOf, listKindOf, MAX_INDENT, MAX_QUOTE, safeUrl, schema } from '@assay/shared/article';
import {
  type Attrs,
  DOMParser,
  Fragment,
  type Mark,
  type Node,
  type NodeType,
  Slice,
} from 'prosemirror-model';
import { isBlockElement, isSkipped, marksOfElement, meaningOf } from './clipboard-elements.ts';
import { type CellPlace, tableCells } from './clipboard-tables.ts';

/** Where in the nesting of foreign lists and quotes we are, and what formats are on. */
interface Context {
  readonly quote: number;
  /** How many lists deep; 0 outside of lists. */
  readonly lists: number;
  readonly kind: 'bullet' | 'ordered';
  readonly marks: readonly Mark[];
  readonly pre: boolean;
}

const OUTSIDE: Context = { quote: 0, lists: 0, kind: 'bullet', marks: [], pre: false };

/** Flattens nested HTML into a row of blocks. Unknown structure becomes paragraphs with all its words. */
class FlatReader {
  readonly blocks: Node[] = [];
  private type: NodeType = schema.nodes.paragraph;
  private attrs: Attrs = {};
  private inline: Node[] = [];
  /** A list item whose first words are still to come: a paragraph in it is the item itself. */
  private waiting = false;

  constructor(private readonly keepSpaces: boolean) {}

  read(parent: globalThis.Node, context: Context = OUTSIDE): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) this.addText(child.nodeValue ?? '', context);
      else if (child instanceof HTMLElement && !isSkipped(child)) this.readMeaning(child, context);
    }
  }

  finish(): Fragment {
    this.end();
    return Fragment.from(this.blocks);
  }

  private readMeaning(element: HTMLElement, context: Context): void {
    const meaning = meaningOf(element);
    if (meaning?.kind === 'apparatus') return;
    if (meaning?.kind === 'space') this.addText(' ', context);
    else if (meaning?.kind === 'heading')
      this.readParagraph(element, context, `h${Math.min(meaning.level, 6)}`);
    else if (meaning?.kind === 'item') {
      const marker = element.querySelector(
        '[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]',
      );
      const kind = listKindOf(marker?.textContent ?? '');
      this.readParagraph(element, { ...context, kind, lists: meaning.indent + 1 }, 'li');
    } else this.readElement(element, context);
  }

  /** A paragraph that is something else by what its word processor says. */
  private readParagraph(element: HTMLElement, context: Context, name: string): void {
    this.begin(name, context);
    this.read(element, { ...context, lists: 0 });
    this.end();
  }

  private readElement(element: HTMLElement, context: Context): void {
    const name = element.nodeName.toLowerCase();
    if (name === 'br') this.addBreak(element);
    else if (name === 'hr') this.addRule(context);
    else if (name === 'img') this.addFigure(element, null, context);
    else if (name === 'figure') this.readFigure(element, context);
    else if (name === 'table') this.readTable(element, context);
    else if (isBlockElement(element)) this.readBlock(name, element, context);
    else this.read(element, { ...context, marks: marksOfElement(element, context.marks) });
  }

  private readBlock(name: string, element: HTMLElement, context: Context): void {
    if (name === 'ul' || name === 'ol') {
      this.end();
      const kind = name === 'ol' ? 'ordered' : 'bullet';
      const depth = listDepthOf(element.className) ?? context.lists;
      this.read(element, { ...context, kind, lists: depth + 1 });
    } else if (name === 'blockquote') {
      this.end();
      this.read(element, { ...context, quote: Math.min(context.quote + 1, MAX_QUOTE) });
    } else {
      if (!this.waiting || name === 'li') this.begin(name, context);
      this.read(element, { ...context, pre: context.pre || name === 'pre' });
    }
    this.end();
    if (context.lists > 0 && name !== 'li') this.begin('p', context);
  }

  /** A table of words becomes cells; one that lays out a page is read as what stands in it. */
  private readTable(table: HTMLElement, context: Context): void {
    this.end();
    const cells = tableCells(table);
    for (const caption of cells ? table.querySelectorAll('caption') : [])
      this.readElement(caption as HTMLElement, context);
    if (cells) for (const cell of cells) this.addCell(cell, context);
    else this.readBlock('div', table, context);
  }

  private addCell({ element, ...place }: CellPlace, { marks }: Context): void {
    const reader = new FlatReader(this.keepSpaces);
    reader.read(element, { ...OUTSIDE, marks });
    const lines: Node[] = [];
    reader.finish().forEach((block) => {
      if (lines.length > 0) lines.push(schema.nodes.hard_break.create());
      lines.push(...block.children);
    });
    this.blocks.push(schema.nodes.cell.create(place, lines));
  }

  /** What browsers put at the end of a copied piece is no line. */
  private addBreak(element: HTMLElement): void {
    if (element.className !== 'Apple-interchange-newline') this.inline.push(schema.nodes.hard_break.create());
  }

  private begin(name: string, context: Context): void {
    this.end();
    const { quote, lists, kind } = context;
    const heading = /^h([1-6])$/.exec(name);
    const indent = Math.min(lists, MAX_INDENT);
    if (heading) this.become(schema.nodes.heading, { quote, level: Math.min(Number(heading[1]), 4) });
    else if (name === 'pre') this.become(schema.nodes.code_block, { quote, indent });
    else if (name === 'li')
      this.become(schema.nodes.list_item, { quote, kind, indent: Math.max(indent - 1, 0) });
    else this.become(schema.nodes.paragraph, { quote, indent });
    this.waiting = name === 'li';
  }

  private become(type: NodeType, attrs: Attrs): void {
    this.type = type;
    this.attrs = attrs;
  }

  private addText(text: string, { marks, pre, quote, lists }: Context): void {
    if (this.type === schema.nodes.paragraph && this.inline.length === 0)
      this.attrs = { quote, indent: Math.min(lists, MAX_INDENT) };
    const spaced = this.spaced(text, pre);
    if (spaced === '') return;
    this.waiting = false;
    this.inline.push(schema.text(spaced, marks));
  }

  private spaced(text: string, pre: boolean): string {
    if (pre) return text.replace(/\r\n?/g, '\n');
    if (this.keepSpaces) return text.replace(/[\r\n]+/g, ' ');
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    const before = this.inline[this.inline.length - 1];
    const startsFresh = !before || before.type === schema.nodes.hard_break || before.text?.endsWith(' ');
    return startsFresh && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
  }

  private addRule({ quote }: Context): void {
    this.end();
    this.blocks.push(schema.nodes.horizontal_rule.create({ quote }));
  }

  private readFigure(element: HTMLElement, context: Context): void {
    const image = element.querySelector('img');
    const caption = element.querySelector('figcaption');
    if (image) this.addFigure(image, caption, context);
    else this.readBlock('div', element, context);
  }

  /** A picture without an address that may be shown leaves its words. */
  private addFigure(image: HTMLElement, caption: HTMLElement | null, context: Context): void {
    this.end();
    const src = safeUrl(image.getAttribute('src'), 'figure');
    const alt = image.getAttribute('alt') ?? '';
    if (src) this.become(schema.nodes.figure, { src, alt, quote: context.quote });
    if (caption) this.read(caption, context);
    else if (!src && alt) this.addText(alt, context);
    if (src || this.inline.length > 0) this.push();
    this.reset();
  }

  /** Ends the block: blocks of white space are left out, but an item that somebody made empty stays. */
  private end(): void {
    if (!this.keepSpaces) this.trimBreaks();
    const hasWords = this.inline.some((node) => !node.isText || node.text!.trim() !== '' || this.keepSpaces);
    if (hasWords || this.waiting) this.push();
    this.reset();
  }

  /** A break at either edge of a block shows nothing, or the empty line between two. */
  private trimBreaks(): void {
    const { hard_break } = schema.nodes;
    while (this.inline[0]?.type === hard_break) this.inline.shift();
    while (this.inline[this.inline.length - 1]?.type === hard_break) this.inline.pop();
  }

  private push(): void {
    const last = this.inline.length - 1;
    const text = this.inline[last]?.text;
    if (text?.endsWith(' ') && !this.keepSpaces && this.type !== schema.nodes.code_block) {
      const trimmed = text.trimEnd();
      this.inline.splice(last, 1, ...(trimmed ? [schema.text(trimmed, this.inline[last]!.marks)] : []));
    }
    this.blocks.push(this.type.create(this.attrs, Fragment.from(this.inline)));
  }

  private reset(): void {
    this.inline = [];
    this.waiting = false;
    this.become(schema.nodes.paragraph, {});
  }
}

/** Open at both ends, so that words go on where they are pasted; but a table stands by itself. */
function pastedSlice(blocks: Fragment): Slice {
  const isCell = (block: Node | null) => block?.type === schema.nodes.cell;
  const open = Slice.maxOpen(blocks);
  return new Slice(
    blocks,
    isCell(blocks.firstChild) ? 0 : open.openStart,
    isCell(blocks.lastChild) ? 0 : open.openEnd,
  );
}

/** Reads pasted HTML into flat blocks: no scripts, no styles, no address that may not stand in an article. */
export class ClipboardReader extends DOMParser {
  constructor() {
    super(schema, []);
  }

  override parseSlice(dom: globalThis.Node, options: { preserveWhitespace?: boolean | 'full' } = {}): Slice {
    const reader = new FlatReader(!!options.preserveWhitespace);
    reader.read(dom);
    return pastedSlice(reader.finish());
  }

  override parse(dom: globalThis.Node): Node {
    const reader = new FlatReader(false);
    reader.read(dom);
    const blocks = reader.finish();
    return schema.topNodeType.create(null, blocks.size > 0 ? blocks : schema.nodes.paragraph.create());
  }
}
