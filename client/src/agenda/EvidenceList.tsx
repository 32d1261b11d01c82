import type { Evidence, EvidenceId, Group } from '@assay/shared/model';
import { newId } from '@assay/shared/model';
import { useMemo, useState } from 'react';
import { useStore } from '../store/index.ts';
import { Badge, Button, Select, TextArea, TextField } from '../ui/index.ts';
import { DayField } from './DayField.tsx';
import { useAgendaDesk, useNames } from './use-agenda.ts';

const STANCES = {
  supports: { name: 'Supports it', sign: '+', tone: 'success' },
  refutes: { name: 'Refutes it', sign: '−', tone: 'danger' },
  context: { name: 'Context', sign: '○', tone: 'neutral' },
} as const;

type Stance = keyof typeof STANCES;

/** The pages that speak for or against what was settled. */
export function EvidenceList({ group }: { readonly group: Group }) {
  const desk = useAgendaDesk();
  const all = useStore(desk.session.review, (view) => view.state.evidence);
  const list = useMemo(() => [...all.values()].filter((one) => one.group === group.id), [all, group.id]);
  const [adding, setAdding] = useState(false);
  const may = desk.may('finding.change');
  return (
    <section className="evidence" aria-label="Evidence">
      <h3 className="item-heading">Evidence</h3>
      <ul>
        {list.map((one) => (
          <EvidenceRow key={one.id} evidence={one} />
        ))}
      </ul>
      {adding && <EvidenceForm group={group} done={() => setAdding(false)} />}
      {may && !adding && (
        <Button size="small" onPress={() => setAdding(true)}>
          Add evidence
        </Button>
      )}
    </section>
  );
}

function EvidenceRow({ evidence }: { readonly evidence: Evidence }) {
  const desk = useAgendaDesk();
  const { session } = desk;
  const nameOf = useNames();
  const { name, sign, tone } = STANCES[evidence.stance];
  return (
    <li className="evidence-row">
      <Badge tone={tone}>
        <span aria-hidden="true">{sign} </span>
        {name}
      </Badge>{' '}
      <a href={evidence.url} target="_blank" rel="noopener noreferrer nofollow">
        {evidence.title || evidence.url}
      </a>
      {evidence.quote && <blockquote dir="auto">{evidence.quote}</blockquote>}
      <p className="item-meaning">
        {nameOf(evidence.creator)}
        {evidence.seen && `, seen ${evidence.seen}`}{' '}
        {desk.may('evidence.remove', { creator: evidence.creator }) && (
          <Button
            size="small"
            tone="plain"
            aria-label={`Remove ${evidence.title || evidence.url}`}
            onPress={() => void session.send({ type: 'evidence.remove', evidence: evidence.id })}
          >
            Remove
          </Button>
        )}
      </p>
    </li>
  );
}

function EvidenceForm({ group, done }: { readonly group: Group; done(): void }) {
  const { session } = useAgendaDesk();
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [quote, setQuote] = useState('');
  const [seen, setSeen] = useState('');
  const [stance, setStance] = useState<Stance>('supports');
  const wrong = url.trim() !== '' && !/^https?:\/\/\S+\.\S+/.test(url.trim());
  const add = () => {
    void session.send({
      type: 'evidence.add',
      evidence: {
        id: newId<EvidenceId>(),
        group: group.id,
        url: url.trim(),
        title: title.trim(),
        quote: quote.trim(),
        seen: seen || null,
        stance,
      },
    });
    done();
  };
  return (
    <fieldset className="decide-form" aria-label="New evidence">
      <TextField
        label="Address of the page"
        type="url"
        value={url}
        onChange={setUrl}
        error={wrong ? 'It begins with http:// or https://.' : null}
        autoFocus
      />
      <TextField label="Its title" value={title} onChange={setTitle} maxLength={300} />
      <TextArea
        label="The words that decide it"
        rows={2}
        value={quote}
        onChange={setQuote}
        maxLength={4000}
      />
      <DayField label="Seen on" value={seen} onChange={setSeen} />
      <Select
        label="What it does"
        options={(Object.keys(STANCES) as Stance[]).map((id) => ({ id, label: STANCES[id].name }))}
        value={stance}
        onChange={setStance}
      />
      <div className="decide-buttons">
        <Button size="small" tone="primary" isDisabled={!url.trim() || wrong} onPress={add}>
          Add
        </Button>
        <Button size="small" tone="plain" onPress={done}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
