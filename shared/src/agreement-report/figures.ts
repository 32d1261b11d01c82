import { alphaUnitizing, type Coefficient } from '@assay/shared/agreement';
import type { LabelId } from '@assay/shared/model';
import { type AnswerSheet, attributeFigures } from './attributes.ts';
import { heatOf } from './heat.ts';
import { confusionOf, meetingsOf, outcomesOf } from './outcomes.ts';
import { pairsOf } from './pairs.ts';
import { overlapsOf, type Prepared } from './prepare.ts';
import type {
  ArticleFigures,
  CoveredEstimate,
  Estimate,
  Figures,
  GammaFigures,
  LabelFigures,
} from './report.ts';
import { FAMILY, type FamilyName, lackOf, type Sums, sumOf } from './sums.ts';

/** What figures are computed from: articles, their labels, and the parts that resamples draw from. */
export interface Scope {
  readonly articles: readonly Prepared[];
  readonly labels: readonly LabelId[];
  readonly parts: readonly Sums[];
  readonly sheets: readonly AnswerSheet[];
}

type Interval = Estimate['interval'];

/** Intervals by what they are of; those not drawn yet are absent. */
export type Intervals = ReadonlyMap<string, Interval>;

/** The key of an interval: a coefficient of the family, with the number of its label if it has one, or of an attribute. */
export function keyOf(name: FamilyName | 'attribute', number = 0): string {
  return `${name} ${number}`;
}

export function figuresOf(scope: Scope, intervals: Intervals): Figures {
  const { articles, labels, parts, sheets } = scope;
  const sums = sumOf(parts, labels.length);
  const lack = lackOf(articles);
  const estimate = (name: FamilyName, label = 0): CoveredEstimate => {
    const { coefficient, coverage } = FAMILY[name](sums, labels.length, label);
    if (lack) return { coefficient: lack, coverage: 0, interval: lack };
    const drawn = intervals.get(keyOf(name, label)) ?? null;
    return { coefficient, coverage, interval: coefficient.kind === 'undefined' ? coefficient : drawn };
  };
  const meetings = articles.flatMap(meetingsOf);
  const overlaps = articles.map(overlapsOf);
  const [together, byLabel] = [plain(estimate('together')), plain(estimate('byLabel'))];
  return {
    reviewers: [...new Set(articles.flatMap(({ reviewers }) => reviewers))],
    counts: {
      marks: add(articles.map(({ marks }) => marks.size)),
      characters: add(articles.map(({ continuum }) => continuum.length)),
      leftOut: add(articles.map(({ leftOut }) => leftOut)),
      nested: add(overlaps.map(({ nested }) => nested)),
    },
    headline: isNested(together.coefficient)
      ? { method: 'label by label', ...byLabel }
      : { method: 'together', ...together },
    together,
    byLabel,
    passages: plain(estimate('passages')),
    coding: estimate('coding'),
    labels: labels.map(
      (label, i): LabelFigures => ({
        label,
        marks: add(articles.map((one) => one.continuum.units.filter((unit) => unit.label === label).length)),
        united: add(overlaps.map(({ united }) => united.get(label) ?? 0)),
        alpha: plain(estimate('labelAlpha', i)),
        coding: estimate('labelCoding', i),
        alphaU: null,
        outcomes: outcomesOf(meetings.filter((meeting) => meeting.label === label)),
      }),
    ),
    outcomes: outcomesOf(meetings),
    confusion: confusionOf(meetings, labels),
    pairs: pairsOf(articles),
    attributes: sheets.map((sheet, i) =>
      attributeFigures(sheet, intervals.get(keyOf('attribute', i)) ?? null),
    ),
  };
}

/** The figures of one article: those of its scope, and what makes sense of one text alone. */
export function articleFigures(
  scope: Scope,
  intervals: Intervals,
  gamma: GammaFigures | null,
): ArticleFigures {
  const [article] = scope.articles as [Prepared];
  const figures = figuresOf(scope, intervals);
  const unitizing = alphaUnitizing(article.continuum);
  return {
    ...figures,
    labels: figures.labels.map((one) => ({
      ...one,
      alphaU: unitizing.labels.get(one.label) ?? one.alpha.coefficient,
    })),
    alphaU: unitizing.overall,
    gamma,
    paragraphs: heatOf(article, scope.parts, scope.labels.length),
  };
}

function plain({ coefficient, interval }: CoveredEstimate): Estimate {
  return { coefficient, interval };
}

function isNested(coefficient: Coefficient): boolean {
  return coefficient.kind === 'undefined' && coefficient.reason === 'labels-overlap';
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
