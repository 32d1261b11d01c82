import type { FrozenMarks, GuideLabel, Person } from '@assay/shared/model';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AgreementView } from '../../../../client/src/agreement/index.ts';

/** What a test shows. */
export interface Shown {
  readonly before: FrozenMarks;
  readonly after: FrozenMarks | null;
  readonly people: readonly Person[];
  readonly labels: readonly GuideLabel[];
  readonly text: string;
}

declare global {
  interface Window {
    show(shown: Shown): void;
    readonly wentTo: number[];
  }
}

const root = createRoot(document.getElementById('app')!);
const wentTo: number[] = [];
Object.assign(window, { wentTo });

window.show = ({ before, after, people, labels, text }) =>
  root.render(
    <StrictMode>
      <div className="page">
        <h1 className="page-heading">The sea gate</h1>
        <AgreementView
          before={before}
          after={after}
          people={new Map(people.map((person) => [person.id, person]))}
          labels={labels}
          text={text}
          title="The sea gate"
          onGoTo={(paragraph) => wentTo.push(paragraph)}
        />
      </div>
    </StrictMode>,
  );
