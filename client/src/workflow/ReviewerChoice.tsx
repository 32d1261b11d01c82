import type { Person, PersonId } from '@assay/shared/model';
import { useId, useState } from 'react';
import { Avatar, Button, Checkbox, SearchField } from '../ui/index.ts';
import { candidatesFrom, foundIn } from './candidates.ts';
import { counted } from './open-points.ts';
import { usePortraits } from './use-flow.ts';
import { useMembers } from './use-members.ts';

interface ReviewerChoiceProps {
  readonly chosen: readonly PersonId[];
  choose(person: PersonId, chosen: boolean): void;
}

/** From so many people on they can be searched. */
const SEARCHED_FROM = 8;

/** Who is asked to mark, of those in the team who may. */
export function ReviewerChoice({ chosen, choose }: ReviewerChoiceProps) {
  const members = useMembers(true);
  const portraits = usePortraits(chosen);
  const [sought, setSought] = useState('');
  const help = useId();
  const candidates = candidatesFrom(members, portraits, chosen);
  const shown = foundIn(candidates, sought);
  const chooseShown = (on: boolean) => {
    for (const { id } of shown) if (chosen.includes(id) !== on) choose(id, on);
  };
  return (
    <fieldset className="plan-group" aria-describedby={help}>
      <legend className="field-label">Reviewers</legend>
      <p className="field-description" id={help}>
        {chosen.length === 0
          ? 'Nobody is chosen: whoever may mark can mark, and nobody is waited for.'
          : `${counted(chosen.length, 'reviewer')} chosen. The others in the team can mark too, but nobody waits for them.`}
      </p>
      <div className="plan-tools">
        {candidates.length >= SEARCHED_FROM && (
          <SearchField label="Find a person" value={sought} onChange={setSought} />
        )}
        <Button size="small" tone="plain" onPress={() => chooseShown(true)}>
          All
        </Button>
        <Button size="small" tone="plain" onPress={() => chooseShown(false)}>
          None
        </Button>
      </div>
      <ul className="plan-people">
        {shown.map((person) => (
          <Candidate key={person.id} person={person} chosen={chosen.includes(person.id)} choose={choose} />
        ))}
      </ul>
      {shown.length === 0 && <p className="field-description">Nobody’s name has these words.</p>}
    </fieldset>
  );
}

interface CandidateProps {
  readonly person: Person;
  readonly chosen: boolean;
  choose(person: PersonId, chosen: boolean): void;
}

function Candidate({ person, chosen, choose }: CandidateProps) {
  return (
    <li>
      <Checkbox isSelected={chosen} onChange={(on) => choose(person.id, on)}>
        <span className="plan-person">
          <Avatar person={person} size="small" decorative /> {person.name}
          {person.program && <span className="field-description">program</span>}
        </span>
      </Checkbox>
    </li>
  );
}
