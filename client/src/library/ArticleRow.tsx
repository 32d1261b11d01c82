import type { ArticleSummary, Person, PersonId } from '@assay/shared/model';
import LockIcon from 'lucide-react/icons/lock';
import MessageSquare from 'lucide-react/icons/message-square';
import { Link } from 'wouter';
import { AvatarStack, RelativeTime } from '../ui/index.ts';
import { counted } from './counted.ts';

interface ArticleRowProps {
  readonly article: ArticleSummary;
  readonly people: ReadonlyMap<PersonId, Person>;
}

export function ArticleRow({ article, people }: ArticleRowProps) {
  const known = article.people.flatMap((id) => people.get(id) ?? []);
  return (
    <li className="entry-row">
      <div className="entry-main">
        <h2 className="entry-title">
          <Link href={`/articles/${article.id}`}>{article.title}</Link>
          {article.locked && (
            <span className="entry-locked" title="The text is locked">
              <LockIcon className="icon" aria-hidden="true" />
              <span className="visually-hidden">, locked</span>
            </span>
          )}
        </h2>
        <p className="entry-detail">
          {counted(article.words, 'word')}, changed <RelativeTime at={article.changed} />
        </p>
      </div>
      <div className="entry-people">
        {known.length > 0 && <AvatarStack people={known} label="Marked or commented" />}
      </div>
      <p className="entry-count">{article.annotations > 0 && counted(article.annotations, 'mark')}</p>
      <p className="entry-count" data-open={article.openThreads > 0}>
        {article.openThreads > 0 && (
          <>
            <MessageSquare className="icon" aria-hidden="true" />{' '}
            {counted(article.openThreads, 'open thread')}
          </>
        )}
      </p>
    </li>
  );
}
