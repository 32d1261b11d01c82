import { type PersonId, present, type Session } from '@assay/shared/model';
import { clip, count, usePeople } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { AvatarStack, Button, Menu, type MenuEntry, RelativeTime } from '../ui/index.ts';
import { returnToPresenter } from './following.ts';
import { wordsOfGroup } from './group-words.ts';
import { nextWithClock, startSession } from './moving.ts';
import { partOf } from './part.ts';
import { SessionClock } from './SessionClock.tsx';
import { useAgendaDesk } from './use-agenda.ts';
import './SessionBar.css';

/** The meeting in which items are settled: who leads it, who is there, how to join, and how to come back to it. */
export function SessionBar() {
  const desk = useAgendaDesk();
  const running = useStore(desk.running);
  const me = useStore(desk.session.me);
  useStore(desk.rights);
  const part = partOf(running, me?.id ?? null);
  if (!running) return <NoSession />;
  return (
    <section className="session" aria-label="Session" data-agenda="">
      {part === 'outside' ? (
        <Outside session={running} />
      ) : (
        <>
          <Lead session={running} />
          {part === 'presenter' && (
            <Button size="small" onPress={() => nextWithClock(desk)}>
              Next item
            </Button>
          )}
          <SessionClock session={running} mayRun={part === 'presenter' || desk.may('session.lead')} />
          <SessionMenu session={running} />
        </>
      )}
    </section>
  );
}

/** Without a meeting: what the plan says of time, and for a moderator the way to start one. */
function NoSession() {
  const desk = useAgendaDesk();
  const workflow = useStore(desk.session.review, (view) => view.state.workflow);
  const open = useStore(desk.open);
  const settling = workflow.phase === 'discussing' || workflow.phase === 'settling';
  if (!open || !settling) return null;
  return (
    <section className="session" aria-label="Session" data-agenda="">
      <p className="session-words">
        No session is running: everybody votes and discusses in their own time
        {workflow.deadline && (
          <>
            , until <RelativeTime at={workflow.deadline} />
          </>
        )}
        .
      </p>
      {desk.may('session.lead') && (
        <Button size="small" tone="primary" onPress={() => startSession(desk)}>
          Start a session
        </Button>
      )}
    </section>
  );
}

function Outside({ session }: { readonly session: Session }) {
  const desk = useAgendaDesk();
  const personOf = usePeople();
  return (
    <>
      <p className="session-words">
        {personOf(session.presenter).name} leads a session here, with{' '}
        {count(present(session).length, 'person', 'people')}.
      </p>
      {desk.may('session.join') && (
        <Button
          size="small"
          tone="primary"
          onPress={() => void desk.session.send({ type: 'session.join', session: session.id })}
        >
          Join
        </Button>
      )}
    </>
  );
}

function Lead({ session }: { readonly session: Session }) {
  const desk = useAgendaDesk();
  const personOf = usePeople();
  const me = useStore(desk.session.me);
  const following = useStore(desk.following);
  const group = useStore(desk.agenda, ({ byId }) =>
    session.current === null ? null : (byId.get(session.current)?.group ?? null),
  );
  const leads = session.presenter === me?.id;
  const name = personOf(session.presenter).name;
  const item = group && clip(wordsOfGroup(desk.margin, group), 40);
  return (
    <>
      <AvatarStack people={present(session).map(personOf)} label="In the session" />
      <p className="session-words" aria-live="polite">
        {leads ? 'You lead: all follow you' : following ? `You follow ${name}` : `${name} is at`}
        {!leads && !following && item && `: “${item}”`}
      </p>
      {!leads && !following && (
        <Button size="small" tone="primary" onPress={() => returnToPresenter(desk)}>
          Return to {name}
        </Button>
      )}
    </>
  );
}

/** What is done with the session once in a while. */
function SessionMenu({ session }: { readonly session: Session }) {
  const desk = useAgendaDesk();
  const personOf = usePeople();
  const me = useStore(desk.session.me);
  const leads = session.presenter === me?.id;
  const moderates = desk.may('session.lead');
  const lead = (presenter: PersonId) =>
    void desk.session.send({ type: 'session.lead', session: session.id, presenter });
  const handing: MenuEntry[] = leads
    ? present(session)
        .filter((id) => id !== me?.id)
        .map((id) => ({ id, label: personOf(id).name, run: () => lead(id) }))
    : [];
  const general: (MenuEntry | false)[] = [
    !leads && moderates && me !== null && { id: 'take', label: 'Take the lead', run: () => lead(me.id) },
    !leads && {
      id: 'leave',
      label: 'Leave the session',
      run: () => void desk.session.send({ type: 'session.leave', session: session.id }),
    },
    (leads || moderates) && {
      id: 'end',
      label: 'End the session for all',
      tone: 'danger' as const,
      run: () => void desk.session.send({ type: 'session.end', session: session.id }),
    },
  ];
  return (
    <Menu
      label="Session"
      groups={[
        ...(handing.length > 0 ? [{ title: 'Hand the lead to', entries: handing }] : []),
        { entries: general.filter((one) => one !== false) },
      ]}
      trigger={
        <Button size="small" tone="plain">
          Session…
        </Button>
      }
    />
  );
}
