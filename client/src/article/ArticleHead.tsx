import Lock from 'lucide-react/icons/lock';
import { useMemo } from 'react';
import { count, type Entry, useMargin, useSealed } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Badge, RelativeTime } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { TitleField } from './TitleField.tsx';
import { useHeadlineInText } from './use-headline-in-text.ts';
import { useWordCount } from './use-word-count.ts';
import './ArticleHead.css';

/** The headline, and under it what one wants to know of the article at a glance. */
export function ArticleHead({ desk }: { readonly desk: Desk }) {
  const record = useStore(desk.session.review, (view) => view.state.article);
  const { entries } = useMargin();
  const all = useStore(entries);
  const words = useWordCount(desk);
  const title = record?.title ?? '';
  const inText = useHeadlineInText(desk, title);
  const sealed = useSealed();
  const { marks, open } = useMemo(() => factsOf(all), [all]);
  return (
    <header className="article-head" data-headline-in-text={inText || undefined}>
      <TitleField desk={desk} title={title} unseen={inText} />
      <p className="article-facts">
        {words !== null && <span>{count(words, 'word')}</span>}
        <span>{count(marks, sealed ? 'mark of yours' : 'mark', sealed ? 'marks of yours' : 'marks')}</span>
        {!sealed && <span>{count(open, 'open thread')}</span>}
        {record && (
          <span>
            imported <RelativeTime at={record.created} />
          </span>
        )}
        {record?.locked && (
          <Badge icon={<Lock className="icon" aria-hidden="true" />}>The text is locked</Badge>
        )}
      </p>
      {words === 0 && <NoText desk={desk} />}
    </header>
  );
}

function factsOf(entries: readonly Entry[]): { readonly marks: number; readonly open: number } {
  let [marks, open] = [0, 0];
  const all = entries.flatMap((entry) => [entry, ...(entry.group?.members ?? [])]);
  for (const { annotation, thread, status } of all) {
    if (annotation?.status === 'active') marks++;
    if (thread?.status === 'open' && status !== 'withdrawn') open++;
  }
  return { marks, open };
}

function NoText({ desk }: { readonly desk: Desk }) {
  const mayEdit = useStore(desk.session.mayEditText);
  return (
    <p className="article-facts">
      There is no text yet.{mayEdit && ' Choose Edit, then write or paste it below.'}
    </p>
  );
}
