import type { ArticleFigures, AttributeFigures } from '@assay/shared/agreement-report';
import { LabelTag } from '../ui/index.ts';
import { Dashes } from './Dashes.tsx';
import type { Names } from './names.ts';
import { Section, WideTable } from './Section.tsx';
import { counted, figureWords, intervalWords } from './words.ts';

interface AttributeTableProps {
  readonly figures: ArticleFigures;
  readonly names: Names;
}

/** How alike people answer about marks that mean the same. */
export function AttributeTable({ figures: { attributes }, names }: AttributeTableProps) {
  return (
    <Section
      title="Answers about marks"
      explanation="attributes"
      lead="Where marks mean the same: did their reviewers answer the guide’s questions alike? Free text is not compared."
    >
      {attributes.length === 0 ? (
        <p className="agreement-empty">Nobody has answered a question about a mark yet.</p>
      ) : (
        <>
          <WideTable caption="Agreement about attributes of marks">
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col" className="column-number">
                  α
                </th>
                <th scope="col" className="column-number">
                  κ
                </th>
                <th scope="col" className="column-number">
                  AC1
                </th>
              </tr>
            </thead>
            <tbody>
              {attributes.map((one) => (
                <AttributeRow key={`${one.label} ${one.attribute}`} figures={one} names={names} />
              ))}
            </tbody>
          </WideTable>
          <Dashes
            coefficients={attributes.flatMap((one) => [
              one.alpha.coefficient,
              one.kappa.coefficient,
              one.ac1,
            ])}
          />
        </>
      )}
    </Section>
  );
}

const METRICS: Readonly<Record<AttributeFigures['metric'], string>> = {
  nominal: '',
  interval: 'numbers',
  masi: 'sets',
};

function AttributeRow({ figures, names }: { readonly figures: AttributeFigures; readonly names: Names }) {
  const { label, attribute, metric, items, compared, alpha, kappa, ac1 } = figures;
  const note = [`${compared} of ${counted(items, 'group')} compared`, METRICS[metric]]
    .filter(Boolean)
    .join(', ');
  return (
    <tr>
      <th scope="row">
        <span className="attribute-name">
          <LabelTag label={names.label(label)} compact /> {names.attribute(label, attribute)}
        </span>
        <span className="cell-note">{note}</span>
      </th>
      <td className="column-number">
        {figureWords(alpha.coefficient)}
        <span className="cell-note">{intervalWords(alpha.interval)}</span>
      </td>
      <td className="column-number">
        {figureWords(kappa.coefficient)}
        <span className="cell-note">{kappa.excluded > 0 && `without ${kappa.excluded}`}</span>
      </td>
      <td className="column-number">{figureWords(ac1)}</td>
    </tr>
  );
}
