import { Button, type ButtonTone } from '../ui/index.ts';
import { sayDone } from './flow.ts';
import { DONE_WORDS } from './flow-actions.ts';
import { useFlow, useFlowRights } from './use-flow.ts';

/** Says that one is done with marking, or takes it back. For who may. */
export function DoneButton({ tone = 'primary' }: { readonly tone?: ButtonTone }) {
  const flow = useFlow();
  const { isDone } = useFlowRights();
  return (
    <Button size="small" tone={isDone ? 'plain' : tone} onPress={() => sayDone(flow, !isDone)}>
      {isDone ? DONE_WORDS.takeBack : DONE_WORDS.say}
    </Button>
  );
}
