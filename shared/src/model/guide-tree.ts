import type { Attributes } from './annotation.ts';
import type { LabelId } from './label.ts';

/** Where a way through the tree ends. */
export interface TreeOutcome {
  /** The label to mark with; null where the words take none from these questions. */
  readonly mark: LabelId | null;
  /** What the answers have already said about the mark. */
  readonly attributes?: Attributes;
  /** What to do now, in a sentence. */
  readonly advice: string;
  /** A question to go on with about the same words. */
  readonly next?: string;
}

export interface TreeAnswer {
  readonly answer: string;
  /** The id of the question that follows, or the outcome. */
  readonly leads: string | TreeOutcome;
}

export interface TreeQuestion {
  readonly id: string;
  readonly question: string;
  readonly hint?: string;
  readonly answers: readonly TreeAnswer[];
}

/** Questions that lead to a label. Every root is asked of every stretch: labels lie on the same words. */
export interface DecisionTree {
  readonly roots: readonly string[];
  readonly questions: readonly TreeQuestion[];
  /** What holds whatever the answers were. */
  readonly note: string;
}

/** The ids of the questions that may come right after this one. */
function following({ answers }: TreeQuestion): string[] {
  return answers.flatMap(({ leads }) =>
    typeof leads === 'string' ? [leads] : leads.next === undefined ? [] : [leads.next],
  );
}

/**
 * What is wrong with a tree, in a sentence that says what to do, or null: every question has an id of its own and an
 * answer, can be reached from a root, never comes round to itself, and marks with labels of the guide only.
 */
export function treeFault({ roots, questions }: DecisionTree, labels: ReadonlySet<LabelId>): string | null {
  const byId = new Map(questions.map((question) => [question.id, question]));
  if (byId.size < questions.length)
    return 'Two questions of the tree have the same id. Give each one its own.';
  const silent = questions.find(({ question, answers }) => question.trim() === '' || answers.length === 0);
  if (silent) return `The question “${silent.id}” of the tree needs words and at least one answer.`;
  const strange = questions.flatMap(({ answers }) => answers.flatMap(markedBy)).find((id) => !labels.has(id));
  if (strange !== undefined)
    return `The tree marks with “${strange}”, which is no label of the guide. Add it first.`;
  const reached = new Set<string>();
  for (const root of roots) {
    const fault = walkFault(root, byId, [], reached);
    if (fault) return fault;
  }
  const lost = questions.find(({ id }) => !reached.has(id));
  return lost
    ? `No answer leads to the question “${lost.id}” of the tree. Lead there, or leave it out.`
    : null;
}

function markedBy({ leads }: TreeAnswer): LabelId[] {
  return typeof leads === 'string' || leads.mark === null ? [] : [leads.mark];
}

/** Walks on from a question; `way` is how it got there, `reached` collects the questions that are in order. */
function walkFault(
  id: string,
  byId: ReadonlyMap<string, TreeQuestion>,
  way: readonly string[],
  reached: Set<string>,
): string | null {
  if (way.includes(id))
    return `The question “${id}” of the tree leads back to itself. End that way elsewhere.`;
  if (reached.has(id)) return null;
  const question = byId.get(id);
  if (!question)
    return `The tree leads to a question “${id}” that it does not have. Add it or lead elsewhere.`;
  for (const next of following(question)) {
    const fault = walkFault(next, byId, [...way, id], reached);
    if (fault) return fault;
  }
  reached.add(id);
  return null;
}
