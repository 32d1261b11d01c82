import { type Continuum, segmentsOf } from '@assay/shared/agreement';
import { groupMarks, type MarkGroup } from '@assay/shared/grouping';
import type { FrozenMark, FrozenMarks, GuideLabel, LabelId, PersonId } from '@assay/shared/model';

/** Frozen marks with the linear text they count in, if it is at hand: then noise at the edges of marks is not compared. */
export interface MarkedArticle {
  readonly frozen: FrozenMarks;
  readonly text?: string | undefined;
}

/** What is needed of a label of the guide. */
export type ReportLabel = Pick<GuideLabel, 'id' | 'attributes' | 'retired'>;

/** An article made ready: in an order of its own, so that no figure depends on the order in which things came. */
export interface Prepared {
  readonly reviewers: readonly PersonId[];
  readonly text: string;
  readonly frozen: FrozenMarks;
  readonly marks: ReadonlyMap<string, FrozenMark>;
  readonly continuum: Continuum;
  readonly borders: readonly number[];
  readonly groups: readonly MarkGroup[];
  readonly leftOut: number;
}

/** A character that grouping takes for a word, wherever it stands. */
const UNKNOWN = 'x';

/** @throws RangeError on a text of another length than the one that was marked, or a mark outside it. */
export function prepare({ frozen, text }: MarkedArticle): Prepared {
  const { length, paragraphs } = frozen.text;
  if (text !== undefined && text.length !== length)
    throw new RangeError(`The text has ${text.length} units; ${length} were marked.`);
  const reviewers = [...new Set(frozen.reviewers)];
  const counted = frozen.marks.filter(
    ({ creator, ranges }) => reviewers.includes(creator) && ranges.some(({ start, end }) => start < end),
  );
  const marks = counted.toSorted(inOneOrder);
  const words = text ?? UNKNOWN.repeat(length);
  const grouped = marks.map(({ id, creator, label, ranges }) => ({ id, reviewer: creator, label, ranges }));
  return {
    reviewers,
    text: words,
    frozen,
    marks: new Map(marks.map((mark) => [mark.id, mark])),
    continuum: {
      length,
      coders: reviewers.toSorted(),
      units: marks.map(({ creator, label, ranges }) => ({ coder: creator, label, ranges })),
    },
    borders: paragraphs.slice(1).map(({ start }) => start),
    groups: groupMarks(grouped, words, { reviewers: reviewers.toSorted() }).groups,
    leftOut: frozen.marks.length - marks.length,
  };
}

function inOneOrder(a: FrozenMark, b: FrozenMark): number {
  const [left, right] = [a.ranges[0]!, b.ranges[0]!];
  return left.start - right.start || left.end - right.end || (a.id < b.id ? -1 : 1);
}

/** The labels to report on: those of the guide that are in use or were given, then others that were given, by id. */
export function labelsFor(articles: readonly Prepared[], guide: readonly ReportLabel[]): LabelId[] {
  const given = new Set(articles.flatMap(({ continuum }) => continuum.units.map(({ label }) => label)));
  const known = guide.filter(({ id, retired }) => !retired || given.has(id)).map(({ id }) => id);
  return [...known, ...[...given].filter((label) => !guide.some(({ id }) => id === label)).toSorted()];
}

/** Marks that share characters with another mark of the same reviewer: of the same label, by label, and of another one. */
export function overlapsOf({ continuum }: Prepared): {
  readonly nested: number;
  readonly united: ReadonlyMap<LabelId, number>;
} {
  let nested = 0;
  const united = new Map<LabelId, number>();
  for (const coder of continuum.coders) {
    const own = continuum.units.filter((unit) => unit.coder === coder);
    const labels = [...new Set(own.map(({ label }) => label))];
    const covered = labels.map(
      (label) => segmentsOf({ ...continuum, coders: [coder], units: own }, only(label))[0]!,
    );
    for (const [i, unit] of own.entries()) {
      const meets = (pieces: readonly { start: number; end: number }[]) =>
        unit.ranges.some((range) =>
          pieces.some((piece) => piece.start < range.end && range.start < piece.end),
        );
      if (labels.some((label, at) => label !== unit.label && meets(covered[at]!))) nested++;
      if (own.some((other, j) => i !== j && other.label === unit.label && meets(other.ranges)))
        united.set(unit.label, (united.get(unit.label) ?? 0) + 1);
    }
  }
  return { nested, united };
}

function only(label: LabelId): (other: string) => number | undefined {
  return (other) => (other === label ? 1 : undefined);
}
