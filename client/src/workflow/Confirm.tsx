import { type ReactNode, useState } from 'react';
import { Button, Dialog } from '../ui/index.ts';
import { confirm, type Question } from './flow.ts';
import { useFlow, useOnline } from './use-flow.ts';

interface ConfirmProps {
  readonly question: Exclude<Question, 'plan'>;
  readonly title: string;
  /** The button that does it, such as `Reveal all marks`. */
  readonly action: string;
  readonly children: ReactNode;
}

/** Asks before a step that concerns everybody, and stays until the server has done it. */
export function Confirm({ question, title, action, children }: ConfirmProps) {
  const flow = useFlow();
  const online = useOnline();
  const [isPending, setPending] = useState(false);
  const close = () => flow.question.set(null);
  const act = async () => {
    setPending(true);
    if (await confirm(flow, question)) close();
    else setPending(false);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onOpenChange={close}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={close} autoFocus>
            Cancel
          </Button>
          <Button tone="primary" onPress={act} isDisabled={isPending || !online}>
            {action}
          </Button>
        </>
      }
    >
      <div className="flow-question">
        {children}
        {!online && (
          <p className="flow-offline">
            The server cannot be reached. This is possible again when it answers.
          </p>
        )}
      </div>
    </Dialog>
  );
}
