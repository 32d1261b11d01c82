import { type GroupId, OPEN_MARKING, type PersonId, type Workflow } from '@assay/shared/model';
import { EMPTY_REVIEW, type ReviewState } from '@assay/shared/review';
import { ana, ben, cleo, minute } from '../margin/builders.ts';

export { ana, ben, cleo, minute };

const NAMES: Readonly<Record<PersonId, string>> = { [ana]: 'Ana', [ben]: 'Ben', [cleo]: 'Cleo' };
export const nameOf = (id: PersonId): string => NAMES[id] ?? 'Somebody';

/** How an article stands that is planned so. */
export const planned = (changes: Partial<Workflow> = {}): Workflow => ({ ...OPEN_MARKING, ...changes });

export const BLIND = planned({ blind: true, reviewers: [ana, ben, cleo] });
export const REVEALED = planned({
  blind: true,
  phase: 'discussing',
  revealed: { by: ben, at: minute(5), reason: 'by-hand' },
});

/** `"one two!settled three?parked"`: a review with these groups, decided or put off. */
export function grouped(notation: string): ReviewState {
  const specs = notation.split(' ').filter(Boolean);
  const idOf = (spec: string) => spec.replace(/[!?].*/, '') as GroupId;
  const groups = specs.map((spec) => [
    idOf(spec),
    {
      id: idOf(spec),
      label: 'claim',
      marks: [],
      reviewers: [ana, ben],
      missing: [],
      state: spec.includes('=') ? 'agreed' : 'split',
      clash: [],
      disagreement: 0.5,
      start: 0,
    },
  ]);
  const decisions = specs
    .filter((spec) => spec.includes('!'))
    .map((spec) => [
      `${spec}-decision`,
      { id: `${spec}-decision`, groups: [idOf(spec)], outcome: 'accepted' },
    ]);
  const items = specs
    .filter((spec) => spec.includes('?'))
    .map((spec) => [
      idOf(spec),
      { id: idOf(spec), parked: { by: ana, at: minute(1), owner: ana, due: null } },
    ]);
  return {
    ...EMPTY_REVIEW,
    groups: new Map(groups as never),
    decisions: new Map(decisions as never),
    items: new Map(items as never),
  };
}
