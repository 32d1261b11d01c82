import type { ArticleFigures, Estimate } from '@assay/shared/agreement-report';
import type { ReactNode } from 'react';
import { LabelTag, VisuallyHidden } from '../ui/index.ts';
import { Dashes } from './Dashes.tsx';
import { EXPLANATIONS } from './explanations.ts';
import { mainRows } from './MainFigures.tsx';
import type { Names } from './names.ts';
import { type Domain, domainOf, Scale, ScaleHead } from './Scale.tsx';
import { Section, WideTable } from './Section.tsx';
import { figureWords } from './words.ts';

interface BeforeAfterProps {
  readonly before: ArticleFigures;
  readonly after: ArticleFigures;
  readonly names: Names;
}

interface Change {
  readonly key: string;
  readonly name: ReactNode;
  readonly before: Estimate;
  readonly after: Estimate;
}

/** What the discussion changed. */
export function BeforeAfter({ before, after, names }: BeforeAfterProps) {
  const changes = changesOf(before, after, names);
  const domain = domainOf(changes.flatMap((change) => [change.before, change.after]));
  return (
    <Section
      title="Before and after"
      explanation="change"
      lead="Hollow: before the discussion, each alone. Filled: after it. What rose could be settled by talking; what did not may need the guide."
    >
      <WideTable caption="Figures before and after the discussion">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col" className="column-scale">
              <VisuallyHidden>Drawn on a scale</VisuallyHidden>
              <ScaleHead domain={domain} />
            </th>
            <th scope="col" className="column-number">
              Before
            </th>
            <th scope="col" className="column-number">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <ChangeRow key={change.key} change={change} domain={domain} />
          ))}
        </tbody>
      </WideTable>
      <Dashes
        coefficients={changes.flatMap(({ before: old, after: now }) => [old.coefficient, now.coefficient])}
      />
    </Section>
  );
}

function changesOf(before: ArticleFigures, after: ArticleFigures, names: Names): Change[] {
  const [old, now] = [mainRows(before), mainRows(after)];
  // A headline label by label beside one that is not would compare two different figures.
  const isOneMethod = before.headline.method === after.headline.method;
  const first: Change = {
    key: 'headline',
    name: EXPLANATIONS.together.title,
    before: isOneMethod ? before.headline : before.byLabel,
    after: isOneMethod ? after.headline : after.byLabel,
  };
  const rest = now.slice(1).map(({ what, estimate }, i) => ({
    key: what,
    name: EXPLANATIONS[what].title,
    before: old[i + 1]!.estimate,
    after: estimate,
  }));
  const labels = after.labels.flatMap(({ label, alpha }) => {
    const former = before.labels.find((one) => one.label === label);
    if (!former) return [];
    return [
      { key: label, name: <LabelTag label={names.label(label)} />, before: former.alpha, after: alpha },
    ];
  });
  return [first, ...rest, ...labels];
}

function ChangeRow({ change, domain }: { readonly change: Change; readonly domain: Domain }) {
  const { name, before, after } = change;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="column-scale">
        <Scale estimate={after} before={before} domain={domain} />
      </td>
      <td className="column-number">{figureWords(before.coefficient)}</td>
      <td className="column-number">{figureWords(after.coefficient)}</td>
    </tr>
  );
}
