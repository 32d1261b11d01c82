import { agreementReport } from '@assay/shared/agreement-report';
import { type AgreementTable, agreementCsv } from '@assay/shared/interchange';
import type { PersonId } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { articleOf, guideOf } from '../agreement-report/frozen.ts';

const LINES = { ada: 'x:0-9 y:20-29', ben: 'x:2-9 y:20-29 y:40-45' };
const PEOPLE = new Map([
  ['ada', { name: '=HYPERLINK("http://evil.test")' }],
  ['ben', { name: 'Ben, "the" Elder' }],
]) as unknown as AgreementTable['people'];
const LABELS = [
  { id: 'x', name: '+Claim', attributes: [] },
  { id: 'y', name: '引用', attributes: [] },
];

function table(...lines: Record<string, string>[]): AgreementTable {
  const articles = lines.map((one) => articleOf(60, one));
  const report = agreementReport(articles, guideOf({ x: [], y: [] }), { draws: 60, samples: 2 });
  return {
    moments: [{ name: 'before discussion', report, articles: lines.map((_, i) => `Article ${i + 1}`) }],
    labels: LABELS,
    people: PEOPLE,
  };
}

/** The records of a CSV text by RFC 4180. */
function parsed(csv: string): Record<string, string>[] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') lines.push([]);
  }
  const [header, ...rows] = lines.filter((line) => line.length > 0) as [string[], ...string[][]];
  for (const row of rows) expect(row).toHaveLength(header.length);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]!])));
}

describe('the table of agreement', () => {
  it('[AG35] has a figure a row, with its interval, what it was made of and its method', () => {
    const given = table(LINES);
    const rows = parsed(agreementCsv(given));
    const { coefficient, interval } = given.moments[0]!.report.pooled.together;
    if (coefficient.kind !== 'figure' || interval?.kind !== 'interval') throw new Error('no figure');
    expect(rows[0]).toMatchObject({
      moment: 'before discussion',
      article: 'Article 1',
      measure: 'u-alpha',
      value: String(coefficient.value),
      observed: String(coefficient.observed),
      low: String(interval.low),
      method: expect.stringContaining('Krippendorff'),
    });
    expect(rows.every(({ method }) => method!.length > 10)).toBe(true);
    const met = rows.filter(({ measure, label }) => measure === 'labels met' && label === 'y');
    expect(met.map(({ other_label, value }) => [other_label, value])).toEqual([
      ['x', '0'],
      ['y', '2'],
      ['none', '1'],
    ]);
    const measures = new Set(rows.map(({ measure }) => measure));
    for (const measure of ['gamma', 'alpha-U', 'F1 characters', 'contested share', '(k)u-alpha'])
      expect(measures).toContain(measure);
  });

  it('[AG35] says why where there is no figure', () => {
    const rows = parsed(agreementCsv(table({ ada: 'x:0-20 y:5-9', ben: 'x:0-9' })));
    expect(rows[0]).toMatchObject({ measure: 'u-alpha', value: '', undefined_because: 'labels-overlap' });
  });

  it('[AG35] makes what looks like a formula harmless, and keeps numbers below zero numbers', () => {
    const rows = parsed(agreementCsv(table({ ada: 'x:0-9', ben: 'x:30-39' })));
    const pair = rows.find(({ reviewer_1 }) => reviewer_1 === 'ada')!;
    expect(pair.reviewer_1_name).toBe(`'=HYPERLINK("http://evil.test")`);
    expect(pair.reviewer_2_name).toBe('Ben, "the" Elder');
    expect(rows.find(({ label }) => label === 'x')!.label_name).toBe(`'+Claim`);
    expect(Number(rows[0]!.value)).toBeLessThan(0);
  });

  it('[AG35] is byte-equal for equal reports, and ends every line as RFC 4180 has it', () => {
    const csv = agreementCsv(table(LINES));
    expect(csv).toBe(agreementCsv(table(LINES)));
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('[AG35] of several articles has the pooled figures first', () => {
    const rows = parsed(agreementCsv(table(LINES, { ada: 'x:0-9', ben: 'x:0-8' })));
    expect([...new Set(rows.map(({ article }) => article))]).toEqual([
      'all articles',
      'Article 1',
      'Article 2',
    ]);
    const pooled = rows.filter(({ article }) => article === 'all articles');
    expect(pooled.some(({ measure }) => measure === 'gamma')).toBe(false);
  });

  it('[AG35] names people and labels that nobody knows by their ids', () => {
    const given = { ...table(LINES), people: new Map<PersonId, { name: string }>(), labels: [] };
    const pair = parsed(agreementCsv(given)).find(({ reviewer_1 }) => reviewer_1 === 'ada');
    expect(pair).toMatchObject({ reviewer_1_name: '', reviewer_2: 'ben' });
  });
});
