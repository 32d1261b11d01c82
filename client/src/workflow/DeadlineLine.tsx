import { useStore } from '../store/index.ts';
import { describeMoment, fullMoment, minuteClock } from '../ui/index.ts';
import { deadlineWords } from './deadline-words.ts';
import { localZone } from './plan-draft.ts';

interface DeadlineLineProps {
  readonly at: string;
  /** The marks are revealed then. */
  readonly reveals: boolean;
}

/** The deadline as people say it and exactly, in the person's own time; kept true while it is shown. */
export function DeadlineLine({ at, reveals }: DeadlineLineProps) {
  const now = useStore(minuteClock);
  const { before, after } = deadlineWords(at, now, reveals);
  return (
    <p className="deadline">
      {before}{' '}
      <time dateTime={at} title={localZone()}>
        {fullMoment(at)}
      </time>{' '}
      ({describeMoment(at, now)}){after}
    </p>
  );
}
