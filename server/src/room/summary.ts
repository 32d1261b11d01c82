import { wordCount } from '@assay/shared/article';
import { type ArticleSummary, isSealed, type Mention, type Moment, type PersonId } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';

/** How long a text is. */
export interface TextCount {
  readonly words: number;
  /** UTF-16 units of the linear text. */
  readonly characters: number;
}

/** Walks the whole text; a room that counts again and again gives a `wordCounter`, which counts only changed lines. */
export function countText(linearText: string, countWords: (text: string) => number = wordCount): TextCount {
  return { words: countWords(linearText), characters: linearText.length };
}

/**
 * The article's line in the library. What is counted of a part of the review is kept until that part is another one.
 * Throws a RangeError for an article that does not exist.
 */
export function summarise(state: ReviewState, text: TextCount, changed: Moment): ArticleSummary {
  const { article, workflow, annotations, threads } = state;
  if (!article) throw new RangeError('An article that does not exist has no summary.');
  return {
    id: article.id,
    title: article.title,
    words: text.words,
    characters: text.characters,
    annotations: activeAnnotations(annotations),
    openThreads: openThreads(threads),
    people: peopleOf(state),
    locked: article.locked,
    phase: workflow.phase,
    blind: workflow.blind,
    created: article.created,
    changed,
    mentions: isSealed(state.workflow) ? [] : latestMentions(state.comments),
  };
}

/** A figure of an immutable part of the review, found once. */
function keptFor<Part extends object, Figure>(find: (part: Part) => Figure): (part: Part) => Figure {
  const kept = new WeakMap<Part, { readonly figure: Figure }>();
  return (part) => {
    const known = kept.get(part) ?? { figure: find(part) };
    kept.set(part, known);
    return known.figure;
  };
}

const activeAnnotations = keptFor((annotations: ReviewState['annotations']) =>
  countWhere(annotations, ({ status }) => status === 'active'),
);

const openThreads = keptFor((threads: ReviewState['threads']) =>
  countWhere(threads, ({ status }) => status === 'open'),
);

/** Lines of the library stay short: of more mentions than these the oldest are left out. */
const MENTIONS_TOLD = 200;

const latestMentions = keptFor((comments: ReviewState['comments']): readonly Mention[] => {
  const all = [...comments.values()].flatMap(({ id, thread, creator, created, edited, mentions = [] }) =>
    mentions.map((person) => ({ person, by: creator, thread, comment: id, at: edited ?? created })),
  );
  return all.sort((a, b) => (a.at > b.at ? -1 : 1)).slice(0, MENTIONS_TOLD);
});

function countWhere<Entry>(entries: ReadonlyMap<string, Entry>, holds: (entry: Entry) => boolean): number {
  let count = 0;
  for (const entry of entries.values()) if (holds(entry)) count++;
  return count;
}

type Deeds = ReadonlyMap<string, { readonly creator: PersonId; readonly created: Moment }>;

/** When each person did something of one kind for the first time. */
const firstDeeds = keptFor((deeds: Deeds): ReadonlyMap<PersonId, Moment> => {
  const first = new Map<PersonId, Moment>();
  for (const { creator, created } of deeds.values()) {
    const known = first.get(creator);
    if (known === undefined || created < known) first.set(creator, created);
  }
  return first;
});

/** Those who marked or commented, in the order of their first deed. */
function peopleOf({ annotations, comments }: ReviewState): readonly PersonId[] {
  const deeds = [...firstDeeds(annotations), ...firstDeeds(comments)];
  deeds.sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return [...new Set(deeds.map(([person]) => person))];
}
