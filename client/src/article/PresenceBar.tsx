import Pencil from 'lucide-react/icons/pencil';
import type { ArticleSession } from '../session/index.ts';
import { useStore } from '../store/index.ts';
import { Avatar } from '../ui/index.ts';
import './PresenceBar.css';

type Presence = ReturnType<ArticleSession['presence']['get']>[number];

/** More people than this become a number. */
const SHOWN = 4;

/** Who else has the article open, and who of them is at the text. */
export function PresenceBar({ session }: { readonly session: ArticleSession }) {
  const others = useStore(session.presence).filter((one) => !one.self);
  if (others.length === 0) return null;
  const shown = others.length > SHOWN ? others.slice(0, SHOWN - 1) : others;
  const rest = others.slice(shown.length);
  return (
    <ul className="presence" aria-label="Also here">
      {shown.map((one) => (
        <PresentPerson key={one.person.id} presence={one} />
      ))}
      {rest.length > 0 && (
        <li>
          <span className="presence-rest" title={namesOf(rest)}>
            <span aria-hidden="true">+{rest.length}</span>
            <span className="visually-hidden">{namesOf(rest)}</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function PresentPerson({ presence: { person, editing } }: { readonly presence: Presence }) {
  const name = person.program ? `${person.name}, a program,` : person.name;
  const words = editing ? `${name} is editing the text` : `${name} is here`;
  return (
    <li className="presence-person" title={words}>
      <Avatar person={person} size="small" decorative />
      {editing && <Pencil className="presence-pencil" aria-hidden="true" />}
      <span className="visually-hidden">{words}</span>
    </li>
  );
}

function namesOf(people: readonly Presence[]): string {
  return people.map((one) => one.person.name).join(', ');
}
