import {
  type Attribute,
  canonicalJson,
  type DecisionTree,
  type Guide,
  type GuideChange,
  previewGuide,
} from '@assay/shared/model';
import { freshId } from './fresh-id.ts';

/** What somebody is changing in a guide and has not saved: the version they began with, and their changes of it. */
export interface GuideDraft {
  readonly base: Guide;
  readonly changes: readonly GuideChange[];
}

/** The guide as it would be, whether or not it keeps the rules already. */
export function previewOf({ base, changes }: GuideDraft): Guide {
  return previewGuide(base, changes) ?? base;
}

/** Whether anything would be different. */
export function isChanged(draft: GuideDraft): boolean {
  return canonicalJson(previewOf(draft)) !== canonicalJson(draft.base);
}

/** A draft with one more change; what is said anew of one thing again and again is one change. */
export function withChange({ base, changes }: GuideDraft, change: GuideChange): GuideDraft {
  const at = changes.findLastIndex((one) => isSameSaying(one, change));
  if (at < 0) return { base, changes: [...changes, change] };
  const before = changes[at]!;
  const merged =
    'set' in before && 'set' in change
      ? ({ ...change, set: { ...before.set, ...change.set } } as GuideChange)
      : change;
  return { base, changes: changes.with(at, merged) };
}

function isSameSaying(a: GuideChange, b: GuideChange): boolean {
  if (a.type !== b.type) return false;
  switch (a.type) {
    case 'guide.rename':
    case 'tree.change':
      return true;
    case 'label.change':
      return b.type === a.type && a.label === b.label;
    case 'attribute.change':
      return b.type === a.type && a.label === b.label && a.attribute === b.attribute;
    default:
      return false;
  }
}

/**
 * The same changes on top of a newer version that somebody else has made meanwhile. Ids that they have given too are
 * given anew; of the tree and of choices, what they changed elsewhere stays theirs.
 */
export function rebased({ base, changes }: GuideDraft, newest: Guide): GuideDraft {
  const labels = new Map<string, string>();
  let draft: GuideDraft = { base: newest, changes: [] };
  for (const change of changes) {
    const moved = onTopOf(previewOf(draft), renamed(change, labels), base);
    if (change.type === 'label.add' && moved.type === 'label.add')
      labels.set(change.label.id, moved.label.id);
    draft = { base: newest, changes: [...draft.changes, moved] };
  }
  return draft;
}

function renamed(change: GuideChange, labels: ReadonlyMap<string, string>): GuideChange {
  if (!('label' in change) || typeof change.label !== 'string') return change;
  return { ...change, label: labels.get(change.label) ?? change.label } as GuideChange;
}

function onTopOf(newest: Guide, change: GuideChange, base: Guide): GuideChange {
  switch (change.type) {
    case 'label.add':
      return { ...change, label: { ...change.label, id: freshId(change.label.id, newest.labels) } };
    case 'attribute.add': {
      const taken = newest.labels.find(({ id }) => id === change.label)?.attributes ?? [];
      return { ...change, attribute: { ...change.attribute, id: freshId(change.attribute.id, taken) } };
    }
    case 'attribute.change': {
      const theirs = attributeIn(newest, change.label, change.attribute);
      return change.set.choices && theirs?.choices
        ? { ...change, set: { ...change.set, choices: together(change.set.choices, theirs.choices) } }
        : change;
    }
    case 'tree.change':
      return { ...change, tree: mergedTree(base.tree, change.tree, newest.tree) };
    default:
      return change;
  }
}

function attributeIn(guide: Guide, label: string, id: string): Attribute | undefined {
  return guide.labels.find((one) => one.id === label)?.attributes.find((one) => one.id === id);
}

/** A list with what somebody else has added to it. */
function together<Item extends { readonly id: string }>(
  mine: readonly Item[],
  theirs: readonly Item[],
): Item[] {
  return [...mine, ...theirs.filter(({ id }) => !mine.some((one) => one.id === id))];
}

/** Their tree, with the questions as I have worded them anew. */
function mergedTree(base: DecisionTree, mine: DecisionTree, theirs: DecisionTree): DecisionTree {
  return {
    ...theirs,
    note: mine.note === base.note ? theirs.note : mine.note,
    questions: theirs.questions.map((question) => {
      const was = base.questions.find(({ id }) => id === question.id);
      const is = mine.questions.find(({ id }) => id === question.id);
      return is && canonicalJson(is) !== canonicalJson(was ?? null) ? is : question;
    }),
  };
}
