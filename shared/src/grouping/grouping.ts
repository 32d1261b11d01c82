import type { TextRange } from '@assay/shared/model';
import { type Candidate, candidateOf, type GroupableMark, inTextOrder } from './candidates.ts';
import { withClashes } from './clash.ts';
import { clusterMarks } from './cluster.ts';
import { ConstraintIndex, type GroupConstraint } from './constraints.ts';
import { draftGroup, type GroupDraft, type MarkGroup } from './groups.ts';
import { type Named, namesFor } from './names.ts';
import { type Neighbourhood, neighbourhoodsOf } from './neighbourhoods.ts';
import { overlaps, spansOf } from './spans.ts';

/** What is needed of a group to know it again. */
export interface FormerGroup {
  readonly id: string;
  readonly members: readonly { readonly mark: string }[];
}

export interface GroupingSettings {
  /** Who counts: those who were to mark, or are done. Marks of others are left out. */
  readonly reviewers: readonly string[];
  readonly constraints?: readonly GroupConstraint[] | undefined;
  /** Groups of an earlier state, such as those before an edit of the text: their ids are kept where they share marks. */
  readonly before?: readonly FormerGroup[] | undefined;
}

/** What has become different: marks that are new or changed, ids of marks that are gone, and all constraints if any differ. */
export interface GroupingChange {
  readonly put?: readonly GroupableMark[] | undefined;
  readonly remove?: readonly string[] | undefined;
  readonly constraints?: readonly GroupConstraint[] | undefined;
}

interface Part extends Neighbourhood {
  readonly drafts: readonly GroupDraft[];
}

/** The marks of an article, grouped. A value: regrouping makes another. */
export interface Grouping {
  /** In text order. */
  readonly groups: readonly MarkGroup[];
  /** What regrouping starts from. */
  readonly basis: Basis;
}

interface Basis {
  readonly text: string;
  readonly reviewers: readonly string[];
  readonly constraints: readonly GroupConstraint[];
  readonly parts: readonly Part[];
}

/**
 * Groups the marks of different reviewers that have one label and mean the same words. The order in which marks and
 * reviewers are given does not matter to which marks are in which group.
 *
 * `text`: the linear text that the ranges count in. Throws a RangeError for a mark that covers nothing or lies outside the text,
 * and for two marks with one id.
 */
export function groupMarks(
  marks: readonly GroupableMark[],
  text: string,
  { reviewers, constraints = [], before = [] }: GroupingSettings,
): Grouping {
  const counted = [...new Set(reviewers)];
  const candidates = candidatesOf(marks, text, counted);
  return settle({ text, reviewers: counted, constraints, parts: [] }, candidates, before.map(namedAs), {
    groups: [],
    areas: [],
  });
}

/**
 * The grouping after a change of some marks or constraints. It is what `groupMarks` makes of the marks as they are now
 * and the groups before, but only neighbourhoods that the change reaches are grouped again; groups elsewhere stay the
 * same objects. After a change of the text, or of who counts, group anew. Throws as `groupMarks` does.
 */
export function regroup({ groups, basis }: Grouping, change: GroupingChange): Grouping {
  const put = candidatesOf(change.put ?? [], basis.text, basis.reviewers);
  const constraints = change.constraints ?? basis.constraints;
  const gone = new Set([...(change.remove ?? []), ...(change.put ?? []).map(({ id }) => id)]);
  const reached = new Set([...gone, ...namedByDifference(basis.constraints, constraints)]);
  for (const { marks } of new ConstraintIndex(constraints).naming(put.map(({ mark }) => mark.id)))
    for (const mark of marks) reached.add(mark);
  const touched = new Set(basis.parts.filter((part) => isReached(part, reached, put)));
  const kept = basis.parts.filter((part) => !touched.has(part));
  const loose = [...touched].flatMap(({ candidates }) => candidates.filter(({ mark }) => !gone.has(mark.id)));
  const drafts = [...touched].flatMap((part) => part.drafts);
  return settle({ ...basis, constraints, parts: kept }, [...loose, ...put], drafts.map(namedAs), {
    groups,
    areas: drafts.map(({ extent }) => extent),
  });
}

function namedAs({ id, members }: FormerGroup): Named {
  return { id, marks: members.map(({ mark }) => mark) };
}

