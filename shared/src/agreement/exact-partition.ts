import type { Costs, Tuple } from './tuple-costs.ts';

interface Candidate {
  readonly tuple: Tuple;
  /** The units that take part, by their numbers among all units. */
  readonly members: readonly number[];
  readonly cost: number;
}

/** The most steps that are taken before the search settles for the best found so far. */
const MOST_STEPS = 400_000;

/**
 * The cheapest set of tuples in which each unit is exactly once, by branch and bound from a first solution: always on the unit
 * that comes first, with the cheapest share of each unit left as the bound. `exact` is whether the search went to its end.
 */
export function exactPartition(
  costs: Costs,
  start: readonly Tuple[],
): { tuples: readonly Tuple[]; exact: boolean } {
  const first: number[] = [];
  let count = 0;
  for (const own of costs.units) {
    first.push(count);
    count += own.length;
  }
  const candidates = worthwhile(costs, first);
  const byUnit = Array.from({ length: count }, () => [] as Candidate[]);
  for (const candidate of candidates) for (const unit of candidate.members) byUnit[unit]!.push(candidate);
  for (const own of byUnit) own.sort((a, b) => a.cost / a.members.length - b.cost / b.members.length);
  const share = byUnit.map((own) => own[0]!.cost / own[0]!.members.length);
  const order = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => byUnit[a]!.length - byUnit[b]!.length,
  );

  let best = start;
  let least = costs.total(start);
  let steps = 0;
  const covered = new Uint8Array(count);
  const chosen: Tuple[] = [];
  const search = (spent: number, bound: number, from: number): void => {
    if (steps++ > MOST_STEPS || spent + bound >= least - 1e-9) return;
    let at = from;
    while (at < count && covered[order[at]!]) at++;
    if (at === count) {
      best = [...chosen];
      least = spent;
      return;
    }
    for (const { members, cost, tuple } of byUnit[order[at]!]!) {
      if (members.some((unit) => covered[unit])) continue;
      for (const unit of members) covered[unit] = 1;
      chosen.push(tuple);
      search(spent + cost, bound - members.reduce((sum, unit) => sum + share[unit]!, 0), at + 1);
      chosen.pop();
      for (const unit of members) covered[unit] = 0;
    }
  };
  search(
    0,
    share.reduce((sum, one) => sum + one, 0),
    0,
  );
  return { tuples: best, exact: steps <= MOST_STEPS };
}

/**
 * Every tuple that costs no more than its units would alone, a superset of what a best alignment can use (2015, § 5.1.1).
 */
function worthwhile(costs: Costs, first: readonly number[]): Candidate[] {
  const { units, pairs, empty } = costs;
  const found: Candidate[] = [];
  const extend = (tuple: number[]): void => {
    if (tuple.length < units.length) {
      for (let unit = -1; unit < units[tuple.length]!.length; unit++) extend([...tuple, unit]);
      return;
    }
    const members = tuple.flatMap((unit, coder) => (unit < 0 ? [] : [first[coder]! + unit]));
    if (!members.length) return;
    const cost = costs.of(tuple);
    if (members.length === 1 || cost <= members.length * pairs * empty) found.push({ tuple, members, cost });
  };
  extend([]);
  return found;
}
