import type { ArticleFigures, CoveredEstimate } from '@assay/shared/agreement-report';
import { LabelTag } from '../ui/index.ts';
import { Explain } from './Explain.tsx';
import type { Names } from './names.ts';
import { type Domain, domainOf, Scale, ScaleHead } from './Scale.tsx';
import { Section, WideTable } from './Section.tsx';
import { counted, figureWords, intervalWords, percent } from './words.ts';

interface LabelFiguresProps {
  readonly figures: ArticleFigures;
  readonly names: Names;
}

/** Which label is used alike, and which is worth a talk. */
export function LabelFigures({ figures: { labels, counts }, names }: LabelFiguresProps) {
  const domain = domainOf(labels.map(({ alpha }) => alpha));
  return (
    <Section
      title="By label"
      explanation="labelAlpha"
      lead={
        <>
          <p>Each label on its own, against everything else. A low one may need a clearer definition.</p>
          {counts.nested > 0 && (
            <p>
              Where labels are nested, “Chosen alike” has no value: it needs one label for every word of a
              person.
            </p>
          )}
        </>
      }
    >
      <WideTable caption="Agreement about each label">
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col" className="column-scale" aria-label="Drawn on a scale">
              <ScaleHead domain={domain} />
            </th>
            <th scope="col" className="column-number">
              <HeadWithHelp words="Same words" what="labelAlpha" />
            </th>
            <th scope="col" className="column-number">
              <HeadWithHelp words="Chosen alike" what="labelCoding" />
            </th>
            <th scope="col" className="column-number">
              <HeadWithHelp words="α_U" what="alphaU" />
            </th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <LabelRow key={label.label} label={label} names={names} domain={domain} />
          ))}
        </tbody>
      </WideTable>
    </Section>
  );
}

function HeadWithHelp({
  words,
  what,
}: {
  readonly words: string;
  readonly what: 'labelAlpha' | 'labelCoding' | 'alphaU';
}) {
  return (
    <span className="with-explanation with-explanation-end">
      {words} <Explain what={what} />
    </span>
  );
}

interface LabelRowProps {
  readonly label: ArticleFigures['labels'][number];
  readonly names: Names;
  readonly domain: Domain;
}

function LabelRow({ label, names, domain }: LabelRowProps) {
  const { alpha, coding, alphaU, marks, united } = label;
  const note = [
    counted(marks, 'mark'),
    ...(united > 0 ? [`${united} overlap within a person and count as one`] : []),
  ].join(', ');
  return (
    <tr>
      <th scope="row">
        <LabelTag label={names.label(label.label)} />
        <span className="cell-note">{note}</span>
      </th>
      {alpha.coefficient.kind === 'figure' ? (
        <>
          <td className="column-scale">
            <Scale estimate={alpha} domain={domain} />
          </td>
          <td className="column-number">
            {figureWords(alpha.coefficient)}
            <span className="cell-note">{intervalWords(alpha.interval)}</span>
          </td>
        </>
      ) : (
        <td colSpan={2} className="cell-why">
          {alpha.coefficient.why}
        </td>
      )}
      <td className="column-number">
        <Coding coding={coding} />
      </td>
      <td className="column-number">{alphaU ? figureWords(alphaU) : '–'}</td>
    </tr>
  );
}

function Coding({ coding: { coefficient, coverage } }: { readonly coding: CoveredEstimate }) {
  if (coefficient.kind === 'undefined')
    return (
      <>
        – <span className="visually-hidden">{coefficient.why}</span>
      </>
    );
  return (
    <>
      {figureWords(coefficient)}
      <span className="cell-note">of {percent(coverage)}</span>
    </>
  );
}
