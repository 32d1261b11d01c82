import type { ArticleFigures } from '@assay/shared/agreement-report';
import { Explain } from './Explain.tsx';
import { domainOf, Scale, ScaleHead } from './Scale.tsx';
import { counted, decimal, figureWords, placeWords } from './words.ts';

/** The figure to begin with, in words first. */
export function Headline({ figures }: { readonly figures: ArticleFigures }) {
  const { headline, reviewers, counts } = figures;
  const { coefficient, interval, method } = headline;
  const domain = domainOf([headline]);
  return (
    <div className="headline">
      <div className="headline-figure">
        <p className="headline-number">{figureWords(coefficient)}</p>
        <Explain what={method === 'together' ? 'together' : 'byLabel'} />
      </div>
      <div className="headline-words">
        <p className="headline-question">Were the same words marked, and called the same?</p>
        {coefficient.kind === 'figure' ? (
          <p>
            {placeWords(coefficient.value)}{' '}
            {interval?.kind === 'interval' &&
              `With other paragraphs of this kind, the figure would most likely lie between ${decimal(interval.low)} and ${decimal(interval.high)}.`}
            {interval?.kind === 'undefined' && interval.why}
            {interval === null && 'How far other paragraphs would move it is not computed yet.'}
          </p>
        ) : (
          <p>{coefficient.why}</p>
        )}
        <div className="headline-scale">
          <ScaleHead domain={domain} />
          <Scale estimate={headline} domain={domain} />
        </div>
        <p className="agreement-note">
          0 is what chance alone would give, 1 full agreement. The lines at .667 and .800 are customary in
          content analysis: few draw conclusions below the first, many rely on data from the second on. They
          are habits, not verdicts.
        </p>
        <p className="agreement-note">
          {counted(counts.marks, 'mark')} by {counted(reviewers.length, 'reviewer')}
          {counts.nested > 0 &&
            `, of which ${counts.nested} share words with another label of the same person; so the figure is made label by label`}
          {counts.leftOut > 0 &&
            `. Left out: ${counted(counts.leftOut, 'mark')} without words or of people who do not count`}
          .
        </p>
      </div>
    </div>
  );
}
