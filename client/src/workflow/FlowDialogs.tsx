import { useStore } from '../store/index.ts';
import { Confirm } from './Confirm.tsx';
import { openPoints, openPointWords } from './open-points.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { progressOf } from './progress.ts';
import { notDoneWords } from './reveal-words.ts';
import { useFlow, useNames, useReview } from './use-flow.ts';
import './FlowDialogs.css';

/** What the page asks about the review, one thing at a time. */
export function FlowDialogs() {
  const question = useStore(useFlow().question);
  switch (question) {
    case null:
      return null;
    case 'plan':
      return <PlanDialog />;
    case 'reveal':
      return <RevealDialog />;
    case 'discuss':
      return <DiscussDialog />;
    case 'sign-off':
      return <SignOffDialog />;
    case 'reopen':
      return <ReopenDialog />;
  }
}

function NotDone() {
  const workflow = useReview((state) => state.workflow);
  const marks = useReview((state) => state.progress);
  const names = useNames(workflow.reviewers);
  const words = notDoneWords(progressOf(workflow, marks), names);
  return words ? <p className="flow-warning">{words}</p> : <p>Everybody who was asked is done.</p>;
}

function RevealDialog() {
  return (
    <Confirm question="reveal" title="Reveal all marks?" action="Reveal all marks">
      <NotDone />
      <p>
        Everybody sees everybody’s marks and notes at once. They are kept as they stand now, so that the
        agreement can be told from them, and marks that mean the same are put into groups to be discussed.
      </p>
      <p>Marks can be made afterwards too; they are called late.</p>
      <p>
        <b>This cannot be undone:</b> what people have seen, they have seen.
      </p>
    </Confirm>
  );
}

function DiscussDialog() {
  return (
    <Confirm question="discuss" title="Go on to the discussion?" action="Go on to the discussion">
      <NotDone />
      <p>
        Marks are kept as they stand now, so that the agreement can be told from them, and those that mean the
        same are put into groups to be discussed. Marks can be made afterwards too; they are called late.
      </p>
      <p>
        <b>There is no way back to marking.</b>
      </p>
    </Confirm>
  );
}

function SignOffDialog() {
  const state = useReview((review) => review);
  const open = openPointWords(openPoints(state));
  return (
    <Confirm question="sign-off" title="Sign off the review?" action="Sign off">
      {open.length === 0 ? (
        <p>Everything is settled, and no task is open.</p>
      ) : (
        <div className="flow-warning">
          <p>Still open:</p>
          <ul className="flow-open">
            {open.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>You can sign off all the same; it stays open in the record.</p>
        </div>
      )}
      <p>
        The article and its review can then only be read and exported, by everybody. The record is sealed as
        it is now. You can reopen it.
      </p>
    </Confirm>
  );
}

function ReopenDialog() {
  return (
    <Confirm question="reopen" title="Reopen the review?" action="Reopen">
      <p>
        People can mark, discuss and settle again. The sign-off stays in the record, and what is done from now
        on comes after it; the next sign-off has another seal.
      </p>
      <p>The text stays locked until somebody unlocks it in the article’s menu.</p>
    </Confirm>
  );
}
