/** A half-open range of offsets, `start` included and `end` not, in the unit of its continuum. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** One mark: who marked which ranges of the text as what. A discontinuous one has several ranges. */
export interface Unit {
  readonly coder: string;
  readonly label: string;
  readonly ranges: readonly Piece[];
}

/**
 * What several coders marked, each alone, in one text (Krippendorff 1995). Offsets are 0 … `length`, all in UTF-16 units
 * or all in code points. `coders` names everybody who read the text, also those who marked nothing.
 */
export interface Continuum {
  readonly length: number;
  readonly coders: readonly string[];
  readonly units: readonly Unit[];
  /** The version of the guidelines that were followed: continua of different ones are never pooled. */
  readonly guide?: string;
}

/** A maximal piece of one coder, of a label by its number. */
export interface Segment extends Piece {
  readonly label: number;
}

/** @throws RangeError on a range that is reversed or leaves the text, a coder named twice, or one that is not named. */
export function checkContinuum({ length, coders, units }: Continuum): void {
  if (!(length >= 0)) throw new RangeError(`a continuum cannot be ${length} long`);
  const known = new Set(coders);
  if (known.size !== coders.length) throw new RangeError('a coder is named twice');
  for (const { coder, ranges } of units) {
    if (!known.has(coder)) throw new RangeError(`${coder} is not among the coders`);
    for (const { start, end } of ranges)
      if (!(start >= 0 && start <= end && end <= length))
        throw new RangeError(`[${start}, ${end}) is not a range of 0 … ${length}`);
  }
}

/** The labels of the units, sorted. */
export function labelsOf(continuum: Continuum): string[] {
  return [...new Set(continuum.units.map((unit) => unit.label))].sort();
}

/** What these coders alone marked. */
export function onlyCoders(continuum: Continuum, coders: readonly string[]): Continuum {
  return { ...continuum, coders, units: continuum.units.filter((unit) => coders.includes(unit.coder)) };
}

/** Pieces sorted, with those that share a character made one. Pieces that only touch stay apart: they are two units. */
export function union<P extends Piece>(pieces: readonly P[]): P[] {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: P[] = [];
  for (const piece of sorted) {
    const last = merged.at(-1);
    if (last && piece.start < last.end)
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, piece.end) };
    else merged.push(piece);
  }
  return merged;
}

/**
 * The segments of each coder, in the order of `coders`, sorted by place. Units are taken by their pieces; pieces of one
 * coder and one label that share characters are united. `numberOf` gives a label's number; units of labels without one
 * are left out. Empty pieces are dropped.
 */
export function segmentsOf(
  { coders, units }: Continuum,
  numberOf: (label: string) => number | undefined,
): Segment[][] {
  const pieces = new Map(coders.map((coder) => [coder, new Map<number, Segment[]>()]));
  for (const { coder, label, ranges } of units) {
    const number = numberOf(label);
    if (number === undefined) continue;
    const byLabel = pieces.get(coder)!;
    const list = byLabel.get(number) ?? [];
    byLabel.set(number, list);
    for (const { start, end } of ranges) if (start < end) list.push({ start, end, label: number });
  }
  return coders.map((coder) =>
    [...pieces.get(coder)!.values()]
      .flatMap((list) => union(list))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

/** Whether segments of one coder (sorted by place) share characters: then they have different labels. */
export function overlaps(segments: readonly Segment[]): boolean {
  return segments.some((segment, i) => i > 0 && segment.start < segments[i - 1]!.end);
}

/**
 * The continuum with each coder's overlapping pieces thinned out: of pieces that share characters the earliest stays, of
 * those that start together the longest, as INCEpTION does. `skipped` counts the pieces left out: show it beside
 * whatever is computed from the rest.
 */
export function keepEarliestLongest(continuum: Continuum): { continuum: Continuum; skipped: number } {
  const units: Unit[] = [];
  let skipped = 0;
  for (const coder of continuum.coders) {
    const own = continuum.units.filter((unit) => unit.coder === coder);
    const pieces = own.flatMap(({ label, ranges }) => ranges.map((range) => ({ label, range })));
    pieces.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
    let end = 0;
    for (const { label, range } of pieces) {
      if (range.start < end) skipped++;
      else {
        units.push({ coder, label, ranges: [range] });
        end = range.end;
      }
    }
  }
  return { continuum: { ...continuum, units }, skipped };
}
