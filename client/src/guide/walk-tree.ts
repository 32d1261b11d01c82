import type { DecisionTree, TreeOutcome, TreeQuestion } from '@assay/shared/model';

/** An answer that was given. */
export interface Step {
  readonly question: string;
  /** Its place among the answers. */
  readonly answer: number;
}

/** Where a way of answers stands: at a question, or at an outcome that may lead on to a question. */
export interface Standpoint {
  readonly asked: TreeQuestion | null;
  readonly outcome: TreeOutcome | null;
}

/** Where answers lead from a root. Steps that the tree does not have are left out, with all after them. */
export function standpointOf(tree: DecisionTree, root: string, steps: readonly Step[]): Standpoint {
  let asked = questionIn(tree, root);
  let outcome: TreeOutcome | null = null;
  for (const step of steps) {
    const leads = asked?.id === step.question ? asked.answers[step.answer]?.leads : undefined;
    if (leads === undefined) break;
    outcome = typeof leads === 'string' ? null : leads;
    asked = questionIn(tree, typeof leads === 'string' ? leads : leads.next);
  }
  return { asked, outcome };
}

export function questionIn({ questions }: DecisionTree, id: string | undefined): TreeQuestion | null {
  return questions.find((question) => question.id === id) ?? null;
}
