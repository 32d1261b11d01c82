import type {
  AgreementReport,
  ArticleFigures,
  CoveredEstimate,
  Estimate,
  Figures,
  Outcomes,
} from '@assay/shared/agreement-report';
import type { GuideLabel, PersonId } from '@assay/shared/model';
import { type Cell, csvOf } from './csv.ts';
import { METHODS, type Measure } from './export-agreement-methods.ts';

/** Reports to be written down, and what the things in them are called. */
export interface AgreementTable {
  /** Such as before and after the discussion. `articles`: their titles, as the report lists them. */
  readonly moments: readonly {
    readonly name: string;
    readonly report: AgreementReport;
    readonly articles: readonly string[];
  }[];
  readonly labels: readonly Pick<GuideLabel, 'id' | 'name' | 'attributes'>[];
  readonly people: ReadonlyMap<PersonId, { readonly name: string }>;
}

const COLUMNS = [
  'moment',
  'article',
  'measure',
  'label',
  'label_name',
  'other_label',
  'attribute',
  'reviewer_1',
  'reviewer_1_name',
  'reviewer_2',
  'reviewer_2_name',
  'paragraph',
  'value',
  'low',
  'high',
  'observed',
  'expected',
  'n',
  'coverage',
  'excluded',
  'undefined_because',
  'method',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], Cell>> & { measure: Measure }>;

/** What stands under `article` for all articles together. */
const POOLED = 'all articles';

/**
 * The figures of agreement as one long CSV table, a figure a row; see `csvOf` for the form. Every row names its method.
 * Byte-equal for equal reports.
 */
export function agreementCsv({ moments, labels, people }: AgreementTable): string {
  const names = new Map(labels.map(({ id, name }) => [id, name]));
  const rows = moments.flatMap(({ name, report, articles }) =>
    scopesOf(report, articles).flatMap(([article, figures]) =>
      rowsOf(figures).map((row): Row => ({ moment: name, article, ...row })),
    ),
  );
  const complete = rows.map(
    (row): Row => ({
      ...row,
      label_name: row.label && names.get(String(row.label)),
      reviewer_1_name: row.reviewer_1 && people.get(row.reviewer_1 as PersonId)?.name,
      reviewer_2_name: row.reviewer_2 && people.get(row.reviewer_2 as PersonId)?.name,
      method: METHODS[row.measure],
    }),
  );
  return csvOf(
    COLUMNS,
    complete.map((row) => COLUMNS.map((column) => row[column])),
  );
}

function scopesOf(
  { pooled, articles }: AgreementReport,
  titles: readonly string[],
): (readonly [string, Figures | ArticleFigures])[] {
  const each = articles.map((figures, i) => [titles[i] ?? `article ${i + 1}`, figures] as const);
  return articles.length > 1 ? [[POOLED, pooled], ...each] : each;
}

function rowsOf(figures: Figures | ArticleFigures): Row[] {
  const { marks, nested, leftOut } = figures.counts;
  return [
    estimate('u-alpha', figures.together),
    estimate('u-alpha by label', figures.byLabel),
    estimate('|u-alpha', figures.passages),
    covered('cu-alpha', figures.coding),
    ...('alphaU' in figures ? ownRows(figures) : []),
    { measure: 'marks', value: marks },
    { measure: 'nested marks', value: nested },
    { measure: 'marks left out', value: leftOut },
    ...figures.labels.flatMap(labelRows),
    ...outcomeRows(figures.outcomes),
    ...confusionRows(figures),
    ...figures.pairs.flatMap(pairRows),
    ...figures.attributes.flatMap(attributeRows),
  ];
}

/** What is of one text alone. */
function ownRows({ alphaU, gamma, paragraphs }: ArticleFigures): Row[] {
  return [
    { measure: 'alpha-U', ...written(alphaU) },
    ...(gamma ? [{ measure: 'gamma', ...written(gamma.coefficient) } as const] : []),
    ...paragraphs.flatMap(({ share, contested, alpha }, i): Row[] => [
      { measure: 'contested share', paragraph: i + 1, value: share, n: contested },
      { measure: 'u-alpha of paragraph', paragraph: i + 1, ...written(alpha) },
    ]),
  ];
}

function labelRows({
  label,
  alpha,
  coding,
  alphaU,
  outcomes,
  marks,
  united,
}: Figures['labels'][number]): Row[] {
  return [
    { measure: 'marks', label, value: marks },
    { measure: 'united marks', label, value: united },
    { label, ...estimate('u-alpha', alpha) },
    { label, ...covered('(k)u-alpha', coding) },
    ...(alphaU ? [{ measure: 'alpha-U', label, ...written(alphaU) } as const] : []),
    ...outcomeRows(outcomes).map((row) => ({ ...row, label })),
  ];
}

function outcomeRows({ same, edges, label, missed }: Outcomes): Row[] {
  return [
    { measure: 'met the same words', value: same },
    { measure: 'met other edges', value: edges },
    { measure: 'met another label', value: label },
    { measure: 'met nothing', value: missed },
  ];
}

function confusionRows({ confusion: { labels, table } }: Figures): Row[] {
  return labels.flatMap((label, i) =>
    table[i]!.map(
      (value, j): Row => ({ measure: 'labels met', label, other_label: labels[j] ?? 'none', value }),
    ),
  );
}

function pairRows(pair: Figures['pairs'][number]): Row[] {
  const who = { label: pair.label, reviewer_1: pair.first, reviewer_2: pair.second };
  const cells = [
    ['F1 exact', pair.exact],
    ['F1 half', pair.half],
    ['F1 characters', pair.characters],
  ] as const;
  return cells.map(([measure, f1]) =>
    f1.kind === 'figure'
      ? { measure, ...who, value: f1.value, n: f1.first + f1.second }
      : { measure, ...who, undefined_because: f1.reason },
  );
}

function attributeRows(figures: Figures['attributes'][number]): Row[] {
  const { label, attribute, metric, alpha, kappa, ac1 } = figures;
  const of = { label, attribute };
  return [
    { ...of, ...estimate(`alpha ${metric}`, alpha) },
    { ...of, measure: `${kappa.name} kappa`, excluded: kappa.excluded, ...written(kappa.coefficient) },
    { ...of, measure: 'AC1', ...written(ac1) },
  ];
}

function estimate(measure: Measure, { coefficient, interval }: Estimate): Row {
  const ends = interval?.kind === 'interval' ? { low: interval.low, high: interval.high } : {};
  return { measure, ...written(coefficient), ...ends };
}

function covered(measure: Measure, figures: CoveredEstimate): Row {
  return { ...estimate(measure, figures), coverage: figures.coverage };
}

function written(coefficient: Estimate['coefficient']): Omit<Row, 'measure'> {
  if (coefficient.kind === 'undefined') return { undefined_because: coefficient.reason };
  const { value, observed, expected, n } = coefficient;
  return { value, observed, expected, n };
}
