import { type Continuum, checkContinuum, overlaps, type Segment, segmentsOf } from './continuum.ts';

/**
 * The coincidences of a continuum's characters (Krippendorff et al. 2016; Krippendorff 2019, eq. 32), cut into blocks,
 * such as paragraphs, of which each is a flat vector. Vectors are sums: those of all blocks added up describe the whole
 * continuum exactly, those of several continua their pooled one, and those of blocks drawn with replacement a resample.
 *
 * With v = labels + 1 values, value 0 being the gap (irrelevant matter): v × v observed coincidences ℓ_ck in characters
 * (Σ = coders × length); then v sums of self-pairing S_c for the expected ones (eq. 33: Σ length² of units, Σ length of
 * gaps); then v of the same for pairable lengths (eq. 36). What a unit adds to S is shared among the blocks it crosses
 * by its length in each.
 */
export interface Coincidences {
  readonly labels: readonly string[];
  readonly blocks: readonly Float64Array[];
}

/** Where things stand in a vector for so many labels. */
export function layout(labels: number): { values: number; self: number; pairable: number; size: number } {
  const values = labels + 1;
  return {
    values,
    self: values * values,
    pairable: values * values + values,
    size: values * values + 2 * values,
  };
}

/**
 * The coincidences of the given labels (all others count as gaps), or of everything marked as one value where `labels` is
 * `'any'`, cut at `borders` (sorted offsets inside the text). `undefined` where a coder's units of two of the labels
 * overlap: the coefficients need one value per coder and character. Linear in units × coders.
 *
 * @throws RangeError on a broken continuum.
 */
export function coincidences(
  continuum: Continuum,
  labels: readonly string[] | 'any',
  borders: readonly number[] = [],
): Coincidences | undefined {
  checkContinuum(continuum);
  const numbers = labels === 'any' ? undefined : new Map(labels.map((label, i) => [label, i + 1]));
  const tracks = segmentsOf(continuum, numbers ? (label) => numbers.get(label) : () => 1);
  if (tracks.some(overlaps)) return undefined;
  const names = labels === 'any' ? ['any'] : labels;
  const shares = tracks.map((track) => new Float64Array(track.length));
  const factor = 1 / Math.max(1, continuum.coders.length - 1);
  sweep(continuum.length, tracks, [], (_, length, open, marked) => {
    for (let coder = 0; coder < open.length; coder++)
      if (open[coder]! >= 0) shares[coder]![open[coder]!]! += length * (marked - 1) * factor;
  });
  const blocks = Array.from(
    { length: borders.length + 1 },
    () => new Float64Array(layout(names.length).size),
  );
  sweep(continuum.length, tracks, borders, (block, length, open, marked) =>
    count(blocks[block]!, names.length, tracks, shares, length, open, marked),
  );
  return { labels: names, blocks };
}

/** Adds a stretch in which no coder's value changes. */
function count(
  vector: Float64Array,
  labels: number,
  tracks: readonly Segment[][],
  shares: readonly Float64Array[],
  length: number,
  open: Int32Array,
  marked: number,
): void {
  const { values, self, pairable } = layout(labels);
  const coders = open.length;
  const factor = length / Math.max(1, coders - 1);
  const tally = new Float64Array(values);
  for (let coder = 0; coder < coders; coder++) {
    const at = open[coder]!;
    if (at < 0) {
      tally[0]!++;
      vector[self]! += length;
      continue;
    }
    const { start, end, label } = tracks[coder]![at]!;
    tally[label]!++;
    vector[self + label]! += length * (end - start);
    vector[pairable + label]! += factor * (marked - 1) * shares[coder]![at]!;
  }
  for (let c = 0; c < values; c++)
    if (tally[c]) {
      for (let k = 0; k < values; k++)
        vector[c * values + k]! += factor * tally[c]! * (tally[k]! - (c === k ? 1 : 0));
    }
}

/**
 * Visits the stretches between one change and the next: the block it is in, its length, which segment of each coder
 * stands there (−1 for a gap), and how many coders have one.
 */
function sweep(
  length: number,
  tracks: readonly Segment[][],
  borders: readonly number[],
  visit: (block: number, length: number, open: Int32Array, marked: number) => void,
): void {
  const next = new Int32Array(tracks.length);
  const open = new Int32Array(tracks.length).fill(-1);
  let marked = 0;
  let block = 0;
  let position = 0;
  while (position < length) {
    let until = length;
    for (let coder = 0; coder < tracks.length; coder++) {
      const track = tracks[coder]!;
      if (open[coder]! >= 0 && track[open[coder]!]!.end <= position) {
        open[coder] = -1;
        marked--;
      }
      if (open[coder]! < 0 && next[coder]! < track.length && track[next[coder]!]!.start <= position) {
        open[coder] = next[coder]!++;
        marked++;
      }
      const change = open[coder]! >= 0 ? track[open[coder]!]!.end : (track[next[coder]!]?.start ?? length);
      if (change < until) until = change;
    }
    while (block < borders.length && borders[block]! <= position) block++;
    if (block < borders.length && borders[block]! < until) until = borders[block]!;
    visit(block, until - position, open, marked);
    position = until;
  }
}

/** The sum of vectors of one size. */
export function total(vectors: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i]! += vector[i]!;
  return sum;
}
