import type { GuideLabel, LabelId, Person, PersonId } from '@assay/shared/model';
import type { LabelLook, Portrait } from '../ui/index.ts';

/** What people, labels and attributes are called and how they are drawn; the unknown ones too. */
export interface Names {
  person(id: PersonId): Portrait;
  label(id: LabelId): LabelLook;
  attribute(label: LabelId, attribute: string): string;
}

const GREY = '#5f6b7a';

export function namesOf(people: ReadonlyMap<PersonId, Person>, labels: readonly GuideLabel[]): Names {
  const known = new Map(labels.map((label) => [label.id, label]));
  return {
    person: (id) => people.get(id) ?? { id, name: 'Somebody who left', colour: GREY },
    label: (id) =>
      known.get(id) ?? {
        id,
        name: id,
        letter: id.slice(0, 1).toUpperCase(),
        hue: 'slate',
        line: 'solid',
      },
    attribute: (label, attribute) =>
      known.get(label)?.attributes.find(({ id }) => id === attribute)?.name ?? attribute,
  };
}
