import type { AgendaEntry } from '@assay/shared/review';
import { count, useLabels } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button, EmptyState, LabelTag } from '../ui/index.ts';
import { pull, settleBatch } from './acts.ts';
import { chooseItem } from './moving.ts';
import { useAgendaDesk, useGroupWords, useNames } from './use-agenda.ts';

/** What all agree on, to be settled in one go; anybody who votes takes out what is to be talked about. */
export function ConsentBatch() {
  const desk = useAgendaDesk();
  const { consent, entries } = useStore(desk.agenda);
  const pulled = entries.filter(({ standing }) => standing === 'pulled');
  useStore(desk.rights);
  const may = desk.may('decision.make');
  if (consent.length === 0 && pulled.length === 0)
    return (
      <EmptyState title="Nothing is unanimous">
        <p>What all have marked alike, and nobody has voted against, is gathered here.</p>
      </EmptyState>
    );
  return (
    <section className="consent" aria-label="Settled without talking">
      <p className="consent-words">
        {count(consent.length, 'item')} that all have marked alike. Pull out what you want to talk about
        {may ? '; settle the others at once.' : '. A moderator settles the others at once.'}
      </p>
      {may && (
        <Button tone="primary" isDisabled={consent.length === 0} onPress={() => settleBatch(desk)}>
          Settle {count(consent.length, 'item')} as marked
        </Button>
      )}
      <ul className="consent-list" aria-label="To be settled at once">
        {consent.map((entry) => (
          <BatchRow key={entry.group.id} entry={entry} />
        ))}
      </ul>
      {pulled.length > 0 && (
        <>
          <h3 className="item-heading">Pulled out</h3>
          <ul className="consent-list" aria-label="Pulled out">
            {pulled.map((entry) => (
              <BatchRow key={entry.group.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function BatchRow({ entry: { group, item } }: { readonly entry: AgendaEntry }) {
  const desk = useAgendaDesk();
  const nameOf = useNames();
  const labelOf = useLabels();
  const pulled = item?.pulled;
  const words = useGroupWords(group, 140);
  return (
    <li className="consent-row" data-label={group.label}>
      <LabelTag label={labelOf(group.label)} compact />
      <button type="button" className="consent-open" onClick={() => chooseItem(desk, group.id)} dir="auto">
        {words}
      </button>
      {pulled && <span className="consent-by">by {nameOf(pulled.by)}</span>}
      {desk.may('agenda.pull') && (
        <Button
          size="small"
          tone="plain"
          aria-label={pulled ? `Put back: ${words}` : `Pull out: ${words}`}
          onPress={() => pull(desk, group.id, !pulled)}
        >
          {pulled ? 'Put back' : 'Pull out'}
        </Button>
      )}
    </li>
  );
}
