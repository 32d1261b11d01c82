import type { Annotation, Label, Target, TextRange } from '@assay/shared/model';
import type { ArticleExport, ExportedThread, Standing } from './export-article.ts';

/** How a thread on a passage without a label is drawn. */
const PASSAGE: Label = {
  id: 'passage',
  name: 'Passage',
  key: '',
  letter: 'P',
  hue: 'grey',
  line: 'dotted',
  question: '',
};

/** A mark, or a passage under discussion, as the page shows it: numbered in reading order. */
export interface NumberedMark {
  /** From 1, first those that stand in the text, in reading order, then the orphans. */
  readonly number: number;
  readonly label: Label;
  readonly target: Target;
  readonly standing: Standing;
  /** Null for a passage without a label. */
  readonly annotation: Annotation | null;
  readonly thread: ExportedThread | null;
  /** Which of the parallel lines under the text is its own, 0 being nearest to the text. */
  readonly lane: number;
}

/** More lines than this do not fit between two lines of text; they share. */
const LANES = 5;

/** What is not withdrawn and has, or had, a place in the text. */
export function numberedMarks(input: ArticleExport): readonly NumberedMark[] {
  const unnumbered = [...markedByLabel(input), ...passages(input)];
  const standing = unnumbered.filter((mark) => mark.standing.ranges.length > 0).sort(inReadingOrder);
  const orphaned = unnumbered.filter((mark) => mark.standing.ranges.length === 0);
  const lanes = lanesOf(standing);
  return [...standing, ...orphaned].map((mark, i) => ({
    ...mark,
    number: i + 1,
    lane: (lanes.get(mark) ?? 0) % LANES,
  }));
}

type Unnumbered = Omit<NumberedMark, 'number' | 'lane'>;

function markedByLabel({ annotations, threads, labels }: ArticleExport): Unnumbered[] {
  const named = new Map(labels.map((label) => [label.id, label]));
  const talk = new Map<string, ExportedThread>(threads.map((one) => [one.thread.id, one]));
  return annotations
    .filter(({ annotation }) => annotation.status === 'active')
    .map(({ annotation, standing }) => ({
      label: named.get(annotation.label) ?? unknownLabel(annotation.label),
      target: annotation.target,
      standing,
      annotation,
      thread: talk.get(annotation.id) ?? null,
    }));
}

/** A label that the guide does not have any more is drawn plainly under its own id. */
function unknownLabel(id: string): Label {
  return { ...PASSAGE, id, name: id, letter: id.slice(0, 1).toUpperCase(), line: 'wavy' };
}

function passages({ threads }: ArticleExport): Unnumbered[] {
  return threads.flatMap((thread) => {
    const { subject } = thread.thread;
    if (subject.on !== 'passage' || !thread.standing) return [];
    return [{ label: PASSAGE, target: subject.target, standing: thread.standing, annotation: null, thread }];
  });
}

/** By where they begin; of those that begin together, the longest first. Otherwise they keep the order of creation. */
function inReadingOrder(a: Unnumbered, b: Unnumbered): number {
  const [one, other] = [hull(a), hull(b)];
  return one.start - other.start || other.end - one.end;
}

function hull({ standing: { ranges } }: Unnumbered): TextRange {
  return { start: ranges[0]!.start, end: ranges.at(-1)!.end };
}

/** No two marks that share words have the same line, and of two that do the shorter one has the nearer. */
function lanesOf(marks: readonly Unnumbered[]): ReadonlyMap<Unnumbered, number> {
  const lanes: Lane[] = [];
  const found = new Map<Unnumbered, number>();
  for (const mark of [...marks].sort((a, b) => length(a) - length(b))) {
    const { ranges } = mark.standing;
    let lane = lanes.findIndex((one) => ranges.every((range) => one.isFree(range)));
    if (lane < 0) lane = lanes.push(new Lane()) - 1;
    for (const range of ranges) lanes[lane]!.take(range);
    found.set(mark, lane);
  }
  return found;
}

function length({ standing: { ranges } }: Unnumbered): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The ranges drawn on one line, of which none meet, in order. */
class Lane {
  private readonly ranges: TextRange[] = [];

  isFree(range: TextRange): boolean {
    const next = this.ranges[this.placeOf(range)];
    return !next || next.start >= range.end;
  }

  take(range: TextRange): void {
    this.ranges.splice(this.placeOf(range), 0, range);
  }

  /** Of the first range that ends after this one starts. */
  private placeOf({ start }: TextRange): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ranges[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
