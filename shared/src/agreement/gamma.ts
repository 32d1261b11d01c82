import { type Alignment, bestAlignment } from './alignment.ts';
import { type Continuum, checkContinuum } from './continuum.ts';
import type { GammaWeights, LabelledPiece } from './dissimilarity.ts';
import { randomOf } from './random.ts';
import { type Coefficient, figure, type NoFigure, noFigure } from './result.ts';
import { momentsOf, type SamplerName, samplerOf } from './sampled-continua.ts';
import { lacking } from './u-alpha.ts';

export interface GammaOptions extends GammaWeights {
  /** Default: `shuffled`, as the paper has it. */
  readonly sampler?: SamplerName;
  readonly seed?: number;
}

export interface Gamma {
  /** Observed and expected are disorders; `n` counts units (pieces of marks). */
  readonly coefficient: Coefficient;
  readonly alignment: Alignment;
  /** Whether the observed and all sampled disorders are proven to be the least. */
  readonly exact: boolean;
  readonly samples: number;
  /** Samples that put the expected disorder within 2 % of its mean with 95 % confidence (2015). */
  readonly samplesNeeded: number;
}

const PRECISION = 0.02;
const CONFIDENCE = 1.96;

/**
 * γ (Mathet, Widlöcher & Métivier 2015, Computational Linguistics 41(3)): 1 − observed / expected disorder of the best alignment.
 * Units may overlap as they like; those of several pieces count by their pieces. Chance is drawn sample by sample, so that a page
 * can draw a few between frames, or a worker where there are many marks (a sample of 1,800 takes about 0.1 s); the same seed gives the same samples.
 *
 * @throws RangeError on a broken continuum.
 */
export class GammaEstimate {
  readonly alignment: Alignment;
  private readonly count: number;
  private readonly lack: NoFigure | undefined;
  private readonly disorders: number[] = [];
  private readonly sample: () => Alignment;
  private exact: boolean;

  constructor(continuum: Continuum, { sampler = 'shuffled', seed = 1, ...weights }: GammaOptions = {}) {
    checkContinuum(continuum);
    const units = piecesOf(continuum);
    this.lack = lackOf(continuum, units);
    this.count = units.reduce((sum, own) => sum + own.length, 0);
    this.alignment = bestAlignment(this.lack ? [] : units, weights);
    this.exact = this.alignment.exact;
    const draw = samplerOf(sampler, units, continuum.length, randomOf(seed));
    this.sample = () => bestAlignment(draw(), weights);
  }

  draw(times: number): void {
    if (this.lack) return;
    for (let i = 0; i < times; i++) {
      const { disorder, exact } = this.sample();
      this.disorders.push(disorder);
      this.exact &&= exact;
    }
  }

  result(): Gamma {
    const { mean, deviation } = momentsOf(this.disorders);
    const samplesNeeded = mean > 0 ? Math.ceil(((deviation / mean) * (CONFIDENCE / PRECISION)) ** 2) : 0;
    const { alignment, exact } = this;
    return {
      coefficient: this.coefficient(mean),
      alignment,
      exact,
      samples: this.disorders.length,
      samplesNeeded,
    };
  }

  private coefficient(expected: number): Coefficient {
    if (this.lack) return this.lack;
    if (!this.disorders.length) return noFigure('too-few-draws');
    if (expected === 0) return noFigure('no-disorder-expected');
    return figure(this.alignment.disorder, expected, this.count);
  }
}

/** γ from so many samples at once: 30 are few; see `samplesNeeded`. */
export function gamma(
  continuum: Continuum,
  options: GammaOptions & { readonly samples?: number } = {},
): Gamma {
  const { samples = 30, ...rest } = options;
  const estimate = new GammaEstimate(continuum, rest);
  estimate.draw(samples);
  return estimate.result();
}

/** Each coder's pieces, sorted by place. */
export function piecesOf({ coders, units }: Continuum): LabelledPiece[][] {
  return coders.map((coder) =>
    units
      .filter((unit) => unit.coder === coder)
      .flatMap(({ label, ranges }) => ranges.map(({ start, end }) => ({ start, end, label })))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

function lackOf(continuum: Continuum, units: readonly (readonly LabelledPiece[])[]): NoFigure | undefined {
  const whole = (own: readonly LabelledPiece[]) =>
    own.length === 1 &&
    own[0]!.end - own[0]!.start === continuum.length &&
    own[0]!.label === units[0]![0]!.label;
  return lacking(continuum) ?? (units.every(whole) ? noFigure('everything-marked') : undefined);
}
