import type { Group, PersonId, VoteChoice } from '@assay/shared/model';

/** How far reviewers agree, in a word, a sign that needs no colour, and a sentence. */
export const STATES: Readonly<
  Record<Group['state'], { readonly name: string; readonly sign: string; readonly meaning: string }>
> = {
  agreed: { name: 'Agreed', sign: '=', meaning: 'All have it, on the same words.' },
  boundary: { name: 'Edges differ', sign: '↔', meaning: 'All have it, from or to other words.' },
  majority: { name: 'Most', sign: '◕', meaning: 'More than half have it, not all.' },
  split: { name: 'Some', sign: '◑', meaning: 'Several have it, half or fewer.' },
  single: { name: 'One only', sign: '◔', meaning: 'One person has it.' },
};

export const STANDINGS = {
  open: 'Open',
  pulled: 'Pulled out',
  parked: 'Parked',
  settled: 'Settled',
} as const;

/** A choice in words; `numberOf` says which variant a mark belongs to. */
export function choiceWords(choice: VoteChoice, numberOf: (mark: string) => number | undefined): string {
  switch (choice.kind) {
    case 'agree':
      return 'Agree';
    case 'disagree':
      return 'Disagree';
    case 'abstain':
      return 'Abstain';
    case 'variant': {
      const number = numberOf(choice.mark);
      return number ? `Variant ${number}` : 'A mark that is gone';
    }
  }
}

/** `Ana, Ben and Cleo`. */
export function listNames(ids: readonly PersonId[], nameOf: (id: PersonId) => string): string {
  return new Intl.ListFormat('en').format(ids.map(nameOf));
}

/** The name of an attribute of a label as the guide has it, else made of its id. */
export function attributeName(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? id.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
