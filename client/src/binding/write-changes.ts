import {
  embedOf,
  type Formats,
  formatChange,
  formatsOf,
  indexOfPosition,
  type Json,
  markerItem,
  markerKeys,
  newMarker,
  PLAIN,
  sameJson,
  searchingFrom,
  staleKeys,
  tearsPair,
  wellFormed,
} from '@assay/shared/article';
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import { align, type Run } from './align.ts';
import type { ChangedRange, StepChange } from './local-changes.ts';
import {
  type EmbedCodes,
  formatsAt,
  isMarker,
  runEnd,
  type Tokens,
  textOf,
  tokensBetween,
} from './tokens.ts';

/** What is known of the blocks of a document that is to be changed. */
export interface KnownBlocks {
  /** The Y.Text's index of a position. */
  indexOfPosition(position: number): number;
  /** Whether no format is in force at the start of a block, by its number. */
  startsPlain(block: number): boolean;
}

/**
 * Writes one step into the Y.Text. `markers` are the markers of the blocks of `change.before`, one each and none
 * missing; they are brought up to the blocks of `change.after`. `known` speaks of `change.before`. To be called inside a
 * transaction.
 */
export function writeChange(
  text: Y.Text,
  markers: Y.Map<unknown>[],
  change: StepChange,
  known: KnownBlocks = {
    indexOfPosition: (position) => indexOfPosition(change.before, position),
    startsPlain: () => false,
  },
): void {
  // From the last range to the first, so that positions of the old document stay true for those still to come.
  for (const range of change.ranges.toReversed())
    new RangeWriter(text, markers, change, range, known).write();
}

/** The marker of a block at whose start no format is in force, and its index: from there places near are found. */
interface Origin {
  readonly marker: Y.Map<unknown>;
  readonly index: number;
}

class RangeWriter {
  readonly #text: Y.Text;
  readonly #markers: Y.Map<unknown>[];
  readonly #old: Tokens;
  readonly #next: Tokens;
  /** Where in the Y.Text the next token is dealt with, and the number of markers before it. */
  #at: number;
  #block: number;
  /** Those of the character on the left; null when a block begins there. */
  readonly #formatsLeft: Formats | null;
  #origin: Origin | null = null;

  constructor(
    text: Y.Text,
    markers: Y.Map<unknown>[],
    { before, after }: StepChange,
    range: ChangedRange,
    known: KnownBlocks,
  ) {
    const embeds: EmbedCodes = new Map();
    this.#text = text;
    this.#markers = markers;
    this.#old = tokensBetween(before, range.from, range.to, embeds);
    this.#next = tokensBetween(after, range.newFrom, range.newTo, embeds);
    const $from = before.resolve(range.from);
    this.#at = known.indexOfPosition(range.from);
    this.#block = $from.index(0) + ($from.depth > 0 ? 1 : 0);
    this.#formatsLeft =
      $from.parentOffset > 0 && $from.depth > 0 ? formatsOf($from.nodeBefore?.marks ?? []) : null;
    const marker = $from.depth > 0 ? markers[$from.index(0)] : undefined;
    if (marker && known.startsPlain($from.index(0)))
      this.#origin = { marker, index: known.indexOfPosition($from.before(1)) };
  }

