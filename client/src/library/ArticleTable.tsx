import type { ArticleId } from '@assay/shared/model';
import { useMemo, useState } from 'react';
import type { ArticleList } from '../api/index.ts';
import { type KeptArticle, waiting } from '../device/index.ts';
import { SearchField, Select } from '../ui/index.ts';
import { ArticleRow, type Here } from './ArticleRow.tsx';
import { arrange, ORDERS, type Order } from './ordering.ts';

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
  const shown = useMemo(() => arrange(list.articles, order, sought), [list.articles, order, sought]);
  return (
    <>
      <div className="library-tools">
        <SearchField label="Find by title" value={sought} onChange={setSought} />
        <Select label="Order by" labelHidden options={ORDERS} value={order} onChange={setOrder} />
      </div>
      <p className="visually-hidden" role="status">
        {sought && `${shown.length} of ${list.articles.length} articles`}
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
