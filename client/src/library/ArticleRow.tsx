import type { ArticleSummary, Person, PersonId } from '@assay/shared/model';
import CloudOff from 'lucide-react/icons/cloud-off';
import HardDriveDownload from 'lucide-react/icons/hard-drive-download';
import LockIcon from 'lucide-react/icons/lock';
import MessageSquare from 'lucide-react/icons/message-square';
import { Link } from 'wouter';
import { AvatarStack, Badge, RelativeTime } from '../ui/index.ts';
import { phaseName } from '../workflow/index.ts';
import { counted } from './counted.ts';
import { phaseOf } from './phases.ts';

/** What this device has of an article while the server does not answer. */
export interface Here {
  /** Whether it can be opened all the same. */
  readonly readable: boolean;
  /** Changes that wait to be sent. */
  readonly unsent: number;
}

interface ArticleRowProps {
  readonly article: ArticleSummary;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Null while the server answers, so that everything can be opened. */
  readonly here: Here | null;
}

export function ArticleRow({ article, people, here }: ArticleRowProps) {
  const known = article.people.flatMap((id) => people.get(id) ?? []);
  return (
    <li className="entry-row" data-away={(here && !here.readable) || undefined}>
      <div className="entry-main">
        <h2 className="entry-title">
          {here && !here.readable ? (
            <span>{article.title}</span>
          ) : (
            <Link href={`/articles/${article.id}`}>{article.title}</Link>
          )}
          {article.locked && (
            <span className="entry-locked" title="The text is locked">
              <LockIcon className="icon" aria-hidden="true" />
              <span className="visually-hidden">, locked</span>
            </span>
          )}
        </h2>
        <p className="entry-detail">
          <span className="entry-phase" data-phase={phaseOf(article)}>
            {phaseName(phaseOf(article), article.blind ?? false)}
          </span>{' '}
          · {counted(article.words, 'word')}, changed <RelativeTime at={article.changed} />
        </p>
        {here && <WhereItIs here={here} />}
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

function WhereItIs({ here }: { readonly here: Here }) {
  if (!here.readable)
    return (
      <p className="entry-here">
        <CloudOff className="icon" aria-hidden="true" /> Not on this device
      </p>
    );
  return (
    <p className="entry-here">
      <HardDriveDownload className="icon" aria-hidden="true" /> On this device
      {here.unsent > 0 && <Badge tone="warning">{counted(here.unsent, 'change')} not sent</Badge>}
    </p>
  );
}
