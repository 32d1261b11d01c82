import { Fragment, type Node } from 'prosemirror-model';
import * as Y from 'yjs';
import { type Formats, formatsOf, marksOf, PLAIN } from './formats.ts';
import { embedOf, inlineOf } from './inlines.ts';
import { type Content, firstItem, type ItemSink, readItems } from './items.ts';
import type { Json } from './json.ts';
import { blockOf, markerKeys } from './marker.ts';
import { schema } from './schema.ts';
import { wellFormed } from './units.ts';

/** A block as the Y.Text has it. `marker` is null where it is missing; `formats` are in force where the block begins. */
export interface Block {
  readonly marker: Y.Map<unknown> | null;
  readonly formats: Formats;
  readonly node: Node;
}

/** One insertion of a Y.Text delta; a marker is a new Y.Map, so a delta can be applied once. */
export interface Insertion {
  readonly insert: string | Readonly<Record<string, Json>> | Y.Map<unknown>;
  readonly attributes?: Record<string, Json>;
}

/**
 * Gathers what is read into blocks. Text before the first marker, and text after a rule, becomes an implicit
 * paragraph: a view of it, which nobody writes back by reading.
 */
export class BlockReader implements ItemSink {
  readonly #blocks: Block[] = [];
  #open: OpenBlock | null = null;
  /** Words read and not yet in the block: the items of one stretch are often single letters. */
  #words = '';
  #wordFormats: Formats = PLAIN;

  add(content: Content, formats: Formats): void {
    if (content.kind === 'marker') {
      this.#close();
      this.#open = openBlock(content.marker, formats);
    } else if (content.kind === 'text' && content.text) {
      this.#makeRoom(formats);
      if (formats !== this.#wordFormats) this.#flush();
      this.#wordFormats = formats;
      this.#words += content.text;
    } else if (content.kind === 'embeds') {
      this.#flush();
      for (const embed of content.embeds)
        this.#makeRoom(formats).push(inlineOf(embed).mark(marksOf(formats)));
    }
  }

  /** The blocks read. Call once, at the end. */
  finish(): Block[] {
    this.#close();
    return this.#blocks;
  }

  /** The content of the open block, after one that takes none was closed and an implicit one begun. */
  #makeRoom(formats: Formats): Node[] {
    if (this.#open && !this.#open.type.isTextblock) this.#close();
    this.#open ??= openBlock(null, formats);
    return this.#open.content;
  }

  #flush(): void {
    if (this.#words) this.#open?.content.push(schema.text(this.#words, marksOf(this.#wordFormats)));
    this.#words = '';
  }

  #close(): void {
    this.#flush();
    if (!this.#open) return;
    const { marker, formats, type, attrs, content } = this.#open;
    this.#blocks.push({ marker, formats, node: type.create(attrs, Fragment.fromArray(content)) });
    this.#open = null;
  }
}

interface OpenBlock extends ReturnType<typeof blockOf>, Omit<Block, 'node'> {
  readonly content: Node[];
}

function openBlock(marker: Y.Map<unknown> | null, formats: Formats): OpenBlock {
  return { ...blockOf(marker), marker, formats, content: [] };
}

/** The paragraph that an article without any content shows. */
export function emptyBlock(): Block {
  return { marker: null, formats: PLAIN, node: schema.nodes.paragraph.create() };
}

/** The blocks of an article, never none. */
export function readBlocks(text: Y.Text): Block[] {
  const reader = new BlockReader();
  readItems(firstItem(text), PLAIN, reader);
  const blocks = reader.finish();
  return blocks.length ? blocks : [emptyBlock()];
}

/** The document that a Y.Text holds: always valid, whatever anybody has written into it. */
export function decode(text: Y.Text): Node {
  return schema.topNodeType.create(
    null,
    readBlocks(text).map((block) => block.node),
  );
}

/** What to insert into an empty Y.Text to have this document. */
export function encode(doc: Node): Insertion[] {
  const delta: Insertion[] = [];
  doc.forEach((block) => {
    delta.push({ insert: newMarker(block) });
    block.forEach((inline) => {
      delta.push(encodeInline(inline));
    });
  });
  return delta;
}

/** A marker for a block, not yet in any document. */
export function newMarker(block: Node): Y.Map<unknown> {
  return new Y.Map(markerKeys(block));
}

function encodeInline(inline: Node): Insertion {
  const attributes = formatsOf(inline.marks);
  const insert = inline.isText ? wellFormed(inline.text!) : embedOf(inline);
  return { insert: insert as Insertion['insert'], attributes };
}

/** Fills an empty Y.Text with a document, in one transaction. Throws a RangeError when it is not empty. */
export function seed(text: Y.Text, doc: Node): void {
  if (text.length > 0) throw new RangeError('The article already has text.');
  doc.check();
  text.applyDelta(encode(doc));
}
