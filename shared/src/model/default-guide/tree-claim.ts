import type { TreeOutcome, TreeQuestion } from '../guide-tree.ts';

/* @__NO_SIDE_EFFECTS__ */
const claim = (checkable: string, advice: string): TreeOutcome => ({
  mark: 'claim',
  attributes: { checkable },
  advice,
});

export const CLAIM_QUESTIONS: readonly TreeQuestion[] = [
  {
    id: 'claim',
    question: 'Could evidence show that this is true or false?',
    hint: 'Also when it is denied, asked, sneered or only taken for granted.',
    answers: [
      { answer: 'Yes', leads: 'claim-facts' },
      {
        answer: 'No',
        leads: {
          mark: null,
          advice: 'A taste, a wish, an order, bare irony or an open question: not a claim.',
        },
      },
    ],
  },
  {
    id: 'claim-facts',
    question: 'How many facts are in it?',
    answers: [
      { answer: 'One', leads: 'claim-checkable' },
      {
        answer: 'Several',
        leads: {
          mark: 'claim',
          advice: 'Mark each in its own shortest clause, and go on with each of them by itself.',
          next: 'claim-checkable',
        },
      },
    ],
  },
  {
    id: 'claim-checkable',
    question: 'Could you check it?',
    hint: 'Mark the shortest clause that stands alone. It is said by the innermost speaker.',
    answers: [
      { answer: 'Yes', leads: claim('yes', 'Say how much it is worth checking.') },
      {
        answer: 'Only once a word in it has been pinned down',
        leads: claim('partly', 'Say in the note which word, and how much the claim is worth checking.'),
      },
      {
        answer: 'No, it is private or not decided yet',
        leads: claim('no', 'Mark it all the same, and say in the note why.'),
      },
    ],
  },
];
