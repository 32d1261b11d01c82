import { type Continuum, checkContinuum, labelsOf, type Piece, segmentsOf } from './continuum.ts';
import { type Coefficient, figure, noFigure } from './result.ts';
import { lacking } from './u-alpha.ts';

/** A section of one coder's continuum for one label: a unit, or the gap between two. */
export interface Section extends Piece {
  readonly marked: boolean;
}

/** α_U of each label, and of all labels together. */
export interface AlphaUnitizing {
  readonly overall: Coefficient;
  readonly labels: ReadonlyMap<string, Coefficient>;
}

interface Disagreements {
  readonly observed: number;
  readonly expected: number;
  /** Every coder has one unit, and that is all of the text. */
  readonly everything: boolean;
}

/**
 * α_U (Krippendorff 1995, Sociological Methodology 25; 2004, ch. 11) label by label, each on a continuum of its own, so that
 * labels may overlap each other; a coder's pieces of one label that share characters are united. Disagreements are squared
 * characters per squared length of the continuum; overall it is 1 − Σ D_o / Σ D_e with the means over labels. `n` counts
 * characters times coders. Needs every unit with every gap, so it is no sum over paragraphs: it has no cheap resamples.
 *
 * @throws RangeError on a broken continuum.
 */
export function alphaUnitizing(continuum: Continuum): AlphaUnitizing {
  checkContinuum(continuum);
  const labels = labelsOf(continuum);
  const lack = lacking(continuum);
  if (lack) return { overall: lack, labels: new Map(labels.map((label) => [label, lack])) };
  const found = labels.map((label) => disagreements(continuum, label));
  const mean = {
    observed: found.reduce((sum, one) => sum + one.observed, 0) / found.length,
    expected: found.reduce((sum, one) => sum + one.expected, 0) / found.length,
    everything: found.every((one) => one.everything),
  };
  return {
    overall: coefficientOf(mean, continuum),
    labels: new Map(labels.map((label, i) => [label, coefficientOf(found[i]!, continuum)])),
  };
}

function coefficientOf({ observed, expected, everything }: Disagreements, continuum: Continuum): Coefficient {
  if (everything) return noFigure('everything-marked');
  return figure(observed, expected, continuum.coders.length * continuum.length);
}

function disagreements(continuum: Continuum, label: string): Disagreements {
  const { length, coders } = continuum;
  const sections = segmentsOf(continuum, (one) => (one === label ? 1 : undefined)).map((segments) =>
    sectionsOf(segments, length),
  );
  const everything = sections.every((own) => own.length === 1 && own[0]!.marked);
  let sum = 0;
  for (let i = 0; i < sections.length; i++)
    for (let j = i + 1; j < sections.length; j++) sum += distances(sections[i]!, sections[j]!);
  const observed = (2 * sum) / (coders.length * (coders.length - 1) * length * length);
  return { observed, expected: expectedDisagreement(sections, length), everything };
}

/** All of the continuum in sections: the units, and the gaps before, between and after them. */
function sectionsOf(units: readonly Piece[], length: number): Section[] {
  const sections: Section[] = [];
  let position = 0;
  for (const { start, end } of units) {
    if (start > position) sections.push({ start: position, end: start, marked: false });
    sections.push({ start, end, marked: true });
    position = end;
  }
  if (position < length) sections.push({ start: position, end: length, marked: false });
  return sections;
}

/**
 * δ² of two sections of two coders (1995; 2004, p. 254), in squared characters: of two units that meet, the squared
 * differences of their starts and of their ends; of a unit inside a gap, its squared length; else 0.
 */
export function sectionDistance(a: Section, b: Section): number {
  if (a.marked && b.marked)
    return a.start < b.end && b.start < a.end ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0;
  if (a.marked) return b.start <= a.start && a.end <= b.end ? (a.end - a.start) ** 2 : 0;
  if (b.marked) return a.start <= b.start && b.end <= a.end ? (b.end - b.start) ** 2 : 0;
  return 0;
}

/** The sum of the distances of all sections that share characters, in one walk. */
function distances(a: readonly Section[], b: readonly Section[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    sum += sectionDistance(a[i]!, b[j]!);
    const end = Math.min(a[i]!.end, b[j]!.end);
    if (a[i]!.end === end) i++;
    if (b[j]!.end === end) j++;
  }
  return sum;
}

/**
 * D_e (2004, p. 254): 2/L · Σ over units of [(N_u − 1)/3 · (2l³ − 3l² + l) + l² · Σ over gaps as long or longer of (gap − l + 1)],
 * over mL(mL − 1) − Σ l(l − 1).
 */
function expectedDisagreement(sections: readonly Section[][], length: number): number {
  const sizes = (marked: boolean) =>
    sections.flatMap((own) => own.filter((one) => one.marked === marked).map((one) => one.end - one.start));
  const units = sizes(true).sort((a, b) => b - a);
  const gaps = sizes(false).sort((a, b) => b - a);
  let sum = 0;
  let self = 0;
  let longer = 0;
  let lengths = 0;
  for (const l of units) {
    while (longer < gaps.length && gaps[longer]! >= l) lengths += gaps[longer++]!;
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l * l * (lengths - longer * (l - 1));
    self += l * (l - 1);
  }
  const pool = sections.length * length;
  return ((2 / length) * sum) / (pool * (pool - 1) - self);
}
