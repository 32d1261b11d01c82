import { useStore } from '../store/index.ts';
import { Card } from './Card.tsx';
import { Composer } from './Composer.tsx';
import type { Entry } from './entry.ts';
import { LongList } from './LongList.tsx';
import { useMargin } from './use-margin.ts';
import { WINDOWING_FROM } from './visible-cards.ts';
import { count } from './words.ts';
import './MarginSections.css';

interface CardListProps {
  readonly entries: readonly Entry[];
  readonly label: string;
  /** Where in its scroller the card in focus comes into view. */
  readonly reveal?: ScrollLogicalPosition;
}

/** Cards one below the other, not beside any words. */
export function CardList({ entries, label, reveal = 'nearest' }: CardListProps) {
  if (entries.length === 0) return null;
  if (entries.length >= WINDOWING_FROM) return <LongList entries={entries} label={label} reveal={reveal} />;
  return (
    <ol className="card-list" aria-label={label}>
      {entries.map((entry, i) => (
        <li key={entry.id}>
          <Card entry={entry} position={i + 1} size={entries.length} reveal={reveal} />
        </li>
      ))}
    </ol>
  );
}

/** Threads on the article as a whole, above everything that stands beside words. */
export function WholeArticle({ entries }: { readonly entries: readonly Entry[] }) {
  const margin = useMargin();
  const composing = useStore(margin.composing);
  const writing = composing?.on === 'article' ? composing : null;
  if (entries.length === 0 && !writing) return null;
  return (
    <section className="margin-section" aria-label="On the whole article">
      <h2 className="margin-title">On the whole article</h2>
      <CardList entries={entries} label="Comments on the whole article" />
      {writing && <Composer composing={writing} />}
    </section>
  );
}

/** Marks and threads whose words are gone: folded, never lost. */
export function WordsGone({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <section className="margin-section" aria-label="Words no longer in the article">
      <h2 className="margin-title">Words no longer in the article</h2>
      <p className="margin-help">
        An edit took away the words of {count(entries.length, 'mark or thread', 'marks and threads')}. They
        come back to their place by themselves when the words do. The maker of a mark can put it on other
        words; what stays here is on record as removed from the article.
      </p>
      <CardList entries={entries} label="Words no longer in the article" />
    </section>
  );
}

/** What was taken back, when the filter shows it. */
export function Withdrawn({ entries }: { readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="margin-section" aria-label="Withdrawn marks">
      <h2 className="margin-title">Withdrawn marks</h2>
      <CardList entries={entries} label="Withdrawn marks" />
    </section>
  );
}
