import type { AgendaEntry } from '@assay/shared/review';
import { votersAwaited } from '@assay/shared/review';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import MessageSquare from 'lucide-react/icons/message-square';
import Scale from 'lucide-react/icons/scale';
import { outcomeOf, useLabels, usePeople } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { AvatarStack, classes, IconButton, LabelTag } from '../ui/index.ts';
import { rankBy } from './acts.ts';
import { STATES } from './agenda-words.ts';
import { chooseItem } from './moving.ts';
import { useAgendaDesk, useGroupWords } from './use-agenda.ts';

interface RowProps {
  readonly entry: AgendaEntry;
  readonly number: number;
}

/** One item of the list: its words, label, agreement, who marked it, and how far it has come. */
export function AgendaRow({ entry, number }: RowProps) {
  const labelOf = useLabels();
  const desk = useAgendaDesk();
  const personOf = usePeople();
  const current = useStore(desk.running, (session) => session?.current === entry.group.id);
  const { group, discussed } = entry;
  const words = useGroupWords(group, 160);
  const state = STATES[group.state];
  return (
    <div className={classes('agenda-row', current && 'agenda-current')} data-label={group.label}>
      <button
        type="button"
        className="agenda-row-open"
        data-item={group.id}
        aria-current={current || undefined}
        onClick={() => chooseItem(desk, group.id)}
      >
        <span className="agenda-row-line">
          <span className="agenda-number">{number}</span>
          <LabelTag label={labelOf(group.label)} />
          <span className="agenda-state" title={state.meaning}>
            <span aria-hidden="true">{state.sign} </span>
            {state.name}
          </span>
          {group.clash.some(({ rival }) => rival) && (
            <span className="agenda-state agenda-rival" title="Another label stands against it">
              <span aria-hidden="true">⇄ </span>label
            </span>
          )}
          {discussed && (
            <span className="agenda-talk" title="Being discussed">
              <MessageSquare className="icon" aria-hidden="true" />
              <span className="visually-hidden">being discussed</span>
            </span>
          )}
        </span>
        <span className="agenda-words" dir="auto">
          {words}
        </span>
        <Progress entry={entry} />
      </button>
      <div className="agenda-row-side">
        <AvatarStack people={group.reviewers.map(personOf)} label="Marked by" />
        <Places entry={entry} />
      </div>
    </div>
  );
}

/** What has come of it, or how many have voted. */
function Progress({ entry: { group, item, standing, decision } }: { readonly entry: AgendaEntry }) {
  const labelOf = useLabels();
  const desk = useAgendaDesk();
  const personOf = usePeople();
  const ballot = useStore(desk.session.review, (view) => view.state.ballots.get(group.id));
  const awaited = useStore(desk.session.review, (view) => votersAwaited(view.state).length);
  if (standing === 'settled')
    return <span className="agenda-progress agenda-settled">✓ {outcomeOf(decision!, labelOf)}</span>;
  if (standing === 'parked') {
    const { owner, due } = item!.parked!;
    return (
      <span className="agenda-progress">
        Parked with {personOf(owner).name}
        {due && `, until ${due}`}
      </span>
    );
  }
  const voted = ballot?.voted.length ?? 0;
  if (voted === 0) return standing === 'pulled' ? <span className="agenda-progress">Pulled out</span> : null;
  return (
    <span className="agenda-progress">
      {voted} of {Math.max(voted, awaited)} voted{ballot?.revealed ? ', revealed' : ''}
    </span>
  );
}

/** Where a moderator puts the item among the others. */
function Places({ entry: { group, item, standing } }: { readonly entry: AgendaEntry }) {
  const desk = useAgendaDesk();
  useStore(desk.rights);
  if (!desk.may('agenda.arrange') || (standing !== 'open' && standing !== 'pulled')) return null;
  return (
    <span className="agenda-places">
      <IconButton
        label="Earlier"
        size="small"
        icon={<ArrowUp className="icon" aria-hidden="true" />}
        onPress={() => rankBy(desk, group.id, -1)}
      />
      <IconButton
        label="Later"
        size="small"
        icon={<ArrowDown className="icon" aria-hidden="true" />}
        onPress={() => rankBy(desk, group.id, 1)}
      />
      {item?.rank !== undefined && (
        <IconButton
          label="Back to its place by weight"
          size="small"
          icon={<Scale className="icon" aria-hidden="true" />}
          onPress={() => void desk.session.send({ type: 'item.rank', group: group.id, rank: null })}
        />
      )}
    </span>
  );
}
