import {
  type Annotation,
  type AnnotationId,
  DEFAULT_LABELS,
  type Label,
  type Person,
  type Target,
  type Thread,
  type ThreadId,
} from '@assay/shared/model';
import type { DrawnMark } from '../editor/index.ts';
import type { ReviewView } from './article-session.ts';

/** The label under which a thread on words without a label is drawn. */
const PASSAGE = { id: 'passage', name: 'Comment', letter: '¶' } as const;

/** What was made of one annotation or thread. */
interface Drawn {
  readonly of: Annotation | Thread;
  readonly person: Person | undefined;
  readonly mark: DrawnMark;
}

/**
 * Turns the review into what the editor draws. What did not change stays the same object from one time to the next;
 * when nothing that is drawn can have changed, such as by a reply, nothing is looked at.
 */
export class DrawnMarks {
  #drawn: ReadonlyMap<string, Drawn> = new Map();
  #list: readonly DrawnMark[] = [];
  #view: ReviewView | null = null;
  #visible: ReadonlySet<string> | null = null;

  of(view: ReviewView, visible: ReadonlySet<string>): readonly DrawnMark[] {
    const before = this.#view;
    const sameMarks = before !== null && visible === this.#visible && sameSources(before, view);
    this.#view = view;
    this.#visible = visible;
    if (!sameMarks) this.#read(view, visible);
    return this.#list;
  }

  #read(view: ReviewView, visible: ReadonlySet<string>): void {
    const drawn = new Map<string, Drawn>();
    for (const annotation of view.state.annotations.values())
      if (annotation.status === 'active' && visible.has(annotation.id))
        drawn.set(annotation.id, this.#keep(annotation, view));
    for (const thread of view.state.threads.values())
      if (thread.subject.on === 'passage' && visible.has(thread.id))
        drawn.set(thread.id, this.#keep(thread, view));
    this.#drawn = drawn;
    const list = Array.from(drawn.values(), ({ mark }) => mark);
    const unchanged = list.length === this.#list.length && list.every((mark, i) => mark === this.#list[i]);
    if (!unchanged) this.#list = list;
  }

  #keep(one: Annotation | Thread, { people, pending }: ReviewView): Drawn {
    const known = this.#drawn.get(one.id);
    const person = people.get(one.creator);
    const isPending = pending.has(one.id);
    const asKnown = known?.person === person && known?.mark.pending === isPending;
    if (known && asKnown && known.of === one) return known;
    const { target, label } = sourceOf(one);
    const same = known && asKnown && known.mark.ranges === target.ranges && known.mark.label === label.id;
    return { of: one, person, mark: same ? known.mark : markOf(one.id, target, label, person, isPending) };
  }
}

/** Whether two views can only be drawn alike. */
function sameSources(a: ReviewView, b: ReviewView): boolean {
  return (
    a.state.annotations === b.state.annotations &&
    a.state.threads === b.state.threads &&
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

type Look = Pick<Label, 'id' | 'name' | 'letter'>;

function sourceOf(one: Annotation | Thread): { readonly target: Target; readonly label: Look } {
  if ('label' in one) return { target: one.target, label: labelOf(one) };
  if (one.subject.on !== 'passage') throw new RangeError(`The thread ${one.id} is not on a passage.`);
  return { target: one.subject.target, label: PASSAGE };
}

function markOf(
  id: string,
  { ranges }: Target,
  label: Look,
  person: Person | undefined,
  pending: boolean,
): DrawnMark {
  const description = person ? `${label.name} by ${person.name}` : label.name;
  return { id, ranges, label: label.id, letter: label.letter, description, pending };
}

function labelOf({ label }: Annotation): Look {
  const known = DEFAULT_LABELS.find(({ id }) => id === label);
  return known ?? { id: label, name: label, letter: label.slice(0, 1).toUpperCase() };
}
