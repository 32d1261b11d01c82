import { type Guide, inUse, type LabelId } from '@assay/shared/model';
import { useEffect, useRef, useState } from 'react';
import { LabelTag, SearchField, Tabs } from '../ui/index.ts';
import { ExampleText } from './ExampleText.tsx';
import { AttributeEntry, LabelEntry } from './LabelEntry.tsx';
import { type GuideHit, searchGuide } from './search-guide.ts';
import { TreeWalk } from './TreeWalk.tsx';
import './guide.css';

interface GuideReaderProps {
  readonly guide: Guide;
  /** The label whose definition comes into view and takes the keyboard, each time that it is another object. */
  readonly about?: { readonly about: LabelId | null } | null;
  /** Marks the selected words; left out where nothing can be marked. */
  mark?(label: LabelId): void;
}

/** A guide to read beside the work: its labels, the questions that lead to one, and a search over all of it. */
export function GuideReader({ guide, about, mark }: GuideReaderProps) {
  const [query, setQuery] = useState('');
  const [tab, setTab] = useState<'labels' | 'decide'>('labels');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!about?.about) return;
    setTab('labels');
    setQuery('');
    // Once it stands there.
    const frame = requestAnimationFrame(() => {
      const entry = place.current?.querySelector<HTMLElement>(`#guide-${about.about}`);
      entry?.scrollIntoView({ block: 'start' });
      entry?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [about]);
  return (
    <div ref={place} className="guide-reader">
      <SearchField label="Search the guide" value={query} onChange={setQuery} />
      {query.trim() ? (
        <Hits hits={searchGuide(guide, query)} />
      ) : (
        <Tabs
          label="Parts of the guide"
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'labels', label: 'Labels', content: <Labels guide={guide} /> },
            {
              id: 'decide',
              label: 'Which label?',
              content: <TreeWalk guide={guide} {...(mark && { mark })} />,
            },
          ]}
        />
      )}
    </div>
  );
}

function Labels({ guide }: { readonly guide: Guide }) {
  return (
    <div className="guide-labels">
      {inUse(guide.labels).map((label) => (
        <LabelEntry key={label.id} label={label} />
      ))}
    </div>
  );
}

function Hits({ hits }: { readonly hits: readonly GuideHit[] }) {
  if (hits.length === 0) return <p className="guide-quiet">Nothing in the guide has all of these words.</p>;
  return (
    <ul className="guide-hits" aria-label="Found in the guide">
      {hits.map((hit) => (
        <li key={keyOf(hit)}>
          <Hit hit={hit} />
        </li>
      ))}
    </ul>
  );
}

function keyOf(hit: GuideHit): string {
  switch (hit.kind) {
    case 'definition':
      return hit.label.id;
    case 'example':
      return `${hit.label.id} ${hit.example.text} ${hit.example.marked[0]?.start}`;
    case 'attribute':
      return `${hit.label.id} ${hit.attribute.id}`;
    case 'question':
      return `? ${hit.question.id}`;
    case 'precedent':
      return `§ ${hit.precedent.article} ${hit.precedent.decision}`;
  }
}

function Hit({ hit }: { readonly hit: GuideHit }) {
  if (hit.kind === 'definition') return <LabelEntry label={hit.label} />;
  if (hit.kind === 'question')
    return (
      <>
        <p className="guide-asked">{hit.question.question}</p>
        {hit.question.hint && <p className="guide-why">{hit.question.hint}</p>}
        <ul className="guide-choices">
          {hit.question.answers.map(({ answer, leads }) => (
            <li key={answer}>
              {answer}
              {typeof leads !== 'string' && <span className="guide-why"> {leads.advice}</span>}
            </li>
          ))}
        </ul>
      </>
    );
  const { label } = hit;
  return (
    <div data-hue={label.hue} data-line={label.line}>
      <LabelTag label={label} />
      {hit.kind === 'example' && <ExampleText example={hit.example} />}
      {hit.kind === 'attribute' && <AttributeEntry attribute={hit.attribute} />}
      {hit.kind === 'precedent' && (
        <p>
          <a href={`/articles/${hit.precedent.article}`}>
            <q dir="auto">{hit.precedent.words}</q>
          </a>{' '}
          {hit.precedent.yes ? 'takes it' : 'does not take it'}, by decision
          {hit.precedent.rationale && `: ${hit.precedent.rationale}`}
        </p>
      )}
    </div>
  );
}
