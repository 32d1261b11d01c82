import { useStore } from '../../store/index.ts';
import { minuteClock } from './clock.ts';
import { describeMoment, fullMoment } from './moments.ts';

/** A moment in words such as `5 minutes ago`, kept true while it is shown; the full date is its title. */
export function RelativeTime({ at }: { readonly at: string }) {
  const now = useStore(minuteClock);
  return (
    <time dateTime={at} title={fullMoment(at)}>
      {describeMoment(at, now)}
    </time>
  );
}
