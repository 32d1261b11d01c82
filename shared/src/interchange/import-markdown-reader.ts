import type { Token } from 'markdown-it';
import { imageAddress, linkAddress } from './import-address.ts';
import { type DraftFormats, type DraftShape, DraftWriter } from './import-draft.ts';
import type { WarningCount } from './import-warnings.ts';

interface Item {
  readonly list: 'bullet' | 'ordered';
  readonly indent: number;
  used: boolean;
}

const FORMAT_OF: Readonly<Record<string, DraftFormats>> = {
  strong: { strong: true },
  em: { em: true },
  s: { strike: true },
};

/** Turns markdown-it's tokens into draft blocks. */
export class MarkdownReader {
  readonly writer = new DraftWriter();
  readonly #warnings: WarningCount;
  #quote = 0;
  readonly #lists: ('bullet' | 'ordered')[] = [];
  readonly #items: Item[] = [];
  #level = 0;
  #tables = 0;
  /** Where the last row and cell of a table stand, counted from 0, and the cell that is being read. */
  #row = -1;
  #col = -1;
  #cell: DraftShape | null = null;
  #formats: DraftFormats[] = [];

  constructor(warnings: WarningCount) {
    this.#warnings = warnings;
  }

  read(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.type === 'inline') this.#inline(token.children ?? []);
      else if (token.nesting === 1) this.#open(token);
      else if (token.nesting === -1) this.#close(token);
      else this.#leaf(token);
    }
    this.writer.close();
  }

  /** Adds a code block. */
  code(text: string): void {
    this.writer.close();
    this.writer.writeVerbatim(text, {}, this.#quote, () => ({ kind: 'code_block' }));
    this.writer.close();
  }

  #open(token: Token): void {
    switch (token.type) {
      case 'blockquote_open':
        this.#quote++;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#lists.push(token.type === 'ordered_list_open' ? 'ordered' : 'bullet');
        break;
      case 'list_item_open':
        this.#items.push({
          list: this.#lists.at(-1) ?? 'bullet',
          indent: this.#lists.length - 1,
          used: false,
        });
        break;
      case 'heading_open':
        this.#level = Number(token.tag.slice(1));
        break;
      case 'table_open':
        this.#tables++;
        this.#row = -1;
        break;
      case 'tr_open':
        this.#row++;
        this.#col = -1;
        break;
      case 'td_open':
      case 'th_open':
        this.#beginCell(token.type === 'th_open');
        break;
    }
    this.writer.close();
  }

  #close(token: Token): void {
    if (token.type === 'td_close' || token.type === 'th_close') this.#endCell();
    this.writer.close();
    if (token.type === 'blockquote_close') this.#quote--;
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') this.#lists.pop();
    else if (token.type === 'list_item_close') this.#items.pop();
    else if (token.type === 'heading_close') this.#level = 0;
  }

  #beginCell(header: boolean): void {
    const table = `t${this.#tables}`;
    this.#cell = { kind: 'cell', table, row: this.#row, col: ++this.#col, header };
  }

  /** A cell without words is a cell all the same. */
  #endCell(): void {
    if (this.#cell && !this.writer.open) this.writer.add(this.#cell, 0);
    this.#cell = null;
  }

  #leaf(token: Token): void {
    if (token.type === 'hr') this.writer.add({ kind: 'rule' }, this.#quote);
    else if (token.content !== '') this.code(token.content.replace(/\n$/, ''));
  }

  #inline(children: readonly Token[]): void {
    const pictures = children.filter((token) => token.type === 'image');
    const alone = children.every((token) => token.type === 'image' || isBlank(token));
    for (const token of children) this.#span(token, alone);
    if (alone) return;
    const kept = pictures.map((token) => this.#figure(token)).filter((shape) => shape !== null);
    if (kept.length > 0) this.writer.close();
    for (const shape of kept) this.writer.add(shape, this.#quote);
  }

  /** `alone`: the paragraph holds nothing but pictures, so each stands where it is; otherwise they follow it. */
  #span(token: Token, alone: boolean): void {
    if (token.type === 'image') this.#image(token, alone);
    else if (token.type === 'hardbreak') this.writer.break();
    else if (token.type === 'softbreak') this.writer.space();
    else if (token.type === 'code_inline') this.#words(token.content, { code: true });
    else if (token.nesting === 1) this.#formats.push(this.#formatOf(token));
    else if (token.nesting === -1) this.#formats.pop();
    else this.#words(token.content, {});
  }

  #formatOf(token: Token): DraftFormats {
    if (token.type !== 'link_open') return FORMAT_OF[token.tag] ?? {};
    const href = String(token.attrGet('href') ?? '');
    const link = linkAddress(href);
    if (link) return { link };
    if (href !== '' && !href.startsWith('#')) this.#warnings.add('link-dropped');
    return {};
  }

  #words(text: string, own: DraftFormats): void {
    const formats = Object.assign({}, ...this.#formats, own) as DraftFormats;
    this.writer.write(text, formats, this.#cell ? 0 : this.#quote, this.#shape);
  }

  readonly #shape = (): DraftShape => {
    if (this.#cell) return this.#cell;
    if (this.#level > 0) return { kind: 'heading', level: this.#level };
    const item = this.#items.at(-1);
    if (!item) return { kind: 'paragraph' };
    if (item.used) return { kind: 'paragraph', indent: item.indent + 1 };
    item.used = true;
    return { kind: 'list_item', list: item.list, indent: item.indent };
  };

  #image(token: Token, alone: boolean): void {
    const shape = this.#figure(token);
    if (shape && alone) this.writer.add(shape, this.#quote);
    if (shape) return;
    this.#warnings.add('image-dropped');
    this.#words(token.content, {});
  }

  #figure(token: Token): DraftShape | null {
    const src = imageAddress(String(token.attrGet('src') ?? ''));
    return src ? { kind: 'figure', src, alt: token.content } : null;
  }
}

function isBlank(token: Token): boolean {
  return token.type === 'softbreak' || (token.type === 'text' && token.content.trim() === '');
}
