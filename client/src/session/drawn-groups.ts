import {
  type Annotation,
  type Decision,
  type Group,
  type GroupId,
  type Label,
  type LabelId,
  labelIn,
  type Person,
} from '@assay/shared/model';
import { standingDecisions } from '@assay/shared/review';
import type { DrawnGroup, DrawnMark, DrawnPart, DrawnRange } from '../editor/index.ts';
import type { ReviewView } from './article-session.ts';
import { groupInWords } from './group-words.ts';

/** What was made of one group. */
interface Drawn {
  readonly group: Group;
  readonly labels: readonly Label[];
  readonly decision: Decision | undefined;
  readonly members: readonly Annotation[];
  readonly people: readonly (Person | undefined)[];
  readonly mark: DrawnMark;
}

/** Turns groups into what the editor draws for all of their marks; what did not change stays the same object. */
export class DrawnGroups {
  #drawn: ReadonlyMap<GroupId, Drawn> = new Map();
  #standing: { readonly of: object; readonly map: ReadonlyMap<GroupId, Decision> } | null = null;

  /**
   * What is drawn for the visible groups by the labels of the article's guide, and the ids of the marks that are not drawn
   * by themselves for that.
   */
  of(
    view: ReviewView,
    labels: readonly Label[],
    visible: ReadonlySet<string>,
  ): { readonly marks: readonly DrawnMark[]; readonly inside: ReadonlySet<string> } {
    const drawn = new Map<GroupId, Drawn>();
    const inside = new Set<string>();
    for (const group of view.state.groups.values()) {
      if (!visible.has(group.id)) continue;
      drawn.set(group.id, this.#keep(group, view, labels));
      for (const mark of group.marks) inside.add(mark);
    }
    this.#drawn = drawn;
    return { marks: Array.from(drawn.values(), ({ mark }) => mark), inside };
  }

  #keep(group: Group, view: ReviewView, labels: readonly Label[]): Drawn {
    const decision = this.#decisions(view).get(group.id);
    const members = group.marks.flatMap((id) => {
      const one = view.state.annotations.get(id);
      return one?.status === 'active' ? [one] : [];
    });
    const people = members.map(({ creator }) => view.people.get(creator));
    const known = this.#drawn.get(group.id);
    const nameOf = (id: Person['id']) => view.people.get(id)?.name ?? 'Somebody';
    const description = groupInWords(group, decision, { groups: view.state.groups, labels, nameOf });
    const same =
      known?.group === group &&
      known.labels === labels &&
      known.decision === decision &&
      known.mark.description === description &&
      sameList(known.people, people) &&
      known.members.length === members.length &&
      known.members.every(({ target }, i) => target.ranges === members[i]!.target.ranges);
    if (known && same) return known;
    const mark = markOf(group, decision, members, people, { labels, description });
    return { group, labels, decision, members, people, mark };
  }

  #decisions({ state: { decisions } }: ReviewView): ReadonlyMap<GroupId, Decision> {
    if (this.#standing?.of !== decisions)
      this.#standing = { of: decisions, map: standingDecisions(decisions) };
    return this.#standing.map;
  }
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function markOf(
  group: Group,
  decision: Decision | undefined,
  members: readonly Annotation[],
  people: readonly (Person | undefined)[],
  { labels, description }: { readonly labels: readonly Label[]; readonly description: string },
): DrawnMark {
  const settled = decision !== undefined && decision.spans.length > 0;
  const sources = settled
    ? decision.spans.map(({ label, target }) => ({ label, target, person: null }))
    : members.map((one, i) => ({ ...one, person: people[i] ?? unknown(one) }));
  const ranges: DrawnRange[] = sources.flatMap(({ target }) => target.ranges);
  const parts = sources.map(
    ({ target, label, person }): DrawnPart => ({
      ranges: target.ranges.length,
      ...lookOf(label, labels),
      person,
    }),
  );
  const label = labelIn(labels, settled ? decision.spans[0]!.label : group.label);
  const drawn: DrawnGroup = {
    state: group.state,
    decision: settled ? 'settled' : decision?.outcome === 'contested' ? 'contested' : null,
    parts,
  };
  return {
    id: group.id,
    ranges,
    ...lookOf(label.id, labels),
    letter: letterOf(label, group, drawn),
    description,
    pending: false,
    // What nobody is right about is shown where somebody points at its card, and nowhere else.
    ...(decision?.outcome === 'rejected' && { hidden: true }),
    group: drawn,
  };
}

function lookOf(id: LabelId, labels: readonly Label[]): Pick<DrawnPart, 'label' | 'hue' | 'line'> {
  const { hue, line } = labelIn(labels, id);
  return { label: id, hue, line };
}

const unknown = ({ creator }: Annotation) => ({ id: creator, name: 'Somebody', colour: '#5f6b7a' });

/** `C 3/4`, `C` for one person's own, `C ✓` once it is settled, `C ≠` when it was left open. */
function letterOf({ letter }: Label, { reviewers, missing, state }: Group, { decision }: DrawnGroup): string {
  if (decision === 'settled') return `${letter} ✓`;
  if (decision === 'contested') return `${letter} ≠`;
  if (state === 'single') return letter;
  return `${letter} ${reviewers.length}/${reviewers.length + missing.length}`;
}
