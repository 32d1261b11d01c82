import type { ArticleId, Person, PersonId } from '@assay/shared/model';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { type ArticleList, useSession } from '../api/index.ts';
import type { KeptArticle } from '../device/index.ts';
import { Avatar, Button, RelativeTime } from '../ui/index.ts';
import { addressOf, type Naming, namingsIn } from './namings.ts';
import { seenNamings } from './seen-namings.ts';
import './named.css';

/** More than this stand behind a button, so that the articles stay in sight. */
const SHOWN_AT_FIRST = 4;

interface NamedListProps {
  readonly list: ArticleList;
  /** What this device keeps, where only that can be opened; null as long as the server answers. */
  readonly kept: ReadonlyMap<ArticleId, KeptArticle> | null;
}

/** Where others named this person, with the way there; nothing when nobody did. */
export function NamedList({ list, kept }: NamedListProps) {
  const me = useSession()?.person.id;
  const namings = useMemo(() => namingsIn(list.articles, me), [list.articles, me]);
  const people = useMemo(() => new Map(list.people.map((person) => [person.id, person])), [list.people]);
  const { seen, see } = useSeen(me, namings);
  const [whole, setWhole] = useState(false);
  if (namings.length === 0) return null;
  const shown = whole ? namings : namings.slice(0, SHOWN_AT_FIRST);
  const more = namings.length - shown.length;
  return (
    <section className="named" aria-labelledby="named-title">
      <div className="named-head">
        <h2 id="named-title">You were named</h2>
        {namings.some(({ id }) => !seen.has(id)) && (
          <Button size="small" tone="plain" onPress={() => see(namings)}>
            Mark all as seen
          </Button>
        )}
      </div>
      <ul>
        {shown.map((naming) => (
          <NamedRow
            key={naming.id}
            naming={naming}
            by={people.get(naming.by)}
            isSeen={seen.has(naming.id)}
            canOpen={kept === null || (kept.get(naming.article)?.readable ?? false)}
            see={() => see([naming])}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button size="small" tone="plain" onPress={() => setWhole(true)}>
          Show {more} more
        </Button>
      )}
    </section>
  );
}

interface NamedRowProps {
  readonly naming: Naming;
  readonly by: Person | undefined;
  readonly isSeen: boolean;
  readonly canOpen: boolean;
  see(): void;
}

function NamedRow({ naming, by, isSeen, canOpen, see }: NamedRowProps) {
  const words = (
    <>
      {!isSeen && <span className="visually-hidden">New: </span>}
      <bdi className="named-by">{by?.name ?? 'Somebody'}</bdi> in <bdi>{naming.title}</bdi>
    </>
  );
  return (
    <li className="named-row" data-seen={isSeen || undefined}>
      {by && <Avatar person={by} size="small" decorative />}
      <p className="named-words">
        {canOpen ? (
          <Link href={addressOf(naming)} onClick={see}>
            {words}
          </Link>
        ) : (
          words
        )}
      </p>
      <span className="named-when">
        <RelativeTime at={naming.at} />
      </span>
    </li>
  );
}

function useSeen(me: PersonId | undefined, namings: readonly Naming[]) {
  const memory = useMemo(() => (me ? seenNamings(storageOrNull(), me) : null), [me]);
  const [, drawAgain] = useState(0);
  const see = (some: readonly Naming[]) => {
    memory?.add(idsOf(some), idsOf(namings));
    drawAgain((count) => count + 1);
  };
  return { seen: memory?.read() ?? new Set<string>(), see };
}

const idsOf = (namings: readonly Naming[]) => namings.map(({ id }) => id);

function storageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
