import type { ArticleFigures, Outcomes } from '@assay/shared/agreement-report';
import type { ReactNode } from 'react';
import { LabelTag, VisuallyHidden } from '../ui/index.ts';
import type { Names } from './names.ts';
import { Section, WideTable } from './Section.tsx';
import { percent } from './words.ts';

const KINDS = [
  { id: 'same', name: 'Same words', short: 'Same' },
  { id: 'edges', name: 'Other edges', short: 'Edges' },
  { id: 'label', name: 'Another label', short: 'Label' },
  { id: 'missed', name: 'Nothing there', short: 'Nothing' },
] as const satisfies readonly { id: keyof Outcomes; name: string; short: string }[];

interface MetMarksProps {
  readonly figures: ArticleFigures;
  readonly names: Names;
}

/** Disagreement about edges, about labels, and about whether there is anything at all. */
export function MetMarks({ figures: { outcomes, labels }, names }: MetMarksProps) {
  const given = labels.filter(({ marks }) => marks > 0);
  return (
    <Section
      title="Edges, labels, misses"
      explanation="outcomes"
      lead="Of every mark, beside every other reviewer: how often did they have the same words, other edges, another label, or nothing there?"
    >
      <ul className="legend" aria-hidden="true">
        {KINDS.map(({ id, name }) => (
          <li key={id}>
            <span className="swatch" data-outcome={id} /> {name}
          </li>
        ))}
      </ul>
      <WideTable caption="What marks met in other reviewers" className="met">
        <thead>
          <tr>
            <th scope="col">Marks of</th>
            <th scope="col" className="column-scale">
              <VisuallyHidden>Drawn as a bar</VisuallyHidden>
            </th>
            {KINDS.map(({ id, name, short }) => (
              <th key={id} scope="col" className="column-number">
                <abbr title={name}>{short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <MetRow outcomes={outcomes} name="All labels" />
          {given.length > 1 &&
            given.map(({ label, outcomes: own }) => (
              <MetRow key={label} outcomes={own} name={<LabelTag label={names.label(label)} />} />
            ))}
        </tbody>
      </WideTable>
    </Section>
  );
}

function MetRow({ outcomes, name }: { readonly outcomes: Outcomes; readonly name: ReactNode }) {
  const all = KINDS.reduce((sum, { id }) => sum + outcomes[id], 0);
  const share = (id: keyof Outcomes) => (all > 0 ? outcomes[id] / all : 0);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="column-scale">
        <span className="stack" aria-hidden="true">
          {KINDS.map(({ id }) => (
            <span key={id} data-outcome={id} style={{ flexGrow: outcomes[id] }} hidden={outcomes[id] === 0} />
          ))}
        </span>
      </td>
      {KINDS.map(({ id }) => (
        <td key={id} className="column-number">
          {percent(share(id))}
          <span className="cell-note">{outcomes[id]}</span>
        </td>
      ))}
    </tr>
  );
}
