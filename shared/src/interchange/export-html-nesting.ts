import type { Node } from 'prosemirror-model';
import { type Content, element, type Markup, markup } from './export-markup.ts';

type GroupKind = 'article' | 'quote' | 'bullet' | 'ordered' | 'item' | 'empty-item' | 'table' | 'row';

interface Group {
  readonly kind: GroupKind;
  /** Which table, or which row of it. */
  readonly of?: string | number;
  readonly content: (Group | Content)[];
}

/** Builds nested quotes and lists again out of the flat row of blocks, whose nesting stands in their attributes. */
export class Nesting {
  private readonly root: Group = { kind: 'article', content: [] };
  private readonly open: Group[] = [this.root];

  /** Adds a block; `draw` gets the levels of indent that no list item around it accounts for. */
  add(block: Node, draw: (indent: number) => Content): void {
    const { quote, indent, kind } = block.attrs as { quote: number; indent: number; kind?: string };
    if (block.type.name === 'cell') {
      this.openRow(block);
      this.append(draw(0));
      return;
    }
    this.leaveTable();
    this.openQuotes(quote);
    const base = quote + 1;
    if (block.type.name === 'list_item') {
      this.openItem(base, indent, kind === 'ordered' ? 'ordered' : 'bullet');
      this.append(draw(0));
    } else {
      const lists = Math.min(indent, (this.open.length - base) / 2);
      this.closeTo(base + 2 * lists);
      this.append(draw(indent - lists));
    }
  }

  finish(): Markup {
    return drawn(this.root);
  }

  /** Neighbouring cells of one table, and in it of one row, stand in one. */
  private openRow(cell: Node): void {
    const { table, row } = cell.attrs as { table: string; row: number };
    const [last, before] = [this.open.at(-1)!, this.open.at(-2)];
    if (last.kind === 'row' && last.of === row && before?.of === table) return;
    if (last.kind === 'row' && before?.of === table) this.open.pop();
    else {
      this.closeTo(1);
      this.openGroup({ kind: 'table', of: table, content: [] });
    }
    this.openGroup({ kind: 'row', of: row, content: [] });
  }

  private leaveTable(): void {
    if (this.open.at(-1)!.kind === 'row') this.closeTo(1);
  }

  private openQuotes(wanted: number): void {
    const quotes = this.open.filter(({ kind }) => kind === 'quote').length;
    if (quotes !== wanted) this.closeTo(1 + Math.min(quotes, wanted));
    for (let level = quotes; level < wanted; level++) this.push('quote');
  }

  /** Lists and items alternate above `base`. Levels that nothing opened are opened with an empty item. */
  private openItem(base: number, indent: number, kind: 'bullet' | 'ordered'): void {
    const list = base + 2 * indent;
    this.closeTo(this.open[list]?.kind === kind ? list + 1 : list);
    while (this.open.length < list) this.push(kind, 'empty-item');
    if (this.open.length === list) this.push(kind);
    this.push('item');
  }

  private push(...kinds: GroupKind[]): void {
    for (const kind of kinds) this.openGroup({ kind, content: [] });
  }

  private openGroup(group: Group): void {
    this.append(group);
    this.open.push(group);
  }

  private append(content: Group | Content): void {
    this.open.at(-1)!.content.push(content);
  }

  private closeTo(length: number): void {
    this.open.length = Math.min(this.open.length, length);
  }
}

function drawn(group: Group): Markup {
  const content = group.content.map((one) => (isGroup(one) ? drawn(one) : one));
  switch (group.kind) {
    case 'article':
      return markup(...content);
    case 'quote':
      return element('blockquote', {}, ...content);
    case 'bullet':
      return element('ul', {}, ...content);
    case 'ordered':
      return element('ol', {}, ...content);
    case 'item':
      return element('li', {}, ...content);
    case 'table':
      return element('table', {}, element('tbody', {}, ...content));
    case 'row':
      return element('tr', {}, ...content);
    case 'empty-item':
      return element('li', { class: 'empty' }, ...content);
  }
}

function isGroup(content: Group | Content): content is Group {
  return typeof content === 'object' && content !== null && 'kind' in content;
}
