import { wellFormed } from '@assay/shared/article';

/** The inline formats of a stretch of words; `link` is an address that was let in. */
export interface DraftFormats {
  readonly strong?: true;
  readonly em?: true;
  readonly code?: true;
  readonly strike?: true;
  readonly sup?: true;
  readonly sub?: true;
  readonly link?: string;
}

export type DraftInline =
  | { readonly kind: 'text'; text: string; readonly formats: DraftFormats }
  | { readonly kind: 'break' };

/** What a block is. Levels, indents and depths are as the source has them; they are fitted to the schema later. */
export type DraftShape =
  | { readonly kind: 'paragraph'; readonly indent?: number }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'list_item'; readonly list: 'bullet' | 'ordered'; readonly indent: number }
  | { readonly kind: 'code_block' }
  | { readonly kind: 'figure'; readonly src: string; readonly alt: string }
  | {
      readonly kind: 'cell';
      readonly table: string;
      readonly row: number;
      readonly col: number;
      readonly header: boolean;
    }
  | { readonly kind: 'rule' };

/** A block as an importer reads it, before it becomes a block of the article's schema. */
export interface DraftBlock {
  shape: DraftShape;
  readonly quote: number;
  readonly content: DraftInline[];
}

const SPACES = /[ \t\n\r\f]+/g;
/** The vertical tab is Word's line break; the others are nobody's words. */
const CONTROLS = /(?![\t\n\f\r])\p{Cc}/gu;

/** Text without control characters and unpaired surrogates (which Yjs replicas disagree about); every other character stays as it is. */
export function cleanText(text: string): string {
  return wellFormed(text.replaceAll('\v', '\n').replace(CONTROLS, ''));
}

function sameFormats(a: DraftFormats, b: DraftFormats): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Collects blocks from a source that is read in order. White space is folded as HTML folds it: runs become one
 * space, none at the edges of a block or beside a line break. A block opens with its first word, so that empty
 * blocks of the source leave nothing behind. Two or more line breaks in a row divide paragraphs.
 */
export class DraftWriter {
  readonly blocks: DraftBlock[] = [];
  #open: DraftBlock | null = null;
  #breaks = 0;
  #space = false;

  /** The block that words go to now, or null when the next word opens one. */
  get open(): DraftBlock | null {
    return this.#open;
  }

  /** Adds words; `shape` is asked for only if they open a block. */
  write(text: string, formats: DraftFormats, quote: number, shape: () => DraftShape): void {
    for (const part of cleanText(text).split(/([ \t\n\r\f]+)/)) {
      if (part === '') continue;
      if (/^[ \t\n\r\f]/.test(part)) this.space();
      else this.#word(part, formats, quote, shape);
    }
  }

  /** Adds text whose white space and line ends are kept, as in a code block. */
  writeVerbatim(text: string, formats: DraftFormats, quote: number, shape: () => DraftShape): void {
    const clean = cleanText(text.replace(/\r\n?/g, '\n'));
    if (clean === '') return;
    const block = this.#open ?? this.#begin(quote, shape());
    this.#append(block, clean, formats);
  }

  /** One space before the next word, if a word precedes it in the block. */
  space(): void {
    if (this.#open && this.#breaks === 0) this.#space = true;
  }

  /** A line break before the next word, if a word precedes it in the block. */
  break(): void {
    if (!this.#open) return;
    this.#space = false;
    this.#breaks++;
  }

  /** As `break`, but never adds to a break that already waits: the edge of a line inside one block. */
  lineEdge(): void {
    if (this.#breaks === 0) this.break();
  }

  /** Ends the open block; the next word begins another. */
  close(): void {
    this.#open = null;
    this.#breaks = 0;
    this.#space = false;
  }

  /** Adds a block that needs no words. */
  add(shape: DraftShape, quote: number): void {
    this.close();
    this.blocks.push({ shape, quote, content: [] });
  }

  #begin(quote: number, shape: DraftShape): DraftBlock {
    const block: DraftBlock = { shape, quote, content: [] };
    this.blocks.push(block);
    this.#open = block;
    return block;
  }

  #word(word: string, formats: DraftFormats, quote: number, shape: () => DraftShape): void {
    if (this.#open && this.#breaks > 1 && this.#open.shape.kind === 'paragraph') this.close();
    const block = this.#open ?? this.#begin(quote, shape());
    for (; this.#breaks > 0; this.#breaks--) block.content.push({ kind: 'break' });
    if (this.#space) this.#appendSpace(block, formats);
    this.#append(block, word, formats);
  }

  /** A space between two words takes the format that both have, so that no underlined blank trails a link. */
  #appendSpace(block: DraftBlock, formats: DraftFormats): void {
    this.#space = false;
    const last = block.content.at(-1);
    if (last?.kind !== 'text') return;
    this.#append(
      block,
      ' ',
      sameFormats(last.formats, formats) ? formats : commonFormats(last.formats, formats),
    );
  }

  #append(block: DraftBlock, text: string, formats: DraftFormats): void {
    const last = block.content.at(-1);
    if (last?.kind === 'text' && sameFormats(last.formats, formats)) last.text += text;
    else block.content.push({ kind: 'text', text, formats });
  }
}

function commonFormats(a: DraftFormats, b: DraftFormats): DraftFormats {
  const shared = Object.entries(a).filter(([name, value]) => b[name as keyof DraftFormats] === value);
  return Object.fromEntries(shared);
}

/** The words of a draft block on one line. */
export function draftText(block: DraftBlock): string {
  return block.content
    .map((inline) => (inline.kind === 'text' ? inline.text : ' '))
    .join('')
    .replace(SPACES, ' ')
    .trim();
}

/** Cut to `limit` UTF-16 units, at the end of a word, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${atWord.length > limit / 2 ? atWord : cut}…`;
}
