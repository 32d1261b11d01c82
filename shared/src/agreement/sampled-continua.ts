import type { LabelledPiece } from './dissimilarity.ts';

/** How continua of chance are made. */
export type SamplerName = 'shuffled' | 'statistical';

type Units = readonly (readonly LabelledPiece[])[];

/** Continua as chance would make them from this one, always the same for the same random numbers. */
export function samplerOf(
  name: SamplerName,
  units: Units,
  length: number,
  random: () => number,
): () => Units {
  return name === 'shuffled' ? shuffled(units, length, random) : statistical(units, random);
}

/**
 * Mathet et al. 2015, § 5.2: each coder of chance is one of the coders, picked at random, with the continuum cut at a random
 * place and its two parts swapped. Cuts are kept half a mean unit apart, so that no two coders of chance agree by being one.
 */
function shuffled(units: Units, length: number, random: () => number): () => Units {
  const all = units.flat();
  const apart = all.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, all.length) / 2;
  return () => {
    const cuts: number[] = [];
    return units.map(() => {
      const cut = cutFar(cuts, apart, length, random);
      cuts.push(cut);
      const own = units[Math.floor(random() * units.length)]!;
      return own.map(({ start, end, label }) => {
        const moved = start + cut >= length ? cut - length : cut;
        return { start: start + moved, end: end + moved, label };
      });
    });
  };
}

function cutFar(cuts: readonly number[], apart: number, length: number, random: () => number): number {
  const tries = 100;
  for (let i = 0; i < tries; i++) {
    const cut = Math.floor(random() * length);
    if (cuts.every((other) => Math.abs(other - cut) >= apart)) return cut;
  }
  return Math.floor(random() * length);
}

/**
 * Titeux & Riad 2021 (pygamma-agreement): each coder of chance has units one after the other, whose number, gaps and lengths are
 * normal with the mean and deviation of those that were marked, and whose labels are as frequent.
 */
function statistical(units: Units, random: () => number): () => Units {
  const all = units.flat();
  const count = momentsOf(units.map((own) => own.length));
  const length = momentsOf(all.map(({ start, end }) => end - start));
  const gap = momentsOf(units.flatMap(gapsOf));
  const normal = ({ mean, deviation }: Moments) => mean + deviation * normalOf(random);
  return () =>
    units.map(() => {
      const own: LabelledPiece[] = [];
      const number = Math.max(1, Math.trunc(normal(count)));
      for (let position = 0; own.length < number; ) {
        const start = position + normal(gap);
        const end = start + Math.abs(normal(length));
        own.push({ start, end, label: all[Math.floor(random() * all.length)]!.label });
        position = end;
      }
      return own;
    });
}

/** The gaps between a coder's units, and the one before the first. */
function gapsOf(units: readonly LabelledPiece[]): number[] {
  const sorted = [...units].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.map(({ start }, i) => start - (sorted[i - 1]?.end ?? 0)).filter((gap, i) => i > 0 || gap > 0);
}

interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and (population) standard deviation; 0 of nothing. */
export function momentsOf(values: readonly number[]): Moments {
  if (!values.length) return { mean: 0, deviation: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** A standard normal number (Box & Muller 1958). */
function normalOf(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
