import type { Decision } from '@assay/shared/model';
import type { AgendaEntry } from '@assay/shared/review';
import { useMemo, useState } from 'react';
import { clip, outcomeOf, useLabels } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Badge, Button, Keys, LabelTag, RelativeTime, TextField } from '../ui/index.ts';
import { mayTakeBack, reopen } from './acts.ts';
import { listNames } from './agenda-words.ts';
import type { ItemProps } from './item-props.ts';
import { PinPrecedent } from './Precedent.tsx';
import { useAgendaDesk, useNames } from './use-agenda.ts';
import { Tally } from './Votes.tsx';

/** What was decided: the words that stand in the end, by whom, how they voted, and why. */
export function DecisionView({ entry, variants }: ItemProps) {
  const labelOf = useLabels();
  const desk = useAgendaDesk();
  const nameOf = useNames();
  const decision = entry.decision!;
  const pending = useStore(desk.session.review, (view) => view.pending.has(decision.id));
  return (
    <section className="decision" aria-label="Decision">
      <p className="decision-outcome">
        <span aria-hidden="true">{decision.outcome === 'contested' ? '≠' : '✓'} </span>
        {outcomeOf(decision, labelOf)}
      </p>
      <p className="decision-by">
        {pending ? (
          'not saved yet'
        ) : (
          <>
            {nameOf(decision.creator)}, <RelativeTime at={decision.created} />
            {decision.batch && ', with all that were unanimous'}
          </>
        )}
      </p>
      {decision.againstMajority && <Badge tone="warning">Against the majority of the votes</Badge>}
      <Spans decision={decision} />
      {decision.rationale && (
        <p className="decision-why" dir="auto">
          {decision.rationale}
        </p>
      )}
      {decision.clause && <Clause clause={decision.clause} />}
      {decision.votes.length > 0 && <Tally votes={decision.votes} variants={variants} />}
      {decision.dissent.length > 0 && (
        <p className="decision-by">Wanted something else: {listNames(decision.dissent, nameOf)}.</p>
      )}
      <PinPrecedent key={decision.id} group={entry.group} decision={decision} />
      <Reopen entry={entry} decision={decision} />
    </section>
  );
}

function Spans({ decision }: { readonly decision: Decision }) {
  const labelOf = useLabels();
  if (decision.spans.length === 0) return null;
  return (
    <ul className="decision-spans">
      {decision.spans.map((span) => (
        <li
          key={`${span.label} ${span.target.ranges[0]?.start} ${span.target.ranges.at(-1)?.end}`}
          data-label={span.label}
          dir="auto"
        >
          <LabelTag label={labelOf(span.label)} compact />{' '}
          {clip(span.target.ranges.map(({ quote }) => quote.exact).join(' … '), 280)}
        </li>
      ))}
    </ul>
  );
}

function Clause({ clause }: { readonly clause: string }) {
  const { session } = useAgendaDesk();
  const guide = useStore(session.review, (view) => view.state.guide);
  const label = guide?.labels.find(({ id }) => id === clause)?.name;
  const question = guide?.tree.questions.find(({ id }) => id === clause)?.question;
  return (
    <p className="decision-by">
      By the guide: {label ? `what a ${label.toLowerCase()} is` : (question ?? clause)}
    </p>
  );
}

function Reopen({ entry, decision }: { readonly entry: AgendaEntry; readonly decision: Decision }) {
  const desk = useAgendaDesk();
  const form = useStore(desk.form);
  useStore(desk.rights);
  const [reason, setReason] = useState('');
  if (!desk.may('decision.reopen')) return null;
  if (form !== 'reopen')
    return (
      <p className="decide-buttons">
        {mayTakeBack(desk, entry) && (
          <Button size="small" onPress={() => reopen(desk, decision.id, '')}>
            Undo <Keys keys="u" />
          </Button>
        )}
        <Button size="small" tone="plain" onPress={() => desk.form.set('reopen')}>
          Reopen…
        </Button>
      </p>
    );
  return (
    <div className="decide-form">
      <TextField
        label="Why it should not stand (may stay empty)"
        value={reason}
        onChange={setReason}
        maxLength={2000}
        autoFocus
      />
      <div className="decide-buttons">
        <Button size="small" tone="primary" onPress={() => reopen(desk, decision.id, reason)}>
          Reopen
        </Button>
        <Button size="small" tone="plain" onPress={() => desk.form.set(null)}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

/** Decisions that were reopened: they stay in the record. */
export function EarlierDecisions({ entry: { group } }: { readonly entry: AgendaEntry }) {
  const labelOf = useLabels();
  const { session } = useAgendaDesk();
  const nameOf = useNames();
  const decisions = useStore(session.review, (view) => view.state.decisions);
  const earlier = useMemo(
    () => [...decisions.values()].filter((one) => one.reopened && one.groups.includes(group.id)),
    [decisions, group.id],
  );
  if (earlier.length === 0) return null;
  return (
    <section className="decision-earlier" aria-label="Earlier decisions">
      <h3 className="item-heading">Earlier</h3>
      <ul>
        {earlier.map((decision) => (
          <li key={decision.id}>
            {outcomeOf(decision, labelOf)} by {nameOf(decision.creator)}, reopened by{' '}
            {nameOf(decision.reopened!.by)}
            {decision.reopened!.reason && `: ${decision.reopened!.reason}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
