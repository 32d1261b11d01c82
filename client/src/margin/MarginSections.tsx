import ChevronRight from 'lucide-react/icons/chevron-right';
import MessageSquarePlus from 'lucide-react/icons/message-square-plus';
import { useId, useState } from 'react';
import { useStore } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { Card } from './Card.tsx';
import { Composer } from './Composer.tsx';
import type { Entry } from './entry.ts';
import { useMargin } from './use-margin.ts';
import { count } from './words.ts';
import './MarginSections.css';

/** Cards one below the other, not beside any words. */
export function CardList({ entries, label }: { readonly entries: readonly Entry[]; readonly label: string }) {
  return (
    <ol className="card-list" aria-label={label}>
      {entries.map((entry, i) => (
        <li key={entry.id}>
          <Card entry={entry} position={i + 1} size={entries.length} />
        </li>
      ))}
    </ol>
  );
}

/** Threads on the article as a whole, above everything that stands beside words. */
export function WholeArticle({ entries }: { readonly entries: readonly Entry[] }) {
  const margin = useMargin();
  const composing = useStore(margin.composing);
  useStore(margin.session.rights);
  const writing = composing?.on === 'article';
  const may = margin.session.may('comment.add');
  if (entries.length === 0 && !may) return null;
  return (
    <section className="margin-section" aria-label="On the whole article">
      {entries.length > 0 && <h2 className="margin-title">On the whole article</h2>}
      <CardList entries={entries} label="Comments on the whole article" />
      {writing && composing && <Composer composing={composing} />}
      {may && !writing && (
        <Button
          tone="plain"
          size="small"
          className="margin-add"
          icon={<MessageSquarePlus className="icon" aria-hidden="true" />}
          onPress={() => margin.composing.set({ on: 'article' })}
        >
          Comment on the whole article
        </Button>
      )}
    </section>
  );
}

/** Marks and threads whose words are gone: folded, never lost. */
export function WordsGone({ entries }: { readonly entries: readonly Entry[] }) {
  const margin = useMargin();
  const focused = useStore(margin.focused);
  const [open, setOpen] = useState(false);
  const panel = useId();
  if (entries.length === 0) return null;
  const shown = open || entries.some((entry) => entry.id === focused);
  return (
    <section className="margin-section margin-gone" aria-label="Words no longer in the article">
      <h2 className="margin-title">
        <Button
          tone="plain"
          size="small"
          aria-expanded={shown}
          aria-controls={panel}
          icon={<ChevronRight className="icon margin-chevron" aria-hidden="true" />}
          onPress={() => setOpen(!shown)}
        >
          Words no longer in the article ({entries.length})
        </Button>
      </h2>
      <div id={panel} hidden={!shown}>
        <p className="margin-help">
          {count(entries.length, 'mark or thread lost its words', 'marks and threads lost their words')} by an
          edit. They come back by themselves when the words do.
        </p>
        {shown && <CardList entries={entries} label="Words no longer in the article" />}
      </div>
    </section>
  );
}
