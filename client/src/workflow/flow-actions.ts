import type { Action } from '../ui/index.ts';
import { discussAgain, type Flow, type FlowRights, goForward, rightsIn, sayDone } from './flow.ts';

const FORWARD: Readonly<Record<NonNullable<FlowRights['forward']>, string>> = {
  plan: 'Plan the review',
  reveal: 'Reveal all marks',
  discuss: 'Go on to the discussion',
  settle: 'Go on to settling',
  'sign-off': 'Sign off the review',
  reopen: 'Reopen the review',
};

/** What the button says that leads on, in the review's own line. An ellipsis: it asks first. */
export function forwardWords(forward: NonNullable<FlowRights['forward']>): string {
  return forward === 'settle' ? FORWARD[forward] : `${FORWARD[forward].replace(' the review', '')}…`;
}

export const DONE_WORDS = { say: 'I am done', takeBack: 'I am not done yet' } as const;

/** What can be done about the review's phases, for the keys, the palette and the list of keys. */
export function flowActions(flow: Flow): readonly Action[] {
  const section = 'The review';
  const rights = rightsIn(flow);
  return [
    {
      id: 'review-plan',
      title: 'Plan the review',
      section,
      keys: ['Shift-p'],
      keywords: 'blind open reviewers deadline',
      isDisabled: !rights.plan,
      run: () => flow.question.set('plan'),
    },
    {
      id: 'review-done',
      title: rights.isDone ? DONE_WORDS.takeBack : DONE_WORDS.say,
      section,
      keys: ['Shift-d'],
      keywords: 'finished ready marking',
      isDisabled: !rights.sayDone,
      run: () => sayDone(flow, !rights.isDone),
    },
    {
      id: 'review-forward',
      title: FORWARD[rights.forward ?? 'settle'],
      section,
      keys: ['Shift-n'],
      keywords: 'next phase move on',
      isDisabled: rights.forward === null,
      run: () => goForward(flow),
    },
    {
      id: 'review-back',
      title: 'Go back to the discussion',
      section,
      keywords: 'phase',
      isDisabled: rights.back === null,
      run: () => discussAgain(flow),
    },
  ];
}
