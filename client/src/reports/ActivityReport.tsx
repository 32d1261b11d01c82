import { type Activity, activityOf } from '@assay/shared/review';
import { useCallback, useMemo } from 'react';
import { readLastEvents, useLoaded } from '../api/index.ts';
import { useStore } from '../store/index.ts';
import { Avatar, Button, EmptyState, Notice, RelativeTime, Spinner } from '../ui/index.ts';
import type { ReportProps } from './report-props.ts';

/** As many events as are read: weeks of a busy desk. */
const LAST = 500;

/** Everything that happened lately, the newest first. */
export function ActivityReport({ session, seenUpTo, onOpen }: ReportProps) {
  const { article } = session;
  const ask = useCallback((signal: AbortSignal) => readLastEvents(article, LAST, signal), [article]);
  const { loaded, reload } = useLoaded(ask);
  const { state, people } = useStore(session.review);
  const events = loaded.kind === 'loaded' ? loaded.value : null;
  const all = useMemo(() => (events ? activityOf(events, state) : []), [events, state]);
  if (loaded.kind === 'loading') return <Spinner label="Reading what happened" />;
  if (loaded.kind === 'failed')
    return (
      <Notice
        tone="error"
        title="What happened cannot be read now"
        actions={
          <Button size="small" onPress={reload}>
            Try again
          </Button>
        }
      >
        {loaded.message}
      </Notice>
    );
  if (all.length === 0) return <EmptyState title="Nothing has happened yet" level={3} />;
  const lines = (some: readonly Activity[], label: string) => (
    <ol className="activity" aria-label={label}>
      {some.map((one) => (
        <ActivityLine key={one.seq} activity={one} person={people.get(one.by)} onOpen={onOpen} />
      ))}
    </ol>
  );
  const fresh = seenUpTo === null ? [] : all.filter(({ at }) => at > seenUpTo);
  if (fresh.length === 0) return lines(all, 'What happened, the newest first');
  return (
    <>
      <h3 className="activity-heading">Since you were last here</h3>
      {lines(fresh, 'What happened since you were last here, the newest first')}
      <h3 className="activity-heading">Before that</h3>
      {lines(all.slice(fresh.length), 'What happened before that, the newest first')}
    </>
  );
}

interface LineProps {
  readonly activity: Activity;
  readonly person: { readonly id: string; readonly name: string; readonly colour: string } | undefined;
  onOpen(id: string): void;
}

function ActivityLine({ activity: { about, words, at }, person, onOpen }: LineProps) {
  const name = person?.name ?? 'Somebody who left';
  return (
    <li>
      {person && <Avatar person={person} size="small" decorative />}
      <p dir="auto">
        <strong>{name}</strong>{' '}
        {about === null ? (
          words
        ) : (
          <button type="button" className="activity-link" onClick={() => onOpen(about)}>
            {words}
          </button>
        )}{' '}
        <span className="activity-when">
          <RelativeTime at={at} />
        </span>
      </p>
    </li>
  );
}
