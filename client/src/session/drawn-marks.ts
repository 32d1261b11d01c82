import { type Annotation, DEFAULT_LABELS, type Person, type Target, type Thread } from '@assay/shared/model';
import type { DrawnMark } from '../editor/index.ts';
import type { ReviewView } from './article-session.ts';

/** The label under which a thread on words without a label is drawn. */
const PASSAGE = { id: 'passage', name: 'Comment', letter: '¶' } as const;

/** What one mark is drawn from. */
interface Source {
  readonly id: string;
  readonly target: Target;
  readonly label: { readonly id: string; readonly name: string; readonly letter: string };
  readonly person: Person | undefined;
  readonly pending: boolean;
}

interface Drawn {
  readonly source: Source;
  readonly mark: DrawnMark;
}

/** Turns the review into what the editor draws. What did not change stays the same object from one time to the next. */
export class DrawnMarks {
  #drawn = new Map<string, Drawn>();
  #list: readonly DrawnMark[] = [];

  of(view: ReviewView, visible: ReadonlySet<string>): readonly DrawnMark[] {
    const before = this.#drawn;
    this.#drawn = new Map();
    for (const source of sourcesOf(view, visible)) {
      const known = before.get(source.id);
      const drawn = known && same(known.source, source) ? known : { source, mark: markOf(source) };
      this.#drawn.set(source.id, drawn);
    }
    const list = [...this.#drawn.values()].map(({ mark }) => mark);
    const unchanged = list.length === this.#list.length && list.every((mark, i) => mark === this.#list[i]);
    if (!unchanged) this.#list = list;
    return this.#list;
  }
}

function* sourcesOf(view: ReviewView, visible: ReadonlySet<string>): Iterable<Source> {
  const shared = ({ id, creator }: Annotation | Thread) => ({
    id,
    person: view.people.get(creator),
    pending: view.pending.has(id),
  });
  for (const annotation of view.state.annotations.values()) {
    if (annotation.status !== 'active' || !visible.has(annotation.id)) continue;
    yield { ...shared(annotation), target: annotation.target, label: labelOf(annotation) };
  }
  for (const thread of view.state.threads.values()) {
    if (thread.subject.on !== 'passage' || !visible.has(thread.id)) continue;
    yield { ...shared(thread), target: thread.subject.target, label: PASSAGE };
  }
}

function same(a: Source, b: Source): boolean {
  return (
    a.target === b.target && a.label.id === b.label.id && a.person === b.person && a.pending === b.pending
  );
}

function markOf({ id, target, label, person, pending }: Source): DrawnMark {
  const description = person ? `${label.name} by ${person.name}` : label.name;
  return { id, ranges: target.ranges, label: label.id, letter: label.letter, description, pending };
}

function labelOf({ label }: Annotation): Source['label'] {
  const known = DEFAULT_LABELS.find(({ id }) => id === label);
  return known ?? { id: label, name: label, letter: label.slice(0, 1).toUpperCase() };
}
