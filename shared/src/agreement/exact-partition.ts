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
 * The cheapest set of tuples in which each unit is exactly once, by branch and bound from a first solution. `exact` is whether
 * the search went to its end.
 */
export function exactPartition(
  costs: Costs,
  start: readonly Tuple[],
): { tuples: readonly Tuple[]; exact: boolean } {
  const search = new Search(costs, start);
  search.run();
  return { tuples: search.best, exact: search.exact };
}

/** Always goes on with the unit of fewest candidates; the cheapest share of each unit left is the bound. */
class Search {
  best: readonly Tuple[];
  private least: number;
  private steps = 0;
  private readonly candidates: readonly (readonly Candidate[])[];
  private readonly share: readonly number[];
  private readonly order: readonly number[];
  private readonly covered: Uint8Array;
  private readonly chosen: Tuple[] = [];

  constructor(costs: Costs, start: readonly Tuple[]) {
    this.best = start;
    this.least = costs.total(start);
    this.candidates = candidatesByUnit(costs);
    this.share = this.candidates.map((own) => own[0]!.cost / own[0]!.members.length);
    this.order = this.share
      .map((_, unit) => unit)
      .sort((a, b) => this.candidates[a]!.length - this.candidates[b]!.length);
    this.covered = new Uint8Array(this.share.length);
  }

  get exact(): boolean {
    return this.steps <= MOST_STEPS;
  }

  run(): void {
    this.from(
      0,
      0,
      this.share.reduce((sum, one) => sum + one, 0),
    );
  }

  /** Covers the units from that place of the order on, with so much spent and at least `bound` to spend. */
  private from(place: number, spent: number, bound: number): void {
    if (this.steps++ > MOST_STEPS || spent + bound >= this.least - 1e-9) return;
    let at = place;
    while (at < this.order.length && this.covered[this.order[at]!]) at++;
    if (at === this.order.length) {
      this.best = [...this.chosen];
      this.least = spent;
      return;
    }
    for (const candidate of this.candidates[this.order[at]!]!) {
      const { members, cost, tuple } = candidate;
      if (members.some((unit) => this.covered[unit])) continue;
      for (const unit of members) this.covered[unit] = 1;
      this.chosen.push(tuple);
      const shares = members.reduce((sum, unit) => sum + this.share[unit]!, 0);
      this.from(at + 1, spent + cost, bound - shares);
      this.chosen.pop();
      for (const unit of members) this.covered[unit] = 0;
    }
  }
}

/** Of each unit the tuples it can be in, the cheapest for their size first. */
function candidatesByUnit(costs: Costs): Candidate[][] {
  const first: number[] = [];
  let count = 0;
  for (const own of costs.units) {
    first.push(count);
    count += own.length;
  }
  const byUnit = Array.from({ length: count }, () => [] as Candidate[]);
  for (const candidate of worthwhile(costs, first))
    for (const unit of candidate.members) byUnit[unit]!.push(candidate);
  for (const own of byUnit) own.sort((a, b) => a.cost / a.members.length - b.cost / b.members.length);
  return byUnit;
}

/** Every tuple that costs no more than its units would alone: a best alignment needs no other (Mathet et al. 2015, § 5.1.1). */
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
