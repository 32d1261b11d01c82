import { type FormEvent, useId, useState } from 'react';
import { Button, Checkbox, Dialog, Notice, Select, TextField } from '../ui/index.ts';
import { BlindChoice } from './BlindChoice.tsx';
import { sendPlan } from './flow.ts';
import {
  blindFixed,
  changesOf,
  deadlineFault,
  draftOf,
  localZone,
  type PlanDraft,
  withReviewer,
} from './plan-draft.ts';
import { ReviewerChoice } from './ReviewerChoice.tsx';
import { useFlow, useOnline, useReview } from './use-flow.ts';

/** How the article is to be marked: open or blind, by whom, until when, and what follows by itself. */
export function PlanDialog() {
  const flow = useFlow();
  const state = useReview((review) => review);
  const online = useOnline();
  const form = useId();
  const [draft, setDraft] = useState(() => draftOf(state.workflow));
  const [error, setError] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const [tried, setTried] = useState(false);
  const fault = deadlineFault(draft, state.workflow, Date.now());
  const close = () => flow.question.set(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isPending || fault) return;
    const changes = changesOf(draft, state.workflow);
    if (Object.keys(changes).length === 0) return close();
    setPending(true);
    const refusal = await sendPlan(flow, changes);
    if (refusal === null) return close();
    setError(refusal);
    setPending(false);
  };
  return (
    <Dialog
      title="Plan the review"
      isOpen
      onOpenChange={close}
      isDismissable={false}
      footer={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button tone="primary" type="submit" form={form} isDisabled={isPending || !online}>
            Save the plan
          </Button>
        </>
      }
    >
      <form id={form} className="plan" onSubmit={save}>
        <BlindChoice
          blind={draft.blind}
          onChange={(blind) => setDraft({ ...draft, blind })}
          fixed={blindFixed(state)}
        />
        <ReviewerChoice
          chosen={draft.reviewers}
          choose={(person, on) => setDraft((now) => withReviewer(now, person, on))}
        />
        <Ending
          draft={draft}
          setDraft={setDraft}
          error={tried ? fault : null}
          marking={state.workflow.phase === 'marking'}
        />
        <Select
          label="Who sees how far the reviewers agree"
          options={AGREEMENT}
          value={draft.agreementFor}
          onChange={(agreementFor) => setDraft({ ...draft, agreementFor })}
        />
        {error && (
          <Notice tone="error" title="The plan was not saved">
            {error}
          </Notice>
        )}
        {!online && (
          <p className="flow-offline">The server cannot be reached. The plan can be saved when it answers.</p>
        )}
      </form>
    </Dialog>
  );
}

const AGREEMENT = [
  { id: 'everybody', label: 'Everybody' },
  { id: 'moderators', label: 'Moderators and owners only' },
] as const;

interface EndingProps {
  readonly draft: PlanDraft;
  setDraft(draft: PlanDraft): void;
  readonly error: string | null;
  readonly marking: boolean;
}

/** Until when people mark, and what reveals blind marks by itself. */
function Ending({ draft, setDraft, error, marking }: EndingProps) {
  const { revealAt } = draft;
  if (!marking) return null;
  return (
    <div className="plan-ending">
      <div className="plan-deadline">
        <TextField
          label="Deadline"
          type="datetime-local"
          value={draft.deadline}
          onChange={(deadline) => setDraft({ ...draft, deadline })}
          error={error}
          description={`Your time, ${localZone()}; everybody sees it in theirs.`}
        />
        {draft.deadline && (
          <Button tone="plain" size="small" onPress={() => setDraft({ ...draft, deadline: '' })}>
            No deadline
          </Button>
        )}
      </div>
      {draft.blind && (
        <fieldset className="plan-group">
          <legend className="field-label">Reveal all marks by itself</legend>
          <Checkbox
            isSelected={revealAt.allDone && draft.reviewers.length > 0}
            isDisabled={draft.reviewers.length === 0}
            onChange={(allDone) => setDraft({ ...draft, revealAt: { ...revealAt, allDone } })}
          >
            When all reviewers are done{draft.reviewers.length === 0 && ' (choose them first)'}
          </Checkbox>
          <Checkbox
            isSelected={revealAt.deadline && draft.deadline !== ''}
            isDisabled={draft.deadline === ''}
            onChange={(deadline) => setDraft({ ...draft, revealAt: { ...revealAt, deadline } })}
          >
            At the deadline{draft.deadline === '' && ' (set it first)'}
          </Checkbox>
          <p className="field-description">A moderator can reveal them at any time. There is no way back.</p>
        </fieldset>
      )}
    </div>
  );
}
