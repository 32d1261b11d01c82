import { cheapestAssignment, type Option } from './assignment.ts';
import type { GammaWeights, LabelledPiece } from './dissimilarity.ts';
import { exactPartition } from './exact-partition.ts';
import { Costs, type Tuple } from './tuple-costs.ts';

/** A best alignment: every unit is in exactly one tuple. */
export interface Alignment {
  readonly tuples: readonly Tuple[];
  /** The mean disorder per unit: Σ over tuples of their mean pair dissimilarity, over the mean number of units a coder. */
  readonly disorder: number;
  /** Whether this is proven to be the least disorder there is. */
  readonly exact: boolean;
}

/** The most tuples that are tried one by one for the exact alignment of three coders or more. */
const MOST_TUPLES = 20_000;

/**
 * The alignment of least disorder (Mathet et al. 2015) of each coder's units. Two coders: exact, as an assignment.
 * More: a local search that takes one coder's units out of all tuples and puts them back at the least cost, in turn, until that
 * gains nothing; then, if there are few enough possible tuples, an exact search by branch and bound, which starts from
 * what was found. A pair of two empty units costs as much as one of a unit and an empty one.
 */
export function bestAlignment(
  units: readonly (readonly LabelledPiece[])[],
  weights: GammaWeights = {},
): Alignment {
  const costs = new Costs(units, weights);
  const found = localSearch(costs);
  const product = units.reduce((sum, own) => sum * (own.length + 1), 1);
  const proven = units.length > 2 && product <= MOST_TUPLES ? exactPartition(costs, found) : undefined;
  const tuples = proven?.tuples ?? found;
  const count = units.reduce((sum, own) => sum + own.length, 0);
  const disorder = count && costs.pairs ? costs.total(tuples) / costs.pairs / (count / units.length) : 0;
  return { tuples, disorder, exact: units.length < 3 || (proven?.exact ?? false) };
}

function localSearch(costs: Costs): Tuple[] {
  let tuples: Tuple[] = [];
  for (let coder = 0; coder < costs.units.length; coder++) tuples = reassigned(costs, tuples, coder);
  if (costs.units.length < 3) return tuples;
  let cost = costs.total(tuples);
  for (let idle = 0, coder = 0; idle < costs.units.length; coder = (coder + 1) % costs.units.length) {
    const next = reassigned(costs, tuples, coder);
    const cheaper = costs.total(next);
    idle = cheaper < cost - 1e-9 ? 0 : idle + 1;
    if (cheaper < cost) [tuples, cost] = [next, cheaper];
  }
  return tuples;
}

/** The tuples with all units of one coder taken out and put back where they cost least, or in tuples of their own. */
function reassigned(costs: Costs, tuples: readonly Tuple[], coder: number): Tuple[] {
  const { units, empty, pairs } = costs;
  const others = tuples
    .map((tuple) => tuple.with(coder, -1))
    .filter((tuple) => tuple.some((unit) => unit >= 0));
  const shift = (units.length - 1) * empty;
  const alone = pairs * empty + shift;
  const options = units[coder]!.map((_, unit) => {
    const own: Option[] = [];
    for (let column = 0; column < others.length; column++) {
      const cost = shift + costs.joining(coder, unit, others[column]!, pairs * empty);
      if (cost < alone) own.push({ column, cost: Math.max(0, cost) });
    }
    return own;
  });
  const columns = cheapestAssignment(options, others.length, alone);
  const joined: Tuple[] = [...others];
  for (const [unit, column] of columns.entries()) {
    if (column >= 0) joined[column] = joined[column]!.with(coder, unit);
    else joined.push(new Array<number>(units.length).fill(-1).with(coder, unit));
  }
  return joined;
}
