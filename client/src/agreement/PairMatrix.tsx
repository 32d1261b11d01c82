import type { ArticleFigures, PairFigures } from '@assay/shared/agreement-report';
import type { PersonId } from '@assay/shared/model';
import { type CSSProperties, useState } from 'react';
import { Avatar, Segmented, Select } from '../ui/index.ts';
import type { Names } from './names.ts';
import { Section, WideTable } from './Section.tsx';
import { decimal } from './words.ts';

type Measure = 'exact' | 'half' | 'characters';

const MEASURES = [
  { id: 'exact', label: 'Exact' },
  { id: 'half', label: 'Half' },
  { id: 'characters', label: 'Characters' },
] as const;

const ANY = '*';

interface PairMatrixProps {
  readonly figures: ArticleFigures;
  readonly names: Names;
}

/** How alike each two people mark, as they were named: in no order of merit. */
export function PairMatrix({ figures: { reviewers, pairs, labels }, names }: PairMatrixProps) {
  const [measure, setMeasure] = useState<Measure>('characters');
  const [label, setLabel] = useState<string>(ANY);
  const shown = pairs.filter((pair) => (pair.label ?? ANY) === label);
  const options = [
    { id: ANY, label: 'All labels' },
    ...labels
      .filter(({ marks }) => marks > 0)
      .map((one) => ({ id: one.label, label: names.label(one.label).name })),
  ];
  return (
    <Section
      title="Pair by pair"
      explanation="pairs"
      lead="What each two people have in common, from 0 to 1. Two who differ much have the most to talk about."
    >
      <div className="agreement-switches">
        <Segmented label="What is compared" segments={MEASURES} value={measure} onChange={setMeasure} />
        <Select label="Label" labelHidden options={options} value={label} onChange={setLabel} />
      </div>
      <WideTable caption="F1 of each two reviewers" className="matrix">
        <thead>
          <tr>
            <td />
            {reviewers.map((id) => (
              <th key={id} scope="col">
                <Avatar person={names.person(id)} size="small" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reviewers.map((row) => (
            <tr key={row}>
              <th scope="row">
                <span className="matrix-person">
                  <Avatar person={names.person(row)} size="small" decorative />
                  <span>{names.person(row).name}</span>
                </span>
              </th>
              {reviewers.map((column) => (
                <PairCell key={column} pair={pairOf(shown, row, column)} measure={measure} />
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
      {shown.some((pair) => pair[measure].kind === 'undefined') && (
        <p className="agreement-note">No figure (–): neither of the two gave this label.</p>
      )}
    </Section>
  );
}

function pairOf(pairs: readonly PairFigures[], a: PersonId, b: PersonId): PairFigures | undefined {
  return pairs.find(({ first, second }) => (first === a && second === b) || (first === b && second === a));
}

interface PairCellProps {
  readonly pair: PairFigures | undefined;
  readonly measure: Measure;
}

function PairCell({ pair, measure }: PairCellProps) {
  const f1 = pair?.[measure];
  if (f1?.kind !== 'figure') return <td className="cell-none">{pair ? '–' : ''}</td>;
  return (
    <td className="cell-heat" style={heat(f1.value)}>
      {decimal(f1.value)}
    </td>
  );
}

/** Says how strong a cell is drawn, 0 … 1. */
export function heat(share: number): CSSProperties {
  return { '--heat': `${Math.round(share * 100)}%` } as CSSProperties;
}
