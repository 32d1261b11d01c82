import type { ArticleFigures } from '@assay/shared/agreement-report';
import { LabelTag } from '../ui/index.ts';
import type { Names } from './names.ts';
import { heat } from './PairMatrix.tsx';
import { Section, WideTable } from './Section.tsx';
import { percent } from './words.ts';

interface ConfusedLabelsProps {
  readonly figures: ArticleFigures;
  readonly names: Names;
}

/** Which labels meet on marks that mean the same. */
export function ConfusedLabels({ figures: { confusion }, names }: ConfusedLabelsProps) {
  const { labels, table } = confusion;
  const given = labels
    .map((label, i) => ({ label, i, all: table[i]!.reduce((sum, count) => sum + count, 0) }))
    .filter(({ all }) => all > 0);
  return (
    <Section
      title="Which label met which"
      explanation="confusion"
      lead="Read a row: where somebody gave this label, what had the others there?"
    >
      <WideTable caption="Labels that met on grouped marks" className="matrix">
        <thead>
          <tr>
            <th scope="col">One gave</th>
            {given.map(({ label }) => (
              <th key={label} scope="col">
                <LabelTag label={names.label(label)} compact />
              </th>
            ))}
            <th scope="col">Nothing</th>
          </tr>
        </thead>
        <tbody>
          {given.map(({ label, i, all }) => (
            <tr key={label}>
              <th scope="row">
                <LabelTag label={names.label(label)} />
              </th>
              {[...given.map((other) => other.i), labels.length].map((j) => (
                <td key={j} className="cell-heat" style={heat(table[i]![j]! / all)}>
                  {percent(table[i]![j]! / all)}
                  <span className="cell-note">{table[i]![j]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Section>
  );
}
