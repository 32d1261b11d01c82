import type { ArticleFigures, CoveredEstimate } from '@assay/shared/agreement-report';
import type { ReactNode } from 'react';
import { LabelTag, VisuallyHidden } from '../ui/index.ts';
import { Dashes } from './Dashes.tsx';
import { Explain } from './Explain.tsx';
import { ALPHA_U } from './MainFigures.tsx';
import type { Names } from './names.ts';
import { type Domain, domainOf, Scale, ScaleHead } from './Scale.tsx';
import { Section, WideTable } from './Section.tsx';
import { counted, figureWords, intervalWords, percent } from './words.ts';

interface LabelFiguresProps {
  readonly figures: ArticleFigures;
  readonly names: Names;
}

/** Which label is used alike, and which is worth a talk. */
export function LabelFigures({ figures: { labels }, names }: LabelFiguresProps) {
  const domain = domainOf(labels.map(({ alpha }) => alpha));
  return (
    <Section
      title="By label"
      explanation="labelAlpha"
      lead="Each label on its own, against everything else. A low one may need a clearer definition."
    >
      <WideTable caption="Agreement about each label" className="labels">
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col" className="column-scale">
              <VisuallyHidden>Drawn on a scale</VisuallyHidden>
              <ScaleHead domain={domain} />
            </th>
            <th scope="col" className="column-number">
              <HeadWithHelp words="Same words" what="labelAlpha" />
            </th>
            <th scope="col" className="column-number">
              <HeadWithHelp words="Chosen alike" what="labelCoding" />
            </th>
            <th scope="col" className="column-number">
              <HeadWithHelp words={ALPHA_U} what="alphaU" />
            </th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <LabelRow key={label.label} label={label} names={names} domain={domain} />
          ))}
        </tbody>
      </WideTable>
      <Dashes
        coefficients={labels.flatMap((one) => [one.alpha.coefficient, one.coding.coefficient, one.alphaU])}
      />
    </Section>
  );
}

function HeadWithHelp({
  words,
  what,
}: {
  readonly words: ReactNode;
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
      <td className="column-scale">
        <Scale estimate={alpha} domain={domain} />
      </td>
      <td className="column-number">
        {figureWords(alpha.coefficient)}
        <span className="cell-note">{intervalWords(alpha.interval)}</span>
      </td>
      <td className="column-number">
        <Coding coding={coding} />
      </td>
      <td className="column-number">{alphaU ? figureWords(alphaU) : '–'}</td>
    </tr>
  );
}

function Coding({ coding: { coefficient, coverage } }: { readonly coding: CoveredEstimate }) {
  return (
    <>
      {figureWords(coefficient)}
      {coefficient.kind === 'figure' && <span className="cell-note">of {percent(coverage)}</span>}
    </>
  );
}