function candidatesOf(
  marks: readonly GroupableMark[],
  text: string,
  reviewers: readonly string[],
): Candidate[] {
  const counted = new Set(reviewers);
  const ids = new Set<string>();
  for (const { id } of marks) {
    if (ids.has(id)) throw new RangeError(`There are two marks with the id ${id}.`);
    ids.add(id);
  }
  return marks.filter(({ reviewer }) => counted.has(reviewer)).map((mark) => candidateOf(mark, text));
}

/** The marks named by constraints from the first place on where two lists differ. */
function namedByDifference(a: readonly GroupConstraint[], b: readonly GroupConstraint[]): string[] {
  if (a === b) return [];
  const differs = (at: number) => JSON.stringify(a[at]) !== JSON.stringify(b[at]);
  let at = 0;
  while (at < Math.min(a.length, b.length) && !differs(at)) at++;
  return [...a.slice(at), ...b.slice(at)].flatMap(({ marks }) => marks);
}

function isReached(part: Part, reached: ReadonlySet<string>, put: readonly Candidate[]): boolean {
  return part.candidates.some(
    ({ mark, hull }) =>
      reached.has(mark.id) ||
      put.some((other) => other.mark.label === part.label && overlaps(hull, other.hull)),
  );
}

/** What was there before: its groups, and where those lay that are now grouped again. */
interface Former {
  readonly groups: readonly MarkGroup[];
  readonly areas: readonly TextRange[];
}

/** Groups loose marks beside the parts that stay. `named`: the groups that the loose marks were in. */
function settle(
  basis: Basis,
  loose: readonly Candidate[],
  named: readonly Named[],
  former: Former,
): Grouping {
  const parts = partsOf(basis, loose, named);
  const fresh = parts.flatMap(({ drafts }) => drafts);
  const keptDrafts = basis.parts.flatMap(({ drafts }) => drafts);
  const areas = spansOf([...former.areas, ...fresh.map(({ extent }) => extent)]);
  const beside = keptDrafts.filter((draft) => isWithin(draft, areas));
  const targets = [...fresh, ...beside];
  const around = spansOf(targets.map(({ extent }) => extent));
  const others = keptDrafts.filter((draft) => isWithin(draft, around));
  const again = withClashes(targets, [...fresh, ...others], basis.reviewers.length);
  const ids = new Set([...again.map(({ id }) => id), ...named.map(({ id }) => id)]);
  const untouched = former.groups.filter(({ id }) => !ids.has(id));
  return {
    groups: [...untouched, ...again].sort(groupsInTextOrder),
    basis: { ...basis, parts: [...basis.parts, ...parts] },
  };
}

function partsOf(basis: Basis, loose: readonly Candidate[], named: readonly Named[]): Part[] {
  const index = new ConstraintIndex(basis.constraints);
  const clustered = neighbourhoodsOf(loose, index).map((neighbourhood) => ({
    ...neighbourhood,
    clusters: clusterMarks(neighbourhood.candidates, index).map((cluster) => cluster.sort(inTextOrder)),
  }));
  const clusters = clustered.flatMap((part) => part.clusters).sort((a, b) => inTextOrder(a[0]!, b[0]!));
  const taken = new Set(basis.parts.flatMap(({ drafts }) => drafts.map(({ id }) => id)));
  const names = namesFor(
    clusters.map((cluster) => cluster.map(({ mark }) => mark.id)),
    named,
    taken,
  );
  const idOf = new Map(clusters.map((cluster, at) => [cluster, names[at]!]));
  return clustered.map(({ clusters: own, ...neighbourhood }) => ({
    ...neighbourhood,
    drafts: own.map((cluster) => draftGroup(idOf.get(cluster)!, cluster, basis.reviewers)),
  }));
}

function isWithin({ extent }: GroupDraft, areas: readonly TextRange[]): boolean {
  let [low, high] = [0, areas.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (areas[middle]!.end <= extent.start) low = middle + 1;
    else high = middle;
  }
  return low < areas.length && areas[low]!.start < extent.end;
}

/** By where they begin, the wider first, then by label and first mark. */
function groupsInTextOrder(a: MarkGroup, b: MarkGroup): number {
  return (
    a.extent.start - b.extent.start ||
    b.extent.end - a.extent.end ||
    (a.label === b.label ? (a.members[0]!.mark < b.members[0]!.mark ? -1 : 1) : a.label < b.label ? -1 : 1)
  );
}
