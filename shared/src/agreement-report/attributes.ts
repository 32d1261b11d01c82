import {
  alpha,
  alphaFrom,
  cohenKappa,
  fleissKappa,
  gwetAC1,
  type Metric,
  masi,
  type NoFigure,
  type Ratings,
  total,
  valueCoincidences,
} from '@assay/shared/agreement';
import type { MarkGroup } from '@assay/shared/grouping';
import type { Attribute, AttributeKind, AttributeValue, LabelId, PersonId } from '@assay/shared/model';
import type { Prepared, ReportLabel } from './prepare.ts';
import type { AttributeFigures, AttributeMetric } from './report.ts';

/** A value that can be compared: a number, a word, or a sorted set of words. */
type Value = number | string | readonly string[];

/** The answers to one question about grouped marks; an item is a group, and belongs to a part. */
export interface AnswerSheet {
  readonly label: LabelId;
  readonly attribute: Attribute;
  readonly metric: AttributeMetric;
  readonly ratings: Ratings<Value>;
  /** Of each item: its part, a paragraph or an article. */
  readonly parts: readonly number[];
}

/** Free text and places in the article have no values that two people could be expected to give alike. */
const INCOMPARABLE: readonly AttributeKind[] = ['text', 'range'];

/** The most values of which resamples are drawn: their tables grow with the square. */
const MOST_VALUES = 40;

/** The answers to every question that reviewers answer of their own marks, where anybody did. */
export function answerSheets(
  articles: readonly Prepared[],
  guide: readonly ReportLabel[],
  partOf: (article: number, group: MarkGroup) => number,
): AnswerSheet[] {
  const coders = [...new Set(articles.flatMap(({ continuum }) => continuum.coders))].toSorted();
  return guide.flatMap(({ id: label, attributes }) =>
    attributes.filter(isCompared).flatMap((attribute) => {
      const items = articles.flatMap((article, i) =>
        article.groups
          .filter((group) => group.label === label)
          .map((group) => ({
            part: partOf(i, group),
            row: answersOf(article, group, attribute, coders as PersonId[]),
          })),
      );
      const answered = items.filter(({ row }) => row.some((value) => value !== null));
      if (answered.length === 0) return [];
      const ratings = answered.map(({ row }) => row);
      return {
        label,
        attribute,
        metric: metricOf(attribute),
        ratings,
        parts: answered.map(({ part }) => part),
      };
    }),
  );
}

function isCompared({ about, kind }: Attribute): boolean {
  return about === 'mark' && !INCOMPARABLE.includes(kind);
}

function metricOf({ kind, many }: Attribute): AttributeMetric {
  if (many) return 'masi';
  return kind === 'number' ? 'interval' : 'nominal';
}

/** What each reviewer says of their mark in the group; `null` without a mark or an answer. */
function answersOf(
  { marks }: Prepared,
  { members }: MarkGroup,
  attribute: Attribute,
  coders: readonly PersonId[],
): (Value | null)[] {
  return coders.map((coder) => {
    const own = members.filter(({ reviewer }) => reviewer === coder);
    const given = own.map(({ mark }) => comparableOf(marks.get(mark)?.attributes[attribute.id], attribute));
    return given.find((value) => value !== null) ?? null;
  });
}

function comparableOf(value: AttributeValue | undefined, { kind, many }: Attribute): Value | null {
  if (value === undefined || (typeof value === 'object' && 'ranges' in value)) return null;
  if (kind === 'number') return typeof value === 'number' ? value : null;
  const words = (Array.isArray(value) ? value : [String(value)]).map((one) => one.trim()).filter(Boolean);
  if (words.length === 0) return null;
  return many ? [...new Set(words)].sort() : words.join(', ');
}

export function attributeFigures(
  sheet: AnswerSheet,
  interval: AttributeFigures['alpha']['interval'],
): AttributeFigures {
  const { label, attribute, metric, ratings } = sheet;
  const coefficient = alpha(ratings, metricFor(metric));
  return {
    label,
    attribute: attribute.id,
    metric,
    items: ratings.length,
    compared: ratings.filter(isPairable).length,
    alpha: { coefficient, interval },
    kappa: kappaOf(ratings),
    ac1: gwetAC1(ratings, { categories: categoriesOf(attribute) }),
  };
}

function isPairable(row: readonly unknown[]): boolean {
  return row.filter((value) => value !== null).length > 1;
}

function kappaOf(ratings: Ratings<Value>): AttributeFigures['kappa'] {
  if (ratings[0]?.length === 2) return { name: 'cohen', ...cohenKappa(keyed(ratings)) };
  const { overall, excluded } = fleissKappa(ratings);
  return { name: 'fleiss', coefficient: overall, excluded };
}

/** Values by their JSON, so that equal sets are the same value. */
function keyed(ratings: Ratings<Value>): Ratings<string> {
  return ratings.map((row) => row.map((value) => (value === null ? null : JSON.stringify(value))));
}

function categoriesOf({ choices, many }: Attribute): string[] {
  return many ? [] : (choices ?? []).filter(({ retired }) => !retired).map(({ id }) => id);
}

/** MASI compares the sets that `metricOf` gave it alone. */
function metricFor(metric: AttributeMetric): Metric<Value> {
  return metric === 'masi' ? (a, b) => masi(a as readonly string[], b as readonly string[]) : metric;
}

/** What α's resamples are drawn from, a vector a part; `null` where there are too many values for that. */
export function answerParts(
  { ratings, parts, metric }: AnswerSheet,
  count: number,
): {
  readonly parts: Float64Array[];
  evaluate(sum: Float64Array): ReturnType<typeof alphaFrom> | NoFigure;
} | null {
  const pairable = ratings.map((row, i) => ({ row, part: parts[i]! })).filter(({ row }) => isPairable(row));
  const values = new Set(pairable.flatMap(({ row }) => keyed([row])[0]!));
  if (values.size > MOST_VALUES) return null;
  const { values: list, items } = valueCoincidences(pairable.map(({ row }) => row));
  const nothing = new Float64Array(list.length ** 2);
  return {
    parts: Array.from({ length: count }, (_, part) =>
      total([nothing, ...items.filter((_, i) => pairable[i]!.part === part)]),
    ),
    evaluate: (sum) => alphaFrom(sum, list, metricFor(metric)),
  };
}
