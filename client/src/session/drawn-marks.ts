import {
  type Annotation,
  type AnnotationId,
  COMMENT_LOOK,
  type Label,
  labelIn,
  type Person,
  type Target,
  type Thread,
  type ThreadId,
} from '@assay/shared/model';
import type { DrawnMark } from '../editor/index.ts';
import type { ReviewView } from './article-session.ts';
import { DrawnGroups } from './drawn-groups.ts';

/** What was made of one annotation or thread. */
interface Drawn {
  readonly of: Annotation | Thread;
  readonly labels: readonly Label[];
  readonly person: Person | undefined;
  readonly mark: DrawnMark;
}

/**
 * Turns the review into what the editor draws: the marks and threads that are visible, and for each visible group one
 * drawing in the place of its marks, which are then only placed. What did not change stays the same object from one time to the next;
 * when nothing that is drawn can have changed, such as by a reply, nothing is looked at.
 */
export class DrawnMarks {
  #drawn: ReadonlyMap<string, Drawn> = new Map();
  #list: readonly DrawnMark[] = [];
  #view: ReviewView | null = null;
  #labels: readonly Label[] = [];
  #visible: ReadonlySet<string> | null = null;
  readonly #groups = new DrawnGroups();

  /** `labels`: those of the article's guide, by which its marks are drawn. */
  of(view: ReviewView, labels: readonly Label[], visible: ReadonlySet<string>): readonly DrawnMark[] {
    const before = this.#view;
    const asBefore = labels === this.#labels && visible === this.#visible;
    const sameMarks = before !== null && asBefore && sameSources(before, view);
    this.#view = view;
    this.#labels = labels;
    this.#visible = visible;
    if (!sameMarks) this.#read(view, visible);
    return this.#list;
  }

  #read(view: ReviewView, visible: ReadonlySet<string>): void {
    const drawn = new Map<string, Drawn>();
    const groups = this.#groups.of(view, this.#labels, visible);
    for (const annotation of view.state.annotations.values()) {
      const hidden = groups.inside.has(annotation.id);
      if (annotation.status === 'active' && (hidden || visible.has(annotation.id)))
        drawn.set(annotation.id, this.#keep(annotation, view, hidden));
    }
    for (const thread of view.state.threads.values())
      if (thread.subject.on === 'passage' && visible.has(thread.id))
        drawn.set(thread.id, this.#keep(thread, view, false));
    this.#drawn = drawn;
    const list = [...groups.marks, ...Array.from(drawn.values(), ({ mark }) => mark)];
    const unchanged = list.length === this.#list.length && list.every((mark, i) => mark === this.#list[i]);
    if (!unchanged) this.#list = list;
  }

  #keep(one: Annotation | Thread, { people, pending }: ReviewView, hidden: boolean): Drawn {
    const known = this.#drawn.get(one.id);
    const person = people.get(one.creator);
    const isPending = pending.has(one.id);
    const labels = this.#labels;
    const asKnown =
      known?.labels === labels &&
      known.person === person &&
      known.mark.pending === isPending &&
      (known.mark.hidden ?? false) === hidden;
    if (known && asKnown && known.of === one) return known;
    const { target, label } = sourceOf(one, labels);
    const same = known && asKnown && known.mark.ranges === target.ranges && known.mark.label === label.id;
    if (same) return { of: one, labels, person, mark: known.mark };
    const mark = markOf(one.id, target, label, person, isPending);
    return { of: one, labels, person, mark: hidden ? { ...mark, hidden } : mark };
  }
}

/** Whether two views can only be drawn alike. */
function sameSources(a: ReviewView, b: ReviewView): boolean {
  return (
    a.state.annotations === b.state.annotations &&
    a.state.threads === b.state.threads &&
    a.state.groups === b.state.groups &&
    a.state.decisions === b.state.decisions &&
    a.people === b.people &&
    isPendingAlike(a, b) &&
    isPendingAlike(b, a)
  );
}

/** Whether all annotations and threads that are pending in one view are so in the other. Comments are not drawn. */
function isPendingAlike({ pending, state }: ReviewView, other: ReviewView): boolean {
  for (const id of pending) {
    const isDrawn = state.annotations.has(id as AnnotationId) || state.threads.has(id as ThreadId);
    if (isDrawn && !other.pending.has(id)) return false;
  }
  return true;
}

type Look = Pick<Label, 'id' | 'name' | 'letter' | 'hue' | 'line'>;

function sourceOf(one: Annotation | Thread, labels: readonly Label[]): { target: Target; label: Look } {
  if ('label' in one) return { target: one.target, label: labelIn(labels, one.label) };
  if (one.subject.on !== 'passage') throw new RangeError(`The thread ${one.id} is not on a passage.`);
  return { target: one.subject.target, label: COMMENT_LOOK };
}

function markOf(
  id: string,
  { ranges }: Target,
  label: Look,
  person: Person | undefined,
  pending: boolean,
): DrawnMark {
  const description = person ? `${label.name} by ${person.name}` : label.name;
  const { letter, hue, line } = label;
  return { id, ranges, label: label.id, letter, hue, line, description, pending };
}
