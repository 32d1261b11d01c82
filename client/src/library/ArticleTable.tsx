import type { ArticleId } from '@assay/shared/model';
import { useMemo, useState } from 'react';
import type { ArticleList } from '../api/index.ts';
import { type KeptArticle, waiting } from '../device/index.ts';
import { SearchField, Select } from '../ui/index.ts';
import { ArticleRow, type Here } from './ArticleRow.tsx';
import { arrange, ORDERS, type Order } from './ordering.ts';
import { inPhase, type PhaseChoice, phaseChoices } from './phases.ts';

interface ArticleTableProps {
  readonly list: ArticleList;
  /** What this device keeps, where only that can be opened; null as long as the server answers. */
  readonly kept: ReadonlyMap<ArticleId, KeptArticle> | null;
}

/** The contents page: every article with what has been done to it. */
export function ArticleTable({ list, kept }: ArticleTableProps) {
  const [order, setOrder] = useState<Order>('changed');
  const [sought, setSought] = useState('');
  const people = useMemo(() => new Map(list.people.map((person) => [person.id, person])), [list.people]);
  const [wanted, setWanted] = useState<PhaseChoice>('any');
  const choices = useMemo(() => phaseChoices(list.articles), [list.articles]);
  // The last article of a phase may have moved on.
  const phase = choices?.some(({ id }) => id === wanted) ? wanted : 'any';
  const shown = useMemo(
    () => arrange(inPhase(list.articles, phase), order, sought),
    [list.articles, phase, order, sought],
  );
  return (
    <>
      <div className="library-tools">
        <SearchField label="Find by title" value={sought} onChange={setSought} />
        {choices && <Select label="Phase" labelHidden options={choices} value={phase} onChange={setWanted} />}
        <Select label="Order by" labelHidden options={ORDERS} value={order} onChange={setOrder} />
      </div>
      <p className="visually-hidden" role="status">
        {(sought || phase !== 'any') && `${shown.length} of ${list.articles.length} articles`}
      </p>
      <ul className="contents" aria-label="Articles">
        {shown.map((article) => (
          <ArticleRow
            key={article.id}
            article={article}
            people={people}
            here={kept && hereOf(kept.get(article.id))}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className="library-nothing">No article’s title has these words.</p>}
    </>
  );
}

function hereOf(kept: KeptArticle | undefined): Here {
  return { readable: kept?.readable ?? false, unsent: kept ? waiting(kept.unsent) : 0 };
}
