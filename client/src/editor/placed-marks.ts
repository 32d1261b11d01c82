import { PIECE_SEPARATOR } from '@assay/shared/anchoring';
import type { Node } from 'prosemirror-model';
import type { GroupWords, PlacedMark, PlacedMarks } from './article-editor.ts';
import { groupWordsOf } from './group-shape.ts';
import { coverOf, type IndexedMark, type MarkIndex, markById } from './mark-index.ts';
import { linearTextBetween } from './positions.ts';

interface Words {
  readonly text: string;
  readonly status: PlacedMark['status'];
}

function readWords({ mark, pieces }: IndexedMark, doc: Node): Words {
  const texts = (mark.group ? coverOf(pieces) : pieces).map((piece) => linearTextBetween(doc, piece));
  const text = texts.join(PIECE_SEPARATOR);
  if (pieces.length === 0) return { text, status: 'orphaned' };
  // Of the marks in a group each tells for itself whether its words have changed.
  if (mark.group) return { text, status: 'exact' };
  const whole = mark.ranges.every(({ quote }, range) => {
    const number = pieces.findIndex((piece) => piece.range === range);
    return number !== -1 && (quote === undefined || texts[number] === quote.exact);
  });
  return { text, status: whole ? 'exact' : 'changed' };
}

/** Words that were read, by the object that stands for them in the index. */
type KnownWords = WeakMap<object, Words>;

/** One mark of one version; its words are read when they are asked for. */
class LazyMark implements PlacedMark {
  constructor(
    private readonly one: IndexedMark,
    private readonly doc: Node,
    private readonly known: KnownWords,
  ) {}

  get id(): string {
    return this.one.mark.id;
  }

  get ranges(): PlacedMark['ranges'] {
    return this.one.mark.group ? coverOf(this.one.pieces) : this.one.pieces;
  }

  get group(): GroupWords | null {
    return groupWordsOf(this.one, this.doc);
  }

  get status(): PlacedMark['status'] {
    return this.words.status;
  }

  get text(): string {
    return this.words.text;
  }

  private get words(): Words {
    const words = this.known.get(this.one.words) ?? readWords(this.one, this.doc);
    this.known.set(this.one.words, words);
    return words;
  }
}

/** Reads an index as the page sees it, no more of it than is asked for. */
export function placedMarksReader(): (index: MarkIndex, doc: Node) => PlacedMarks {
  const known: KnownWords = new WeakMap();
  return (index, doc) => ({
    get(id) {
      const one = markById(index, id);
      return one && new LazyMark(one, doc, known);
    },
    has: (id) => index.numberOf.has(id),
    order: index.order,
    orphaned: index.orphaned,
  });
}
