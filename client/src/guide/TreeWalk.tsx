import { type Guide, type LabelId, labelIn, type TreeOutcome } from '@assay/shared/model';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useEffect, useRef, useState } from 'react';
import { Button, LabelTag } from '../ui/index.ts';
import { questionIn, type Step, standpointOf } from './walk-tree.ts';

interface TreeWalkProps {
  readonly guide: Guide;
  /** Marks the selected words; left out where nothing can be marked. */
  mark?(label: LabelId): void;
}

/** The questions that lead to a label, one after the other; each answer can be taken back. */
export function TreeWalk({ guide, mark }: TreeWalkProps) {
  const { tree } = guide;
  const [root, setRoot] = useState(tree.roots[0] ?? '');
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const { asked, outcome } = standpointOf(tree, root, steps);
  const begin = (from: string) => {
    setRoot(from);
    setSteps([]);
  };
  if (tree.roots.length === 0)
    return <p className="guide-quiet">This guide has no questions to go through.</p>;
  return (
    <div className="guide-walk">
      <p className="guide-quiet">{tree.note}</p>
      <ol className="guide-trail" aria-label="Answers so far">
        {steps.map((step, i) => {
          const question = questionIn(tree, step.question);
          return (
            <li key={step.question}>
              <span>{question?.question}</span>{' '}
              <button type="button" className="guide-answered" onClick={() => setSteps(steps.slice(0, i))}>
                {question?.answers[step.answer]?.answer}
                <span className="visually-hidden"> (change)</span>
              </button>
            </li>
          );
        })}
      </ol>
      {outcome && <Outcome guide={guide} outcome={outcome} mark={mark} />}
      {asked && (
        <Asked key={asked.id + steps.length} takesKeyboard={steps.length > 0}>
          <p className="guide-asked">{asked.question}</p>
          {asked.hint && <p className="guide-why">{asked.hint}</p>}
          <div className="guide-answers">
            {asked.answers.map(({ answer }, i) => (
              <Button
                key={answer}
                size="small"
                onPress={() => setSteps([...steps, { question: asked.id, answer: i }])}
              >
                {answer}
              </Button>
            ))}
          </div>
        </Asked>
      )}
      <footer className="guide-walk-foot">
        {steps.length > 0 && (
          <Button
            size="small"
            tone="plain"
            icon={<RotateCcw className="icon" aria-hidden="true" />}
            onPress={() => begin(root)}
          >
            Start again
          </Button>
        )}
        {tree.roots
          .filter((other) => other !== root)
          .map((other) => (
            <Button key={other} size="small" tone="plain" onPress={() => begin(other)}>
              {questionIn(tree, other)?.question}
            </Button>
          ))}
      </footer>
    </div>
  );
}

/** The question that is asked now; after an answer the keyboard comes to it. */
function Asked({ takesKeyboard, children }: { takesKeyboard: boolean; children: React.ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesKeyboard) place.current?.focus();
  }, [takesKeyboard]);
  return (
    <section ref={place} tabIndex={-1} className="guide-question-now" aria-label="Question">
      {children}
    </section>
  );
}

interface OutcomeProps {
  readonly guide: Guide;
  readonly outcome: TreeOutcome;
  readonly mark: ((label: LabelId) => void) | undefined;
}

function Outcome({ guide, outcome, mark }: OutcomeProps) {
  const label = outcome.mark === null ? null : labelIn(guide.labels, outcome.mark);
  return (
    <Asked takesKeyboard>
      <p className="guide-outcome">{label ? <LabelTag label={label} /> : <b>No label</b>}</p>
      <p>{outcome.advice}</p>
      {label && mark && (
        <Button size="small" tone="primary" onPress={() => mark(label.id)}>
          Mark the selected words
        </Button>
      )}
    </Asked>
  );
}
