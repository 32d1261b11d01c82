import type { CSSProperties } from 'react';
import { classes } from '../theme/classes.ts';
import { initialsOf } from './initials.ts';
import './Avatar.css';

/** What an avatar needs to know of somebody; the model's `Person` fits. */
export interface Portrait {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** Drawn with corners, and called a program where it is read out. */
  readonly program?: true;
}

interface AvatarProps {
  readonly person: Portrait;
  readonly size?: 'small' | 'medium' | 'large';
  /** The name stands beside it, so that it need not be said twice. */
  readonly decorative?: boolean;
  /** Here now. */
  readonly present?: boolean;
}

export function Avatar({ person, size = 'medium', decorative = false, present = false }: AvatarProps) {
  const name = [decorative ? '' : person.name, person.program ? 'program' : ''].filter(Boolean).join(', ');
  const named = name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true };
  return (
    <span
      className={classes('avatar person', `avatar-${size}`, present && 'avatar-present')}
      style={personColour(person)}
      data-program={person.program}
      data-initials={initialsOf(person.name)}
      {...named}
    />
  );
}

/** Puts a person's colour on an element of class `person`. */
export function personColour(person: { readonly colour: string }): CSSProperties {
  return { '--person': person.colour } as CSSProperties;
}
