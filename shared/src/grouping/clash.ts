import type { Clash, GroupDraft, MarkGroup } from './groups.ts';
import { hullOf, overlaps, similarity } from './spans.ts';

/**
 * The least similarity of the words of two labels that are called the same words. Higher than for marks of one label: a
 * claim that is half of a quote is something inside something else, not another name for it.
 */
export const LEAST_SIMILARITY_OF_CLASH = 0.5;

/** The groups with what of other labels lies on their words: those of `targets`, compared with all of `drafts`. */
export function withClashes(
  targets: readonly GroupDraft[],
  drafts: readonly GroupDraft[],
  counted: number,
): MarkGroup[] {
  const clashes = new Map<GroupDraft, Clash[]>(targets.map((target) => [target, []]));
  for (const [a, b] of overlappingPairs(drafts)) {
    const alike = similarity(a.words, b.words);
    if (alike < LEAST_SIMILARITY_OF_CLASH) continue;
    clashes.get(a)?.push(clashOf(a, b, alike));
    clashes.get(b)?.push(clashOf(b, a, alike));
  }
  return targets.map((target) => groupWith(target, clashes.get(target)!, counted));
}

/** All pairs of different labels whose words may overlap: one sweep through the text. */
function* overlappingPairs(drafts: readonly GroupDraft[]): Generator<[GroupDraft, GroupDraft]> {
  const placed = drafts
    .filter(({ words }) => words.length > 0)
    .map((draft) => ({ draft, hull: hullOf(draft.words) }))
    .sort((a, b) => a.hull.start - b.hull.start);
  let open: typeof placed = [];
  for (const next of placed) {
    open = open.filter(({ hull }) => hull.end > next.hull.start);
    for (const { draft, hull } of open)
      if (draft.label !== next.draft.label && overlaps(hull, next.hull)) yield [draft, next.draft];
    open.push(next);
  }
}

function clashOf(own: GroupDraft, other: GroupDraft, alike: number): Clash {
  const both = own.reviewers.filter((reviewer) => other.reviewers.includes(reviewer));
  const others = other.reviewers.filter((reviewer) => !both.includes(reviewer));
  const rival = others.length > 0 && both.length < own.reviewers.length;
  return { group: other.id, label: other.label, similarity: alike, both, others, rival };
}

function groupWith({ words: _, apart, ...draft }: GroupDraft, clashes: Clash[], counted: number): MarkGroup {
  const clash = clashes.sort(
    (a, b) => b.similarity - a.similarity || (a.label + a.group < b.label + b.group ? -1 : 1),
  );
  return { ...draft, clash, disagreement: disagreementOf(apart, draft.reviewers, clash, counted) };
}

/**
 * `1 - (1 - where) (1 - what)`, 0 to 1. `where` is the mean over all pairs of the reviewers who count: 0 for two without
 * a mark in the group, 1 for one with and one without, 1 - intersection over union of the compared words for two with. `what`
 * is the share of these pairs in which one chose this label only and the other only the label of a rival group; of
 * several rivals, of that which divides most. With one reviewer it is 0.
 */
function disagreementOf(
  where: number,
  reviewers: readonly string[],
  clash: readonly Clash[],
  counted: number,
): number {
  const divided = clash.map(({ both, others }) => (reviewers.length - both.length) * others.length);
  const what = counted < 2 ? 0 : Math.max(0, ...divided) / ((counted * (counted - 1)) / 2);
  return 1 - (1 - where) * (1 - what);
}
