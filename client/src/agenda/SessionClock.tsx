import type { Session } from '@assay/shared/model';
import { useEffect, useState } from 'react';
import { Button } from '../ui/index.ts';
import { sayClock, secondsLeft } from './clock.ts';
import { ITEM_SECONDS } from './moving.ts';
import { useAgendaDesk } from './use-agenda.ts';

interface ClockProps {
  readonly session: Session;
  /** Whether this person sets it. */
  readonly mayRun: boolean;
}

/** The time for an item, which everybody sees. It ends nothing: over time it counts on. */
export function SessionClock({ session, mayRun }: ClockProps) {
  const desk = useAgendaDesk();
  const set = (seconds: number | null) =>
    void desk.session.send({ type: 'session.time', session: session.id, seconds });
  if (!session.timer)
    return mayRun ? (
      <Button size="small" tone="plain" onPress={() => set(ITEM_SECONDS)}>
        Start {ITEM_SECONDS} s
      </Button>
    ) : null;
  return (
    <>
      <Running timer={session.timer} />
      {mayRun && (
        <Button size="small" tone="plain" onPress={() => set(null)}>
          Stop
        </Button>
      )}
    </>
  );
}

function Running({ timer }: { readonly timer: NonNullable<Session['timer']> }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  const left = secondsLeft(timer, now);
  return (
    <span className="session-clock" role="timer" data-over={left < 0 || undefined}>
      {sayClock(left)}
    </span>
  );
}
