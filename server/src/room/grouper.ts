import { type FormerGroup, type Grouping, groupMarks, type MarkGroup, regroup } from '@assay/shared/grouping';
import {
  type AnnotationId,
  canonicalJson,
  type Group,
  type GroupId,
  newId,
  type PersonId,
} from '@assay/shared/model';
import type { EventBody, ReviewState } from '@assay/shared/review';
import type * as Y from 'yjs';
import { reviewersOf, standingMarks } from './frozen-marks.ts';

/** What the grouping at hand was made of; of anything else all marks are grouped anew. */
interface Basis {
  readonly text: string;
  readonly reviewers: readonly PersonId[];
  readonly annotations: ReviewState['annotations'];
  readonly grouping: Grouping;
}

/**
 * Groups the marks of an article once marking has ended, and again after whatever changes them. Every group has an id of
 * its own, which it keeps as long as most of its marks stay together.
 */
export class Grouper {
  readonly #ytext: Y.Text;
  readonly #linear: () => string;
  /** The ids of groups by the names that grouping gives them. */
  readonly #ids = new Map<string, GroupId>();
  #basis: Basis | null = null;
  /** The grouping that the groups of a state say already. */
  #said: { readonly grouping: Grouping; readonly groups: ReviewState['groups'] } | null = null;

  constructor(ytext: Y.Text, linear: () => string) {
    this.#ytext = ytext;
    this.#linear = linear;
  }

  /** What has to be recorded, after something was decided, for the groups to be right again. */
  after(state: ReviewState): readonly EventBody[] {
    if (state.workflow.phase === 'marking') return [];
    const grouping = this.#group(state);
    if (this.#said?.grouping === grouping && this.#said.groups === state.groups) return [];
    const groups = grouping.groups.map((group) => this.#asGroup(group));
    const put = groups.filter(
      (group) => canonicalJson(group) !== canonicalJson(state.groups.get(group.id) ?? null),
    );
    const kept = new Set(groups.map(({ id }) => id));
    const remove = [...state.groups.keys()].filter((id) => !kept.has(id));
    if (put.length + remove.length > 0) return [{ type: 'groups.changed', put, remove }];
    this.#said = { grouping, groups: state.groups };
    return [];
  }

  #group(state: ReviewState): Grouping {
    const text = this.#linear();
    const reviewers = reviewersOf(state);
    const basis = this.#basis;
    const grouping =
      basis?.text === text && canonicalJson(basis.reviewers) === canonicalJson(reviewers)
        ? this.#again(state, basis)
        : this.#anew(state, text, reviewers);
    this.#basis = { text, reviewers, annotations: state.annotations, grouping };
    return grouping;
  }

  #again({ annotations, corrections }: ReviewState, basis: Basis): Grouping {
    if (basis.annotations === annotations && basis.grouping.basis.constraints === corrections)
      return basis.grouping;
    const changed = [...annotations.values()].filter((one) => basis.annotations.get(one.id) !== one);
    const standing = standingMarks(this.#ytext, changed);
    const put = standing.map(groupable);
    const stands = new Set(put.map(({ id }) => id));
    const remove = changed.map(({ id }) => id).filter((id) => !stands.has(id));
    return regroup(basis.grouping, { put, remove, constraints: corrections });
  }

  #anew(state: ReviewState, text: string, reviewers: readonly PersonId[]): Grouping {
    const marks = standingMarks(this.#ytext, state.annotations.values()).map(groupable);
    const before: FormerGroup[] = [...state.groups.values()].map((group) => ({
      id: group.id,
      members: group.marks.map((mark) => ({ mark })),
    }));
    this.#ids.clear();
    for (const { id } of state.groups.values()) this.#ids.set(id, id);
    return groupMarks(marks, text, { reviewers, constraints: state.corrections, before });
  }

  #asGroup(group: MarkGroup): Group {
    return {
      id: this.#idOf(group.id),
      label: group.label,
      marks: group.members.map(({ mark }) => mark as AnnotationId),
      reviewers: group.reviewers as readonly PersonId[],
      missing: group.missing as readonly PersonId[],
      state: group.state,
      clash: group.clash.map(({ group: other, label, rival }) => ({
        group: this.#idOf(other),
        label,
        rival,
      })),
      disagreement: group.disagreement,
      start: group.extent.start,
    };
  }

  #idOf(name: string): GroupId {
    const id = this.#ids.get(name) ?? newId<GroupId>();
    this.#ids.set(name, id);
    return id;
  }
}

function groupable({ annotation: { id, creator, label }, ranges }: ReturnType<typeof standingMarks>[number]) {
  return { id, reviewer: creator, label, ranges };
}
