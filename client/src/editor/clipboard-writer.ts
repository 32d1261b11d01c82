import { schema } from '@assay/shared/article';
import { DOMSerializer, type Fragment, type Node, type Slice } from 'prosemirror-model';

interface OpenTable {
  readonly id: string;
  readonly body: HTMLElement;
  readonly row: number;
}

/** Puts flat blocks back into the nested lists and quotes that other programs read. */
class NestedWriter {
  /** Open lists, outermost first. */
  private lists: HTMLElement[] = [];
  private quotes: ParentNode[] = [];
  /** The table that the block before stands in. */
  private table: OpenTable | null = null;

  constructor(
    private readonly root: HTMLElement | DocumentFragment,
    private readonly document: Document,
    private readonly inline: (content: Fragment, into: HTMLElement) => void,
  ) {}

  write(block: Node): void {
    if (block.type === schema.nodes.cell) {
      this.writeCell(block);
      return;
    }
    this.table = null;
    const { quote, indent, kind } = block.attrs;
    this.openQuotes(quote);
    if (block.type === schema.nodes.list_item)
      this.writeItem(block, indent, kind === 'ordered' ? 'ol' : 'ul');
    else this.placeFor(indent).append(this.element(block));
  }

  /** Neighbouring cells of a table stand in it; those of one row in one. */
  private writeCell(cell: Node): void {
    const { table, row, header } = cell.attrs;
    this.openQuotes(0);
    this.lists = [];
    const open = this.table && this.table.id === table ? this.table : this.openTable(table);
    if (open.row !== row) open.body.append(this.document.createElement('tr'));
    this.table = { ...open, row };
    const element = this.document.createElement(header ? 'th' : 'td');
    this.inline(cell.content, element);
    open.body.lastElementChild!.append(element);
  }

  private openTable(id: string): OpenTable {
    const body = this.document.createElement('tbody');
    const element = this.document.createElement('table');
    element.append(body);
    this.root.append(element);
    return { id, body, row: -1 };
  }

  private openQuotes(level: number): void {
    if (level !== this.quotes.length) this.lists = [];
    this.quotes.length = Math.min(this.quotes.length, level);
    while (this.quotes.length < level) {
      const quote = this.document.createElement('blockquote');
      (this.quotes[this.quotes.length - 1] ?? this.root).append(quote);
      this.quotes.push(quote);
    }
  }

  private writeItem(block: Node, indent: number, tag: 'ol' | 'ul'): void {
    this.lists.length = Math.min(this.lists.length, indent + 1);
    if (this.lists[indent]?.nodeName.toLowerCase() !== tag)
      this.lists.length = Math.min(this.lists.length, indent);
    while (this.lists.length <= indent) {
      const list = this.document.createElement(tag);
      this.placeFor(this.lists.length, true).append(list);
      this.lists.push(list);
    }
    const item = this.document.createElement('li');
    this.lists[indent]!.append(item);
    this.inline(block.content, item);
  }

  /** Where a block of this indent goes: into the list item it belongs to, else into the quote or the page. */
  private placeFor(indent: number, keepsList = false): ParentNode {
    if (!keepsList) this.lists.length = Math.min(this.lists.length, indent);
    const list = this.lists[indent - 1];
    if (!list) return this.quotes[this.quotes.length - 1] ?? this.root;
    return list.lastElementChild ?? list.appendChild(this.document.createElement('li'));
  }

  private element(block: Node): HTMLElement {
    const { type, attrs } = block;
    const tag = type === schema.nodes.heading ? `h${attrs.level}` : (TAGS[type.name] ?? 'p');
    const element = this.document.createElement(tag);
    if (type !== schema.nodes.figure) {
      this.inline(block.content, element);
      return element;
    }
    if (attrs.src) element.append(this.image(attrs.src, attrs.alt));
    const caption = this.document.createElement('figcaption');
    this.inline(block.content, caption);
    element.append(caption);
    return element;
  }

  private image(src: string, alt: string): HTMLElement {
    const image = this.document.createElement('img');
    image.setAttribute('src', src);
    image.setAttribute('alt', alt);
    return image;
  }
}

const TAGS: Readonly<Record<string, string>> = { code_block: 'pre', figure: 'figure', horizontal_rule: 'hr' };

/** Writes what is copied as ordinary nested HTML. Marks are no part of the text and are not copied. */
export class ClipboardWriter extends DOMSerializer {
  constructor() {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
  }

  override serializeFragment(
    fragment: Fragment,
    options: { document?: Document } = {},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    if (!fragment.firstChild?.isBlock) return super.serializeFragment(fragment, options, target);
    const owner = options.document ?? window.document;
    const root = target ?? owner.createDocumentFragment();
    const inline = (content: Fragment, into: HTMLElement) => {
      super.serializeFragment(content, { document: owner }, into);
    };
    const writer = new NestedWriter(root, owner, inline);
    // Words of one cell are words, not a table.
    const single = fragment.childCount === 1 && fragment.firstChild?.type === schema.nodes.cell;
    fragment.forEach((block) => {
      writer.write(single ? schema.nodes.paragraph.create(null, block.content) : block);
    });
    return root;
  }
}

/** Between two cells of a table: a tab in one row, a line break from row to row; null for other blocks. */
function betweenCells(before: Node | null, block: Node): string | null {
  const { cell } = schema.nodes;
  if (before?.type !== cell || block.type !== cell || before.attrs.table !== block.attrs.table) return null;
  return before.attrs.row === block.attrs.row ? '\t' : '\n';
}

/** What is copied as plain text: an empty line between blocks, none between the items of a list. */
export function clipboardText(slice: Slice): string {
  let text = '';
  slice.content.forEach((block, _offset, number) => {
    const before = number > 0 ? slice.content.child(number - 1) : null;
    const isNextItem = block.type === schema.nodes.list_item && before?.type === schema.nodes.list_item;
    const between = isNextItem ? '\n' : (betweenCells(before, block) ?? '\n\n');
    text += (before ? between : '') + block.textBetween(0, block.content.size);
  });
  return text;
}
