import type { TreeOutcome, TreeQuestion } from '../guide-tree.ts';

/* @__NO_SIDE_EFFECTS__ */
const none = (advice: string): TreeOutcome => ({ mark: null, advice });

/* @__NO_SIDE_EFFECTS__ */
const quote = (type: string, advice: string): TreeOutcome => ({
  mark: 'quote',
  attributes: { type },
  advice,
  next: 'quote-edge',
});

export const QUOTE_QUESTIONS: readonly TreeQuestion[] = [
  {
    id: 'quote',
    question: 'Does the article present this as what somebody else said, wrote or thinks?',
    answers: [
      { answer: 'Yes, and there are quotation marks', leads: 'quote-speaker' },
      { answer: 'Yes, without quotation marks', leads: 'quote-source' },
      { answer: 'No', leads: none('It is the article’s own voice: not a quote.') },
    ],
  },
  {
    id: 'quote-speaker',
    question: 'Is somebody behind the words in quotation marks?',
    hint: 'Named, a pronoun, carried over from the sentence before, or plain from what happens.',
    answers: [
      { answer: 'Yes', leads: 'quote-marked' },
      { answer: 'No', leads: none('A sneer, a term, a title or a motto: not a quote.') },
    ],
  },
  {
    id: 'quote-marked',
    question: 'Does all of what was said stand in quotation marks?',
    answers: [
      { answer: 'All of it', leads: quote('direct', 'Mark it with its quotation marks.') },
      {
        answer: 'Part of it',
        leads: quote('mixed', 'Mark the whole clause that tells what was said, not only the words in marks.'),
      },
    ],
  },
  {
    id: 'quote-source',
    question: 'Is there a source, and a word that hands over to it?',
    hint: 'Such as “said”, “according to”, “denies” or “adds:”.',
    answers: [
      {
        answer: 'Yes, for a clause',
        leads: quote('indirect', 'Mark what was said, without the word of saying.'),
      },
      { answer: 'Yes, for a whole passage', leads: quote('block', 'Mark the passage from end to end.') },
      { answer: 'No', leads: none('Without a source it is the article’s own voice: not a quote.') },
    ],
  },
  {
    id: 'quote-edge',
    question: 'Could a clause at the edge be the writer’s own?',
    answers: [
      {
        answer: 'Yes',
        leads: {
          mark: 'quote',
          attributes: { confidence: 'unsure' },
          advice: 'Leave that clause out, and say in the note that the edge is doubtful.',
          next: 'quote-nested',
        },
      },
      { answer: 'No', leads: 'quote-nested' },
    ],
  },
  {
    id: 'quote-nested',
    question: 'Does the quote stand inside another quote?',
    answers: [
      {
        answer: 'Yes',
        leads: { mark: 'quote', advice: 'Mark both. In the inner one, put the outer speaker under “Via”.' },
      },
      { answer: 'No', leads: { mark: 'quote', advice: 'The mark is complete.' } },
    ],
  },
];
