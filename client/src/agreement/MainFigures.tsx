import type { ArticleFigures, Estimate } from '@assay/shared/agreement-report';
import type { ReactNode } from 'react';
import { VisuallyHidden } from '../ui/index.ts';
import { Explain } from './Explain.tsx';
import { EXPLANATIONS, type ExplanationName } from './explanations.ts';
import { type Domain, domainOf, Scale, ScaleHead } from './Scale.tsx';
import { Section } from './Section.tsx';
import { figureWords, intervalWords, percent } from './words.ts';

interface Row {
  readonly what: ExplanationName;
  readonly estimate: Estimate;
  /** Its name among those who know it, and what it speaks of. */
  readonly note: ReactNode;
}

export const ALPHA_U = (
  <span>
    α<sub>U</sub>
  </span>
);

/** The figures of all labels, each by the question it answers. */
export function mainRows({ headline, passages, coding, alphaU, gamma }: ArticleFigures): Row[] {
  const none = { kind: 'undefined', reason: 'too-few-draws', why: 'Not computed yet.' } as const;
  const share =
    coding.coefficient.kind === 'figure' ? `, of ${percent(coding.coverage)} of what was marked` : '';
  const samples = gamma?.coefficient.kind === 'figure' ? `, ${gamma.samples} samples of chance` : '';
  return [
    headline.method === 'together'
      ? { what: 'together', estimate: headline, note: 'ᵤα' }
      : { what: 'byLabel', estimate: headline, note: 'ᵤα, label by label' },
    { what: 'passages', estimate: passages, note: '|ᵤα' },
    { what: 'coding', estimate: coding, note: `cuα${share}` },
    {
      what: 'gamma',
      estimate: { coefficient: gamma?.coefficient ?? none, interval: null },
      note: `γ${samples}`,
    },
    { what: 'alphaU', estimate: { coefficient: alphaU, interval: null }, note: ALPHA_U },
  ];
}

export function MainFigures({ figures }: { readonly figures: ArticleFigures }) {
  const rows = mainRows(figures);
  const domain = domainOf(rows.map(({ estimate }) => estimate));
  return (
    <Section
      title="By the question"
      explanation="interval"
      lead="The same marks, asked differently. A dot is the figure, the line around it where it would most likely lie with other paragraphs."
    >
      <table className="figures">
        <caption className="visually-hidden">Figures of agreement by the question they answer</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col" className="column-scale">
              <VisuallyHidden>Drawn on a scale</VisuallyHidden>
              <ScaleHead domain={domain} />
            </th>
            <th scope="col" className="column-number">
              Figure
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MainRow key={row.what} row={row} domain={domain} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function MainRow({ row: { what, estimate, note }, domain }: { readonly row: Row; readonly domain: Domain }) {
  const { coefficient, interval } = estimate;
  return (
    <tr>
      <th scope="row">
        <span className="with-explanation">
          {EXPLANATIONS[what].title} <Explain what={what} />
        </span>
        <span className="cell-note">{note}</span>
      </th>
      {coefficient.kind === 'figure' ? (
        <>
          <td className="column-scale">
            <Scale estimate={estimate} domain={domain} />
          </td>
          <td className="column-number">
            {figureWords(coefficient)}
            <span className="cell-note">{intervalWords(interval)}</span>
          </td>
        </>
      ) : (
        <td colSpan={2} className="cell-why">
          {coefficient.why}
        </td>
      )}
    </tr>
  );
}
