import type { Attributes } from '../annotation.ts';
import type { TreeOutcome, TreeQuestion } from '../guide-tree.ts';

/* @__NO_SIDE_EFFECTS__ */
const none = (advice: string): TreeOutcome => ({ mark: null, advice });

/* @__NO_SIDE_EFFECTS__ */
const speculation = (advice: string, attributes: Attributes = {}): TreeOutcome => ({
  mark: 'speculation',
  attributes,
  advice,
});

export const SPECULATION_QUESTIONS: readonly TreeQuestion[] = [
  {
    id: 'speculation',
    question: 'Does whoever holds this go beyond what they are shown to know?',
    answers: [
      { answer: 'Yes, and a word shows the doubt', leads: 'speculation-cue' },
      { answer: 'Yes, but it is stated flatly', leads: 'speculation-flat' },
      { answer: 'No', leads: none('What is known, or shown, is not speculation.') },
    ],
  },
  {
    id: 'speculation-cue',
    question: 'What does that word do?',
    answers: [
      {
        answer: 'It puts the thing itself in doubt',
        leads: speculation('Mark the clause in doubt, and give the cue, its kind and the holder.'),
      },
      {
        answer: 'It only says that others report or allege it',
        leads: speculation('Mark it as hearsay, unless your team has decided to leave hearsay out.', {
          cueType: 'evidential',
          basis: 'hearsay',
        }),
      },
      {
        answer: 'It permits, grants a point, or says what is generally possible',
        leads: none('Nothing is in doubt: not speculation.'),
      },
    ],
  },
  {
    id: 'speculation-flat',
    question: 'What is it about?',
    answers: [
      { answer: 'The future', leads: 'speculation-future' },
      { answer: 'What others secretly want or plot', leads: 'speculation-motive' },
      { answer: 'Something else', leads: none('An unproved statement of fact is a claim, not speculation.') },
    ],
  },
  {
    id: 'speculation-future',
    question: 'Has it been announced or put on a timetable?',
    answers: [
      { answer: 'Yes', leads: none('A plan or a date is a claim, not speculation.') },
      {
        answer: 'No',
        leads: speculation('Mark it, and say from when it can be checked.', { cueType: 'prediction' }),
      },
    ],
  },
  {
    id: 'speculation-motive',
    question: 'Is evidence for it offered?',
    answers: [
      { answer: 'Yes', leads: none('With evidence it is a claim: mark that.') },
      {
        answer: 'No',
        leads: speculation('Mark it. If a fact that can be checked is in it, mark that as a claim too.', {
          cueType: 'asserted-motive',
          basis: 'none',
        }),
      },
    ],
  },
];
