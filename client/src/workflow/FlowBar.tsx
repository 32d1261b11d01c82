import { isSealed } from '@assay/shared/model';
import CheckIcon from 'lucide-react/icons/check';
import { useMemo, useRef } from 'react';
import { useStore } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { DoneButton } from './DoneButton.tsx';
import { discussAgain, goForward } from './flow.ts';
import { forwardWords } from './flow-actions.ts';
import { openPoints } from './open-points.ts';
import { type Step, stepsOf } from './phase-words.ts';
import { progressOf } from './progress.ts';
import { standingOf } from './standing.ts';
import { useFlow, useFlowRights, useReview } from './use-flow.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import './FlowBar.css';

/** One line at the head of the page: where the article is in its review, what comes next, and who can do it. */
export function FlowBar() {
  const flow = useFlow();
  const ready = useStore(flow.session.review, (view) => view.ready);
  return ready ? <Bar /> : null;
}

function Bar() {
  const workflow = useReview((state) => state.workflow);
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);
  const { now, next } = useStanding();
  return (
    <section ref={place} className="flow" aria-label="The review" tabIndex={-1}>
      <div className="flow-row">
        <nav aria-label="Steps of the review">
          <ol className="flow-steps">
            {stepsOf(workflow).map((step, i) => (
              <StepItem key={step.phase} step={step} number={i + 1} />
            ))}
          </ol>
        </nav>
        <p className="flow-standing">
          {now} <span className="flow-next">{next}</span>
        </p>
        <Acts />
      </div>
    </section>
  );
}

const SAID = { done: ', done', now: ', now', ahead: ', to come' } as const;

function StepItem({ step, number }: { readonly step: Step; readonly number: number }) {
  const { name, state } = step;
  return (
    <li className="flow-step" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="flow-mark" aria-hidden="true">
        {state === 'done' ? <CheckIcon className="icon" /> : number}
      </span>
      <span className="flow-name">{name}</span>
      <span className="visually-hidden">{SAID[state]}</span>
    </li>
  );
}

function useStanding() {
  const { session } = useFlow();
  useStore(session.rights);
  const workflow = useReview((state) => state.workflow);
  const marks = useReview((state) => state.progress);
  const groups = useReview((state) => state.groups);
  const items = useReview((state) => state.items);
  const decisions = useReview((state) => state.decisions);
  const tasks = useReview((state) => state.tasks);
  const open = useMemo(
    () => openPoints({ groups, items, decisions, tasks }),
    [groups, items, decisions, tasks],
  );
  return standingOf(workflow, progressOf(workflow, marks), open, {
    leads: session.may('review.move'),
    marks: session.may('annotation.create'),
  });
}

/** What the person can do about it; while marking is blind, being done is said in the banner below. */
function Acts() {
  const flow = useFlow();
  const { plan, sayDone, forward, back } = useFlowRights();
  const sealed = useReview(({ workflow }) => isSealed(workflow));
  const says = sayDone && !sealed;
  if (!plan && !says && !forward) return null;
  return (
    <div className="flow-acts">
      {plan && (
        <Button size="small" tone="plain" onPress={() => flow.question.set('plan')}>
          Plan…
        </Button>
      )}
      {back && (
        <Button size="small" tone="plain" onPress={() => discussAgain(flow)}>
          Discuss again
        </Button>
      )}
      {says && <DoneButton tone="plain" />}
      {forward && (
        <Button size="small" onPress={() => goForward(flow)}>
          {forwardWords(forward)}
        </Button>
      )}
    </div>
  );
}
