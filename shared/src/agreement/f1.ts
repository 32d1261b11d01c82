import { type Continuum, checkContinuum, labelsOf, type Piece, type Unit, union } from './continuum.ts';
import { spanKey } from './exact-spans.ts';
import { type NoFigure, noFigure } from './result.ts';

/**
 * F1 = 2 · shared / (`first` + `second`), 0 … 1, and what it is made of: numbers of marks, or of characters. The same
 * whichever of the two is taken for the truth; precision and recall are shared / second and shared / first.
 */
export interface F1 {
  readonly kind: 'figure';
  readonly value: number;
  readonly shared: number;
  readonly first: number;
  readonly second: number;
}

/** How two coders' marks of one label (`null`: of any) match. */
export interface PairwiseF1 {
  readonly first: string;
  readonly second: string;
  readonly label: string | null;
  /** Marks of exactly the same ranges. */
  readonly exact: F1 | NoFigure;
  /** Marks that share at least half of the characters of the longer of the two, each matched with one at most. */
  readonly half: F1 | NoFigure;
  /** Characters marked. */
  readonly characters: F1 | NoFigure;
}

/**
 * F1 of every pair of coders, in the order of `coders`, for all labels together (`null`) and for each: the cells of a matrix.
 * A pair of which nobody gave the label has none (`nothing-marked`). F1 is not corrected for chance.
 *
 * @throws RangeError on a broken continuum.
 */
export function pairwiseF1(continuum: Continuum): PairwiseF1[] {
  checkContinuum(continuum);
  const { coders, units } = continuum;
  const cells: PairwiseF1[] = [];
  for (const label of [null, ...labelsOf(continuum)]) {
    const marks = coders.map((coder) =>
      marksOf(units.filter((unit) => unit.coder === coder && (label === null || unit.label === label))),
    );
    for (let a = 0; a < coders.length; a++)
      for (let b = a + 1; b < coders.length; b++)
        cells.push({ first: coders[a]!, second: coders[b]!, label, ...compared(marks[a]!, marks[b]!) });
  }
  return cells;
}

interface Mark extends Piece {
  readonly key: string;
  readonly pieces: readonly Piece[];
  readonly size: number;
}

interface Marks {
  readonly list: readonly Mark[];
  readonly pieces: readonly Piece[];
  readonly size: number;
}

function marksOf(units: readonly Unit[]): Marks {
  const list = units
    .map((unit) => {
      const pieces = union(unit.ranges.filter(({ start, end }) => start < end));
      const [start, end] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];
      return { key: spanKey(unit), pieces, size: sizeOf(pieces), start, end };
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces = union(list.flatMap((mark) => mark.pieces));
  return { list, pieces, size: sizeOf(pieces) };
}

function compared(a: Marks, b: Marks): Pick<PairwiseF1, 'exact' | 'half' | 'characters'> {
  return {
    exact: f1(equalMarks(a.list, b.list), a.list.length, b.list.length),
    half: f1(matchedMarks(a.list, b.list), a.list.length, b.list.length),
    characters: f1(sharedCharacters(a.pieces, b.pieces), a.size, b.size),
  };
}

/** The F1 of these counts; without any there is none. */
export function f1(shared: number, first: number, second: number): F1 | NoFigure {
  if (first + second === 0) return noFigure('nothing-marked');
  return { kind: 'figure', value: (2 * shared) / (first + second), shared, first, second };
}

function sizeOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { start, end }) => sum + end - start, 0);
}

function equalMarks(a: readonly Mark[], b: readonly Mark[]): number {
  const left = new Map<string, number>();
  for (const { key } of a) left.set(key, (left.get(key) ?? 0) + 1);
  let equal = 0;
  for (const { key } of b) {
    const count = left.get(key) ?? 0;
    if (count > 0) equal++;
    left.set(key, count - 1);
  }
  return equal;
}

function sharedCharacters(a: readonly Piece[], b: readonly Piece[]): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    shared += Math.max(0, Math.min(a[i]!.end, b[j]!.end) - Math.max(a[i]!.start, b[j]!.start));
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return shared;
}

/** The largest number of pairs that share half of the longer mark (maximum matching by augmenting paths). */
function matchedMarks(a: readonly Mark[], b: readonly Mark[]): number {
  const candidates = candidatesOf(a, b);
  const partner = new Int32Array(b.length).fill(-1);
  const augment = (i: number, seen: Set<number>): boolean =>
    candidates[i]!.some((j) => {
      if (seen.has(j)) return false;
      seen.add(j);
      if (partner[j]! >= 0 && !augment(partner[j]!, seen)) return false;
      partner[j] = i;
      return true;
    });
  return a.reduce((matched, _, i) => matched + (augment(i, new Set()) ? 1 : 0), 0);
}

function candidatesOf(a: readonly Mark[], b: readonly Mark[]): number[][] {
  const reach: number[] = [];
  let furthest = 0;
  for (const { end } of b) {
    furthest = Math.max(furthest, end);
    reach.push(furthest);
  }
  let from = 0;
  return a.map((mark) => {
    while (from < b.length && reach[from]! <= mark.start) from++;
    const found: number[] = [];
    for (let j = from; j < b.length && b[j]!.start < mark.end; j++) {
      const longer = Math.max(mark.size, b[j]!.size);
      if (2 * Math.min(mark.size, b[j]!.size) < longer) continue;
      if (2 * sharedCharacters(mark.pieces, b[j]!.pieces) >= longer) found.push(j);
    }
    return found;
  });
}

/**
 * F1 of characters from a sum of the coincidences of one label, or of `'any'`, of two coders alone (see `onlyCoders`): for its
 * resamples, as `Bootstrap` draws them.
 */
export function charactersF1(
  sum: Float64Array,
): { readonly kind: 'figure'; readonly value: number } | NoFigure {
  const [apart, both] = [sum[2]!, sum[3]!];
  return apart + both === 0 ? noFigure('nothing-marked') : { kind: 'figure', value: both / (apart + both) };
}