  write(): void {
    const end: Run = { old: this.#old.codes.length, next: this.#next.codes.length, length: 0 };
    let old = 0;
    let next = 0;
    for (const run of [...align(this.#old.codes, this.#next.codes), end]) {
      this.#delete(old, run.old, next);
      this.#insert(next, run.next);
      this.#keep(run);
      old = run.old + run.length;
      next = run.next + run.length;
    }
  }

  #delete(from: number, to: number, next: number): void {
    if (from === to) return;
    let markers = 0;
    for (let i = from; i < to; i++) if (isMarker(this.#old, i)) markers++;
    this.#markers.splice(this.#block, markers);
    const work = () => this.#text.delete(this.#at, to - from);
    // Yjs tidies the formats around what it deletes, by those it has met on its way.
    if (this.#isPlainBefore(next)) this.#near(work);
    else work();
  }

  #insert(from: number, to: number): void {
    for (let i = from; i < to; ) {
      const end = runEnd(this.#next, i, to);
      const node = this.#next.nodes[i];
      if (!node) this.#insertText(i, end);
      else if (node.isBlock) this.#insertMarker(node, this.#formatsBefore(i));
      else this.#text.insertEmbed(this.#at, embedOf(node) as object, { ...formatsAt(this.#next, i) });
      this.#at += end - i;
      i = end;
    }
  }

  #insertText(from: number, to: number): void {
    const content = wellFormed(textOf(this.#next, from, to));
    const formats = { ...formatsAt(this.#next, from) };
    // Told no formats, Yjs takes those in force, and need not come from the start of the text to know them.
    const inherits = isPlain(formats) && (this.#text._searchMarker !== null || this.#isPlainBefore(from));
    if (inherits) this.#near(() => this.#text.insert(this.#at, content));
    else this.#text.insert(this.#at, content, formats);
  }

  #insertMarker(block: Node, formats: Record<string, Json>): void {
    const marker = newMarker(block);
    if (isPlain(formats)) this.#near(() => this.#text.insertEmbed(this.#at, marker));
    else this.#text.insertEmbed(this.#at, marker, formats);
    this.#origin = this.#origin && isPlain(formats) ? { marker, index: this.#at } : null;
    this.#markers.splice(this.#block, 0, marker);
    this.#block++;
  }

  /** A marker inside formatted words takes their formats, so that splitting them writes nothing more. */
  #formatsBefore(at: number): Record<string, Json> {
    return { ...(at > 0 ? formatsAt(this.#next, at - 1) : this.#formatsLeft) };
  }

  /** Whether it is known that no format is in force in front of a token of the new document. */
  #isPlainBefore(at: number): boolean {
    if (this.#origin?.index === this.#at - 1) return true;
    if (at > 0) return !isMarker(this.#next, at - 1) && isPlain(formatsAt(this.#next, at - 1));
    return this.#formatsLeft !== null && isPlain(this.#formatsLeft);
  }

  /** Has Yjs look for the place from the start of the block, where that is known and plain. */
  #near(work: () => void): void {
    const item = this.#origin && markerItem(this.#origin.marker);
    if (item) searchingFrom(this.#text, item, this.#origin!.index, work);
    else work();
  }

  #keep(run: Run): void {
    const start = this.#at;
    for (let k = 0; k < run.length; ) {
      const block = this.#next.nodes[run.next + k];
      if (block?.isBlock) {
        rewriteMarker(this.#markers[this.#block]!, this.#old.nodes[run.old + k]!, block);
        this.#block++;
        this.#origin = null;
        k++;
      } else k = this.#keepInline(run, k, start);
    }
    this.#at = start + run.length;
  }

  /** Brings a stretch with one change of formats to its new formats; returns where it ends. */
  #keepInline(run: Run, k: number, start: number): number {
    const ends = [runEnd(this.#old, run.old + k, run.old + run.length) - run.old];
    ends.push(runEnd(this.#next, run.next + k, run.next + run.length) - run.next);
    let end = Math.min(...ends);
    const change = formatChange(formatsAt(this.#old, run.old + k), formatsAt(this.#next, run.next + k));
    if (!change) return end;
    // A pair cannot have one format on each half.
    const { codes } = this.#next;
    if (end < run.length && tearsPair(codes[run.next + end - 1]!, codes[run.next + end]!)) end++;
    this.#text.format(start + k, end - k, change);
    return end;
  }
}

function isPlain(formats: Formats): boolean {
  return Object.keys(formats).length === 0;
}

/** Changes the keys that tell the two blocks apart, and no other: what nobody here understands stays. */
export function rewriteMarker(marker: Y.Map<unknown>, old: Node, next: Node): void {
  if (old.sameMarkup(next)) return;
  const before = markerKeys(old);
  const after = markerKeys(next);
  for (const key of before.keys()) if (!after.has(key)) marker.delete(key);
  for (const [key, value] of after)
    if (!before.has(key) || !sameJson(before.get(key), value)) marker.set(key, value);
  if (old.type !== next.type)
    for (const key of staleKeys(next, (name) => marker.has(name))) marker.delete(key);
}

/**
 * Gives every block without a marker one, so that it can be edited. Done by the person who edits next, for
 * the blocks of `doc` in order; `markers` is completed in place.
 */
export function writeMissingMarkers(text: Y.Text, doc: Node, markers: (Y.Map<unknown> | null)[]): void {
  const implicit = markers.map((marker) => marker === null);
  // Backwards, so that the indexes of those before stay true.
  let position = doc.content.size;
  for (let i = markers.length - 1; i >= 0; i--) {
    position -= doc.child(i).nodeSize;
    if (!implicit[i]) continue;
    const marker = newMarker(doc.child(i));
    text.insertEmbed(indexOfPosition(doc, position, implicit), marker, { ...PLAIN });
    markers[i] = marker;
  }
}
