import { Bootstrap, GammaEstimate, noFigure } from '@assay/shared/agreement';
import { answerParts, answerSheets } from './attributes.ts';
import { articleFigures, figuresOf, type Intervals, keyOf, type Scope } from './figures.ts';
import { labelsFor, type MarkedArticle, type Prepared, prepare, type ReportLabel } from './prepare.ts';
import type { AgreementReport, ArticleFigures, Estimate, Figures, GammaFigures } from './report.ts';
import { FAMILY, type FamilyName, lackOf, SOURCE, type Sums, sumOf, sumsByParagraph } from './sums.ts';

export interface ReportOptions {
  /** The same seed gives the same report. */
  readonly seed?: number;
  /** Resamples for each interval. */
  readonly draws?: number;
  /** Samples of chance for γ, at least; more are drawn where these leave it uncertain, up to four times as many. */
  readonly samples?: number;
}

/** A report as far as it is, and how much of the work is done: of as much as is known to be needed. */
export interface ReportStep {
  readonly report: AgreementReport;
  readonly done: number;
  readonly of: number;
}

const SETTINGS: Required<ReportOptions> = { seed: 1, draws: 1000, samples: 30 };

/** The report on the agreement about marks, whole. See `agreementSteps`. */
export function agreementReport(
  articles: readonly MarkedArticle[],
  guide: readonly ReportLabel[],
  options: ReportOptions = {},
): AgreementReport {
  let report: AgreementReport | undefined;
  for (const step of agreementSteps(articles, guide, options)) report = step.report;
  return report!;
}

/**
 * The report step by step, so that a worker can show what it has and be told to stop: first every figure without intervals
 * and γ, then, with new reports, intervals and γ. Between them come steps with the report as it was. All articles were marked
 * after one version of the guide, `guide`. Order of reviewers, marks: of no influence.
 *
 * @throws RangeError on no article, on marks outside their text, and on a text that is not the one that was marked.
 */
export function* agreementSteps(
  articles: readonly MarkedArticle[],
  guide: readonly ReportLabel[],
  options: ReportOptions = {},
): Generator<ReportStep, void, void> {
  if (articles.length === 0) throw new RangeError('There is no article to report on.');
  const work = new Work(articles.map(prepare), guide, { ...SETTINGS, ...options });
  yield work.step();
  for (let scope = 0; scope < work.scopes.length; scope++) yield* work.drawIntervals(scope);
  for (let article = 0; article < articles.length; article++) yield* work.drawGamma(article);
}

/** What has been computed of a report. */
class Work {
  /** Of each article, then, where there are several, of all of them. */
  readonly scopes: readonly Scope[];
  private readonly intervals: Intervals[];
  private readonly gammas: (GammaFigures | null)[];
  private report: AgreementReport;
  private done = 1;
  private of: number;

  constructor(
    private readonly prepared: readonly Prepared[],
    guide: readonly ReportLabel[],
    private readonly settings: Required<ReportOptions>,
  ) {
    this.scopes = scopesOf(prepared, guide);
    this.intervals = this.scopes.map(() => new Map());
    this.gammas = prepared.map(() => null);
    this.of = 1 + this.scopes.length + prepared.length * settings.samples;
    const articles = prepared.map((_, i) => this.articleAt(i));
    this.report = { articles, pooled: this.pooledOf(articles) };
  }

  step(): ReportStep {
    return { report: this.report, done: this.done, of: this.of };
  }

  *drawIntervals(at: number): Generator<ReportStep, void, void> {
    const scope = this.scopes[at]!;
    const found = new Map<string, Estimate['interval']>();
    for (const task of lackOf(scope.articles) ? [] : tasksOf(scope)) {
      found.set(task.key, this.intervalOf(task));
      yield this.step();
    }
    this.intervals[at] = found;
    this.done++;
    yield this.renewed(at);
  }

  private intervalOf({ parts, evaluate }: Task): Estimate['interval'] {
    if (!parts) return noFigure('too-many-values');
    const bootstrap = new Bootstrap(parts, evaluate, this.settings.seed);
    bootstrap.draw(this.settings.draws);
    return bootstrap.interval();
  }

