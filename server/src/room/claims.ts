import type { UnitId } from '@assay/shared/anchoring';
import type { Claim, FollowedMark } from './followed-mark.ts';
import { IdMap } from './id-map.ts';
import { type ArrivedStretch, slicedRuns } from './stretches.ts';

/** Which marks have a claim on which units, deleted ones included. */
export class Claims {
  readonly #claims = new IdMap<readonly Claim[]>();

  add({ client, clock }: UnitId, length: number, claim: Claim): void {
    this.#claims.update(client, clock, clock + length, (claims = []) =>
      claims.includes(claim) ? claims : [...claims.filter(({ mark }) => !mark.gone), claim],
    );
  }

  at(unit: UnitId | null): readonly Claim[] {
    return (unit && this.#claims.get(unit.client, unit.clock)) ?? [];
  }

  of(unit: UnitId, mark: FollowedMark): Claim | undefined {
    return this.at(unit).find((claim) => claim.mark === mark);
  }

  /** Visits the claims of marks that are followed on some of these units: each with the clock it begins at, and how far it goes. */
  each(
    { client, clock }: UnitId,
    length: number,
    visit: (claim: Claim, from: number, length: number) => void,
  ): void {
    this.#claims.each(client, clock, clock + length, (from, to, claims) => {
      for (const claim of claims) if (!claim.mark.gone) visit(claim, from, to - from);
    });
  }

  /** What is written between two characters of a mark belongs to it. */
  adopt(stretch: ArrivedStretch, from: number, to: number): void {
    const marks = this.marksAround(stretch, from, to);
    for (const run of slicedRuns(stretch.runs, from, to))
      for (const mark of marks) this.add(run, run.text.length, mark.guest);
  }

  /** The marks of both units next to a part of what arrived. */
  marksAround({ runs, text, left, right }: ArrivedStretch, from: number, to: number): FollowedMark[] {
    const before = from > 0 ? slicedRuns(runs, from - 1, from)[0]! : left && lastUnit(left.id, left.length);
    const behind = to < text.length ? slicedRuns(runs, to, to + 1)[0]! : (right?.id ?? null);
    const marks = new Set(this.at(behind).map(({ mark }) => mark));
    return this.at(before).flatMap(({ mark }) => (marks.has(mark) && !mark.gone ? [mark] : []));
  }
}

function lastUnit({ client, clock }: UnitId, length: number): UnitId {
  return { client, clock: clock + length - 1 };
}
