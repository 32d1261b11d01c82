import { Badge, LabelTag, RelativeTime } from '../ui/index.ts';
import { CardMenu } from './CardMenu.tsx';
import { Details } from './details/Details.tsx';
import type { Entry } from './entry.ts';
import { LostPlace } from './LostPlace.tsx';
import { useLooks, usePeople } from './use-margin.ts';
import { useReworded, useWords } from './use-words.ts';
import { clip } from './words.ts';

interface CardHeadProps {
  readonly entry: Entry;
  /** The id of the words that name the card. */
  readonly nameId: string;
  readonly focused: boolean;
  readonly pending: boolean;
  readonly unread: boolean;
}

/** Which label, whose, since when, on which words. */
export function CardHead({ entry, nameId, focused, pending, unread }: CardHeadProps) {
  const person = usePeople()(entry.creator);
  return (
    <>
      <header className="card-head">
        <LabelTag label={useLooks()(entry)} compact={entry.on !== 'mark'} />
        <span className="card-person">{person.name}</span>
        <span className="card-when">
          {pending ? (
            <span className="card-sending">not saved yet</span>
          ) : (
            <RelativeTime at={entry.created} />
          )}
        </span>
        {unread && <span className="card-new">New</span>}
        {focused && <CardMenu entry={entry} />}
      </header>
      <span id={nameId} className="visually-hidden">
        <CardName entry={entry} person={person.name} />
      </span>
      <Words entry={entry} />
      <States entry={entry} />
      <Details entry={entry} focused={focused} />
    </>
  );
}

function Words({ entry }: { readonly entry: Entry }) {
  if (entry.on === 'article') return null;
  return entry.status === 'orphaned' ? <LostPlace entry={entry} /> : <PlacedWords entry={entry} />;
}

function PlacedWords({ entry }: { readonly entry: Entry }) {
  return (
    <p className="card-words" dir="auto">
      {useWords(entry)}
    </p>
  );
}

/** `Claim by Ana: “Not really, no.”` */
export function CardName({ entry, person }: { readonly entry: Entry; readonly person: string }) {
  const words = useWords(entry);
  const look = useLooks()(entry);
  if (entry.on === 'article') return `Comment by ${person} on the whole article`;
  return `${look.name} by ${person}: “${clip(words, 120)}”`;
}

function States({ entry }: { readonly entry: Entry }) {
  return (
    <>
      <State entry={entry} />
      {entry.annotation?.late && <Badge>Late: made after marking was over</Badge>}
    </>
  );
}

function State({ entry }: { readonly entry: Entry }) {
  const reworded = useReworded(entry);
  if (entry.status === 'withdrawn') return <Badge>Withdrawn</Badge>;
  if (entry.status === 'orphaned')
    return <Badge tone="warning">Its words are no longer in the article</Badge>;
  if (reworded) return <Badge tone="warning">The words have changed since</Badge>;
  return null;
}
