import { PIECE_SEPARATOR } from '@assay/shared/anchoring';
import type { Node } from 'prosemirror-model';
import type { PlacedMark } from './article-editor.ts';
import type { IndexedMark, MarkIndex } from './mark-index.ts';
import { linearTextBetween } from './positions.ts';

interface Words {
  readonly text: string;
  readonly status: PlacedMark['status'];
}

function wordsOf({ mark, pieces }: IndexedMark, doc: Node): Words {
  const texts = pieces.map((piece) => linearTextBetween(doc, piece));
  const text = texts.join(PIECE_SEPARATOR);
  if (pieces.length === 0) return { text, status: 'orphaned' };
  const whole = mark.ranges.every(({ quote }, range) => {
    const number = pieces.findIndex((piece) => piece.range === range);
    return number !== -1 && (quote === undefined || texts[number] === quote.exact);
  });
  return { text, status: whole ? 'exact' : 'changed' };
}

/** Makes the picture of an index that the page reads. Words are read only of marks whose words may have changed. */
export function placedMarksReader(): (index: MarkIndex, doc: Node) => ReadonlyMap<string, PlacedMark> {
  const words = new WeakMap<object, Words>();
  const pictures = new WeakMap<IndexedMark, PlacedMark>();
  const picture = (one: IndexedMark, doc: Node): PlacedMark => {
    const read = words.get(one.words) ?? wordsOf(one, doc);
    words.set(one.words, read);
    return { id: one.mark.id, ranges: one.pieces, status: read.status, text: read.text };
  };
  return (index, doc) => {
    const placed = new Map<string, PlacedMark>();
    for (const one of index.marks) {
      const seen = pictures.get(one) ?? picture(one, doc);
      pictures.set(one, seen);
      placed.set(one.mark.id, seen);
    }
    return placed;
  };
}
