import { tearsPair } from '@assay/shared/article';
import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import {
  AddMarkStep,
  AddNodeMarkStep,
  AttrStep,
  RemoveMarkStep,
  RemoveNodeMarkStep,
  type Step,
} from 'prosemirror-transform';

/** Positions `from` to `to` of the old document were replaced by `newFrom` to `newTo` of the new one. */
export interface ChangedRange {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** What one step did, between two documents. */
export interface StepChange {
  readonly before: Node;
  readonly after: Node;
  /** In document order. */
  readonly ranges: readonly ChangedRange[];
}

/** The exact ranges that a transaction changed, step by step: taken from the steps, never guessed from the text. */
export function stepChanges(transaction: Transaction): StepChange[] {
  return transaction.steps.map((step, i) => {
    const before = transaction.docs[i]!;
    const after = transaction.docs[i + 1] ?? transaction.doc;
    return {
      before,
      after,
      ranges: rangesOf(step, before, after).map((range) => wholePairs(before, after, range)),
    };
  });
}

/** The change between two documents when nobody knows how it came about. */
export function wholeChange(before: Node, after: Node): StepChange {
  return {
    before,
    after,
    ranges: [differingRange(before, after)].map((range) => wholePairs(before, after, range)),
  };
}

function rangesOf(step: Step, before: Node, after: Node): ChangedRange[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return [inPlace(step.from, step.to)];
  if (step instanceof AttrStep || step instanceof AddNodeMarkStep || step instanceof RemoveNodeMarkStep) {
    return [inPlace(step.pos, step.pos + 1)];
  }
  const ranges: ChangedRange[] = [];
  step.getMap().forEach((from, to, newFrom, newTo) => {
    ranges.push({ from, to, newFrom, newTo });
  });
  return ranges.length || before.eq(after) ? ranges : [differingRange(before, after)];
}

function inPlace(from: number, to: number): ChangedRange {
  return { from, to, newFrom: from, newTo: to };
}

function differingRange(before: Node, after: Node): ChangedRange {
  const from = before.content.findDiffStart(after.content) ?? 0;
  const end = before.content.findDiffEnd(after.content) ?? { a: from, b: from };
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return { from, to: end.a + overlap, newFrom: from, newTo: end.b + overlap };
}

/** The range widened so that neither end lies inside a surrogate pair of either document: Yjs cannot split one. */
function wholePairs(before: Node, after: Node, range: ChangedRange): ChangedRange {
  const { from, to, newFrom, newTo } = range;
  const left = tornAt(before, from) || tornAt(after, newFrom) ? 1 : 0;
  const right = tornAt(before, to) || tornAt(after, newTo) ? 1 : 0;
  return { from: from - left, to: to + right, newFrom: newFrom - left, newTo: newTo + right };
}

function tornAt(doc: Node, position: number): boolean {
  const at = doc.resolve(position);
  if (!at.parent.isTextblock) return false;
  const before = unitAt(at.parent, at.parentOffset - 1);
  return before !== undefined && tearsPair(before, unitAt(at.parent, at.parentOffset) ?? 0);
}

/** The UTF-16 unit at an offset of a text block; undefined where there is none or no text. */
function unitAt(block: Node, offset: number): number | undefined {
  if (offset < 0 || offset >= block.content.size) return undefined;
  const { node, offset: start } = block.childAfter(offset);
  return node?.text?.charCodeAt(offset - start);
}
