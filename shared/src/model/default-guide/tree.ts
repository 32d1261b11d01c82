import type { DecisionTree } from '../guide-tree.ts';
import { together } from './build.ts';
import { CLAIM_QUESTIONS } from './tree-claim.ts';
import { QUOTE_QUESTIONS } from './tree-quote.ts';
import { SPECULATION_QUESTIONS } from './tree-speculation.ts';

export const DEFAULT_TREE: DecisionTree = {
  roots: ['quote', 'claim', 'speculation'],
  questions: together(QUOTE_QUESTIONS, CLAIM_QUESTIONS, SPECULATION_QUESTIONS),
  note: 'Ask all three questions of the same words, in whichever order; every yes is a mark of its own. If all say no, leave the words alone. If you hesitate, make the mark that you would defend, set its confidence to “Unsure” and say why in the note.',
};
