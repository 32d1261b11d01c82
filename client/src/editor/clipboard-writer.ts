import { schema } from '@assay/shared/article';
import { DOMSerializer, type Fragment, type Node, type Slice } from 'prosemirror-model';

/** Puts flat blocks back into the nested lists and quotes that other programs read. */
class NestedWriter {
  /** Open lists, outermost first. */
  private lists: HTMLElement[] = [];
  private quotes: ParentNode[] = [];

  constructor(
    private readonly root: HTMLElement | DocumentFragment,
    private readonly document: Document,
    private readonly inline: (content: Fragment, into: HTMLElement) => void,
  ) {}

  write(block: Node): void {
    const { quote, indent, kind } = block.attrs;
    this.openQuotes(quote);
    if (block.type === schema.nodes.list_item)
      this.writeItem(block, indent, kind === 'ordered' ? 'ol' : 'ul');
    else this.placeFor(indent).append(this.element(block));
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
    fragment.forEach((block) => {
      writer.write(block);
    });
    return root;
  }
}

/** What is copied as plain text: an empty line between blocks, none between the items of a list. */
export function clipboardText(slice: Slice): string {
  let text = '';
  slice.content.forEach((block, _offset, number) => {
    const before = number > 0 ? slice.content.child(number - 1) : null;
    const isNextItem = block.type === schema.nodes.list_item && before?.type === schema.nodes.list_item;
    text += (before ? (isNextItem ? '\n' : '\n\n') : '') + block.textBetween(0, block.content.size);
  });
  return text;
}
