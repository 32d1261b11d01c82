import type { AgendaEntry } from '@assay/shared/review';
import { useEffect, useRef } from 'react';
import { outcomeOf, useLabels } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button, LabelTag, Notice } from '../ui/index.ts';
import { pull } from './acts.ts';
import { listNames, STATES } from './agenda-words.ts';
import { Decide } from './Decide.tsx';
import { DecisionView, EarlierDecisions } from './DecisionView.tsx';
import { Findings } from './Findings.tsx';
import { GroupTalk } from './GroupTalk.tsx';
import { OtherLabels } from './OtherLabels.tsx';
import { GroupTasks } from './Tasks.tsx';
import { useAgendaDesk, useNames } from './use-agenda.ts';
import { useVariants } from './use-variants.ts';
import { Variants } from './Variants.tsx';
import { Votes } from './Votes.tsx';
import './ItemPanel.css';

/** One item: its words as each reviewer has them, the votes, the decision, and what was said about it. */
export function ItemPanel({ entry }: { readonly entry: AgendaEntry }) {
  const { variants, text } = useVariants(entry.group);
  const open = entry.standing !== 'settled';
  const panel = useRef<HTMLElement>(null);
  const decided = useRef(entry.decision?.id);
  useEffect(() => {
    if (decided.current === entry.decision?.id) return;
    decided.current = entry.decision?.id;
    showTop(panel.current);
  }, [entry.decision?.id]);
  return (
    <article ref={panel} className="item" tabIndex={-1} data-label={entry.group.label} aria-label="Item">
      <ItemHead entry={entry} />
      <NotCounted entry={entry} />
      {!open && <DecisionView entry={entry} variants={variants} />}
      <Variants entry={entry} variants={variants} text={text} />
      <OtherLabels group={entry.group} />
      {open && <Votes entry={entry} variants={variants} />}
      {open && <Decide entry={entry} variants={variants} />}
      <EarlierDecisions entry={entry} />
      {entry.decision && entry.decision.spans.length > 0 && <Findings group={entry.group} />}
      <GroupTasks group={entry.group} />
      <GroupTalk group={entry.group} />
    </article>
  );
}

/** What was pressed is gone with the decision: the item itself takes the keyboard, unless somebody writes. */
function showTop(panel: HTMLElement | null): void {
  const { activeElement } = document;
  panel?.parentElement?.scrollTo({ top: 0 });
  const writes = activeElement?.matches('input, textarea, [contenteditable]');
  if (!writes && (activeElement === document.body || activeElement === null))
    panel?.focus({ preventScroll: true });
}

function ItemHead({ entry: { group, item, standing } }: { readonly entry: AgendaEntry }) {
  const labelOf = useLabels();
  const desk = useAgendaDesk();
  const nameOf = useNames();
  const state = STATES[group.state];
  return (
    <header className="item-head">
      <p className="item-kind">
        <LabelTag label={labelOf(group.label)} />
        <span className="agenda-state">
          <span aria-hidden="true">{state.sign} </span>
          {state.name}
        </span>
      </p>
      <p className="item-meaning">
        {state.meaning}
        {group.missing.length > 0 && ` Not marked by ${listNames(group.missing, nameOf)}.`}
      </p>
      {standing === 'parked' && (
        <p className="item-meaning">
          Parked with {nameOf(item!.parked!.owner)}
          {item!.parked!.due && `, until ${item!.parked!.due}`}.{' '}
          {desk.may('agenda.arrange') && (
            <Button
              size="small"
              onPress={() => void desk.session.send({ type: 'item.park', group: group.id, parked: null })}
            >
              Take it up again
            </Button>
          )}
        </p>
      )}
      {standing === 'pulled' && (
        <p className="item-meaning">
          Pulled out by {nameOf(item!.pulled!.by)}.{' '}
          {desk.may('agenda.pull') && (
            <Button size="small" tone="plain" onPress={() => pull(desk, group.id, false)}>
              Put it back
            </Button>
          )}
        </p>
      )}
    </header>
  );
}

/** Says to whoever decided a moment too late that it did not count, and what counts. */
function NotCounted({ entry: { group, decision } }: { readonly entry: AgendaEntry }) {
  const labelOf = useLabels();
  const desk = useAgendaDesk();
  const nameOf = useNames();
  const uncounted = useStore(desk.uncounted);
  if (uncounted?.group !== group.id || !decision || decision.id === uncounted.decision) return null;
  return (
    <Notice
      tone="error"
      title="Your decision did not count"
      actions={
        <Button size="small" onPress={() => desk.uncounted.set(null)}>
          All right
        </Button>
      }
    >
      <p>
        {nameOf(decision.creator)} settled this a moment before: {outcomeOf(decision, labelOf)}. Reopen it if
        it should not stand.
      </p>
    </Notice>
  );
}
