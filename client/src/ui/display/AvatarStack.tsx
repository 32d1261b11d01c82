import { Avatar, type Portrait } from './Avatar.tsx';

interface AvatarStackProps {
  readonly people: readonly Portrait[];
  /** How many are drawn before the rest becomes a number. */
  readonly max?: number;
  readonly size?: 'small' | 'medium';
  /** What these people have in common, such as `Marked or commented`. */
  readonly label: string;
}

export function AvatarStack({ people, max = 4, size = 'small', label }: AvatarStackProps) {
  const drawn = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.slice(drawn.length);
  return (
    <ul className="avatar-stack" aria-label={label}>
      {drawn.map((person) => (
        <li key={person.id}>
          <Avatar person={person} size={size} />
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span className={`avatar avatar-rest avatar-${size}`} title={namesOf(rest)}>
            <span aria-hidden="true">+{rest.length}</span>
            <span className="visually-hidden">{namesOf(rest)}</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function namesOf(people: readonly Portrait[]): string {
  return people.map((person) => person.name).join(', ');
}
