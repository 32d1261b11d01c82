import { comparedWords, type GroupState, groupMarks, isSame, type MarkGroup } from '@assay/shared/grouping';
import { type CorpusArticle, importCorpus } from '@assay/shared/interchange';
import { corpusLines } from '../../support/real-data.ts';

const STATES: readonly GroupState[] = ['agreed', 'boundary', 'majority', 'split', 'single'];

/** How a marking compares with what another reviewer has there: the same, but for marks, with other edges, or nothing. */
const OUTCOMES = ['identical', 'but for marks', 'edges differ', 'missed by one'] as const;
type Outcome = (typeof OUTCOMES)[number];
type Counts<Name extends string> = Record<Name, number>;

const none = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Counts<Name>;

/**
 * How the markings of trained people in a real corpus compare, an article a line: its groups by state, and of every marking
 * beside every other reviewer the shares of the outcomes. So a pair that both have counts twice, once from each side.
 */
export function corpusReport(): string {
  const lines = corpusLines('polnear');
  if (lines === null)
    return 'The corpus of articles marked by several people is absent; nothing to report on it.';
  const { articles, errors } = importCorpus(lines.join('\n'));
  const several = articles.filter(({ reviewers }) => reviewers.length > 1);
  const rows = several.map(rowOf);
  const total = {
    name: 'all',
    states: sum(STATES, rows, 'states'),
    outcomes: sum(OUTCOMES, rows, 'outcomes'),
  };
  const head = `${''.padEnd(42)}${STATES.map((state) => state.padStart(10)).join('')}  |${OUTCOMES.map((name) => name.padStart(15)).join('')}`;
  const said = errors.map(({ message }) => message);
  return [
    `grouping · ${several.length} articles marked by 5 or 6 people`,
    head,
    ...[...rows, total].map(shown),
    ...said,
  ].join('\n');
}

interface Row {
  readonly name: string;
  readonly states: Counts<GroupState>;
  readonly outcomes: Counts<Outcome>;
}

function rowOf({ id, text, marks, reviewers }: CorpusArticle): Row {
  const states = none(STATES);
  const outcomes = none(OUTCOMES);
  for (const group of groupMarks(marks, text, { reviewers }).groups) {
    states[group.state]++;
    countOutcomes(group, text, outcomes);
  }
  return { name: id, states, outcomes };
}

function countOutcomes({ members, missing }: MarkGroup, text: string, outcomes: Counts<Outcome>): void {
  const words = members.map(({ ranges }) => comparedWords(text, ranges));
  for (const [i, member] of members.entries()) {
    outcomes['missed by one'] += missing.length;
    for (const [j, other] of members.entries()) {
      if (i === j) continue;
      if (isSame(member.ranges, other.ranges)) outcomes.identical++;
      else outcomes[isSame(words[i]!, words[j]!) ? 'but for marks' : 'edges differ']++;
    }
  }
}

function sum<Name extends string, Key extends 'states' | 'outcomes'>(
  names: readonly Name[],
  rows: readonly Record<Key, Counts<Name>>[],
  key: Key,
): Counts<Name> {
  const total = none(names);
  for (const row of rows) for (const name of names) total[name] += row[key][name];
  return total;
}

function shown({ name, states, outcomes }: Row): string {
  const all = OUTCOMES.reduce((count, outcome) => count + outcomes[outcome], 0);
  const counts = STATES.map((state) => String(states[state]).padStart(10)).join('');
  const shares = OUTCOMES.map((outcome) =>
    `${((100 * outcomes[outcome]) / all).toFixed(1)} %`.padStart(15),
  ).join('');
  return `${name.slice(0, 40).padEnd(42)}${counts}  |${shares}`;
}