  *drawGamma(at: number): Generator<ReportStep, void, void> {
    const { samples, seed } = this.settings;
    const estimate = new GammaEstimate(this.prepared[at]!.continuum, { seed });
    let needed = samples;
    for (let drawn = 1; drawn <= needed; drawn++) {
      estimate.draw(1);
      this.done++;
      if (drawn === samples) {
        needed = Math.min(Math.max(samples, estimate.result().samplesNeeded), 4 * samples);
        this.of += needed - samples;
      }
      yield this.step();
    }
    const { coefficient, exact, samples: drawn, samplesNeeded } = estimate.result();
    this.gammas[at] = { coefficient, exact, samples: drawn, samplesNeeded };
    yield this.renewed(at);
  }

  /** With the figures of one scope computed anew; the other ones stay the same objects. */
  private renewed(at: number): ReportStep {
    const { articles } = this.report;
    const next = at < articles.length ? articles.with(at, this.articleAt(at)) : articles;
    const isPooledTouched = articles.length === 1 || at === articles.length;
    this.report = { articles: next, pooled: isPooledTouched ? this.pooledOf(next) : this.report.pooled };
    return this.step();
  }

  private articleAt(at: number): ArticleFigures {
    return articleFigures(this.scopes[at]!, this.intervals[at]!, this.gammas[at]!);
  }

  private pooledOf(articles: readonly ArticleFigures[]): Figures {
    const all = articles.length;
    return all === 1 ? articles[0]! : figuresOf(this.scopes[all]!, this.intervals[all]!);
  }
}

function scopesOf(prepared: readonly Prepared[], guide: readonly ReportLabel[]): Scope[] {
  const labels = labelsFor(prepared, guide);
  const scopes = prepared.map((article): Scope => {
    const { paragraphs } = article.frozen.text;
    const paragraphAt = (start: number) =>
      Math.max(
        0,
        paragraphs.findLastIndex((one) => one.start <= start),
      );
    return {
      articles: [article],
      labels,
      parts: sumsByParagraph(article, labels),
      sheets: answerSheets([article], guide, (_, { extent }) => paragraphAt(extent.start)),
    };
  });
  if (prepared.length === 1) return scopes;
  const usable = prepared.filter(({ continuum }) => continuum.coders.length > 1);
  const parts = scopes
    .filter((_, i) => usable.includes(prepared[i]!))
    .map((scope) => sumOf(scope.parts, labels.length));
  const sheets = answerSheets(usable, guide, (article) => article);
  return [...scopes, { articles: usable, labels, parts, sheets }];
}

interface Task {
  readonly key: string;
  /** `null` where there are too many values to draw from. */
  readonly parts: readonly Float64Array[] | null;
  evaluate(sum: Float64Array): ReturnType<typeof FAMILY.passages>['coefficient'];
}

/** Everything in a scope that has an interval. */
function tasksOf(scope: Scope): Task[] {
  const { labels, parts, sheets } = scope;
  const family = (name: FamilyName, label = 0): Task[] => {
    const source = SOURCE[name];
    const vectors = parts.map((part) => part[source]);
    if (!vectors.every((vector) => vector !== null)) return [];
    const nothing: Sums = { together: null, any: new Float64Array(), each: new Float64Array() };
    const evaluate = (sum: Float64Array) =>
      FAMILY[name]({ ...nothing, [source]: sum }, labels.length, label).coefficient;
    return [{ key: keyOf(name, label), parts: vectors, evaluate }];
  };
  return [
    ...(['together', 'byLabel', 'passages', 'coding'] as const).flatMap((name) => family(name)),
    ...labels.flatMap((_, i) => [...family('labelAlpha', i), ...family('labelCoding', i)]),
    ...sheets.map((sheet, i): Task => {
      const drawn = answerParts(sheet, parts.length);
      return { key: keyOf('attribute', i), parts: drawn?.parts ?? null, evaluate: drawn?.evaluate ?? none };
    }),
  ];
}

function none() {
  return noFigure('too-many-values');
}
