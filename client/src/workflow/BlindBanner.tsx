import EyeOff from 'lucide-react/icons/eye-off';
import { useStore } from '../store/index.ts';
import { blindWords } from './blind-words.ts';
import { DeadlineLine } from './DeadlineLine.tsx';
import { DoneButton } from './DoneButton.tsx';
import { ProgressList } from './ProgressList.tsx';
import { isAsked, progressOf } from './progress.ts';
import { useFlow, useFlowRights, useReview } from './use-flow.ts';
import './BlindBanner.css';

/** While people mark without seeing each other: what that means for this person, how far everybody is, until when. */
export function BlindBanner() {
  const { session } = useFlow();
  const me = useStore(session.me)?.id ?? null;
  const workflow = useReview((state) => state.workflow);
  const marks = useReview((state) => state.progress);
  const { sayDone, isDone } = useFlowRights();
  const words = blindWords({
    marks: session.may('annotation.create'),
    notes: session.may('comment.add'),
    asked: isAsked(workflow, me),
    done: isDone,
  });
  return (
    <section className="blind" aria-labelledby="blind-title">
      <h2 className="blind-title" id="blind-title">
        <EyeOff className="icon" aria-hidden="true" /> Blind marking: nobody sees anybody else’s marks
      </h2>
      <p>{words}</p>
      <div className="blind-foot">
        <div className="blind-facts">
          <ProgressList progress={progressOf(workflow, marks)} me={me} />
          {workflow.deadline && <DeadlineLine at={workflow.deadline} reveals={workflow.revealAt.deadline} />}
        </div>
        {sayDone && <DoneButton />}
      </div>
    </section>
  );
}
