import { commonRuns, type SearchedText } from './common-runs.ts';

/** `length` units that arrived, at `arrived` among the words of their stretch, are those at `lost` in stretch `from`. */
export interface Recognised<Stretch extends LostStretch = LostStretch> {
  readonly arrived: number;
  readonly from: Stretch;
  readonly lost: number;
  readonly length: number;
}

/** Lost words that stood side by side. */
export interface LostStretch {
  readonly text: string;
  readonly searched: SearchedText;
  /** Whether these units were deleted together, and none next to them with them. */
  wasCut(from: number, to: number): boolean;
  /** Where a unit stands that is all that the latest update took here, or all that was lost before it; -1 when nowhere. */
  placeOf(unit: string): number;
}

/** How what arrived lies to what was lost. */
export interface Circumstances<Stretch extends LostStretch> {
  /** Nothing shows between the two, or one update took the words and brought these. */
  readonly near: boolean;
  /** Whether what was recognised is all that was lost in one go. */
  readonly isAll?: (recognised: readonly Recognised<Stretch>[]) => boolean;
}

/** So many units in a row are recognised wherever they are. */
export const TELLING_LENGTH = 12;
/** Fewer are recognised together with others of that length, when nothing unknown came with them. */
const TELLING_RUN = 4;

/**
 * Which of the words that arrived were lost: the same, in the same order, beyond doubt. Of the same words in several
 * stretches the first is meant.
 */
export function recognise<Stretch extends LostStretch>(
  arrived: string,
  lost: readonly Stretch[],
  circumstances: Circumstances<Stretch>,
): readonly Recognised<Stretch>[] {
  if (arrived.length === 1) return circumstances.near ? recogniseUnit(arrived, lost) : [];
  const searched = lost.map((stretch) => stretch.searched);
  const runs = commonRuns(arrived, searched).map(({ at, other, there, length }) => ({
    arrived: at,
    from: lost[other]!,
    lost: there,
    length,
  }));
  return isBeyondDoubt(runs, arrived, circumstances)
    ? runs
    : runs.filter(({ length }) => length >= TELLING_LENGTH);
}

/** Where more is lost than one unit, that unit may well be the first of other words that are typed there. */
function recogniseUnit<Stretch extends LostStretch>(
  unit: string,
  lost: readonly Stretch[],
): Recognised<Stretch>[] {
  for (const from of lost) {
    const place = from.placeOf(unit);
    if (place >= 0) return [{ arrived: 0, from, lost: place, length: 1 }];
  }
  return [];
}

/** How many units these are. */
export function sizeOf(recognised: readonly Recognised[]): number {
  return recognised.reduce((sum, { length }) => sum + length, 0);
}

function isBeyondDoubt<Stretch extends LostStretch>(
  runs: readonly Recognised<Stretch>[],
  arrived: string,
  { near, isAll }: Circumstances<Stretch>,
): boolean {
  if (runs.length === 0) return false;
  const covered = sizeOf(runs);
  if (near) return covered * 5 >= arrived.length * 4 && (covered >= TELLING_LENGTH || runs.every(isTelling));
  if (covered < arrived.length) return false;
  return isAll?.(runs) || runs.every(isCut) || (covered >= TELLING_LENGTH && runs.every(isTelling));
}

function isTelling(run: Recognised): boolean {
  return run.length >= TELLING_RUN || isCut(run);
}

function isCut({ from, lost, length }: Recognised): boolean {
  return from.wasCut(lost, lost + length);
}
