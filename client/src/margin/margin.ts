import type { AnnotationId, Attribute, Decision, GroupId, Moment, PersonId } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import type { ArticleEditor, End } from '../editor/index.ts';
import type { ArticleSession } from '../session/index.ts';
import { createStore, derive, type Readable, type Store } from '../store/index.ts';
import type { Composing } from './composing.ts';
import type { Drafts } from './drafts.ts';
import { type Entry, wordsOf } from './entry.ts';
import { type FilterContext, NO_FILTER, type ReviewFilter } from './filter.ts';
import { followGroups, idsIn, NOWHERE, placeOf } from './group-focus.ts';
import { GroupReader } from './group-reader.ts';
import { type Grouping, rememberedGrouping } from './grouping.ts';
import { changedSince, type LastVisit } from './last-visit.ts';
import { NO_PLACEMENTS, type Placements, RememberedPlacements } from './placements.ts';
import { ReadingOrder } from './reading-order.ts';
import { deriveIds, derivePassing, deriveShown, sameList } from './shown.ts';
import { createTeam, type Team } from './team.ts';

/** What the margin of one open article knows: its entries, which of them are shown, and which one is in focus. */
export interface Margin {
  readonly session: ArticleSession;
  readonly drafts: Drafts;
  readonly team: Team;
  /** The editor on the page, once it stands there. */
  readonly editor: Readable<ArticleEditor | null>;
  /** Where marks stand, or stood when they were last drawn. */
  readonly placements: Readable<Placements>;
  /** What the person chose: one drawing and one card for each group of marks, or for each mark. */
  readonly grouping: Store<Grouping>;
  /** Whether marks are shown by group: chosen, and there are groups. */
  readonly byGroup: Readable<boolean>;
  /** Everything that has a card, filtered or not, in reading order. */
  readonly entries: Readable<readonly Entry[]>;
  readonly filter: Store<ReviewFilter>;
  readonly filterContext: Readable<FilterContext>;
  /** What the filter shows, and what is in focus even if the filter would hide it. In reading order. */
  readonly shown: Readable<readonly Entry[]>;
  /** The ids of what is shown, and of the marks of the group that is looked at, for the editor to draw. */
  readonly visible: Readable<ReadonlySet<string>>;
  /** When this person last left the article; null on the first visit. */
  readonly seenUpTo: Moment | null;
  /** The decision that stands on each mark that was settled. */
  readonly settled: Readable<ReadonlyMap<AnnotationId, Decision>>;
  /** The group of marks that is looked at as an item of the agenda, if any. */
  readonly group: Store<GroupId | null>;
  readonly focused: Readable<string | null>;
  /** The mark that stands open within the group in focus. */
  readonly member: Readable<string | null>;
  /** Entries under the pointer or the caret, in the text or in the margin. */
  readonly hovered: Readable<readonly string[]>;
  /** New words being written beside the text or on the article as a whole. */
  readonly composing: Store<Composing | null>;
  /** The mark this person made last, while its card still offers to take it back. */
  readonly fresh: Store<string | null>;
  /** Whose card, or reply field, takes the keyboard as soon as it stands on the page. */
  readonly awaited: Store<Awaited | null>;
  /** What words are being looked for in the article, if any. */
  readonly aim: Store<Aim | null>;
  /** Which end of the mark in focus takes the keyboard as soon as it can. */
  readonly grabbed: Store<End | null>;
  /** The mark whose details are being filled in, while its card is in focus. */
  readonly detailing: Store<string | null>;
  /** The group whose marks the person is about to part, or to join with those of others. */
  readonly regrouping: Store<Regrouping | null>;
  /** On a narrow screen: the sheet that holds the margin stands open. */
  readonly sheetOpen: Store<boolean>;
  /** An entry, be it shown or not: by group also the marks inside. */
  entry(id: string): Entry | null;
  /** The words an entry stands on now or, when they are gone, stood on. */
  wordsOf(entry: Entry): string;
  /**
   * Puts an entry into focus here and in the text; null takes the focus away. `scroll` brings its words into view. By
   * group a mark opens within its group; by person a group means its first mark.
   */
  focus(id: string | null, options?: { readonly scroll?: boolean }): void;
  /** The box of the focused entry's words on the screen; null when it has none there. */
  focusedBox(): DOMRect | null;
  /** Takes the focus away and goes back to the place on the page from which it was set. */
  leave(): void;
  hover(ids: readonly string[]): void;
  /** Joins the margin to an editor; call the result before that is destroyed. */
  attach(editor: ArticleEditor): () => void;
}

/** Groups about to be changed by hand. */
export interface Regrouping {
  readonly group: string;
  readonly how: 'join' | 'split';
}

/**
 * A mark that waits for words to be selected: for one more piece, for a place after its words were deleted, or for the
 * value of an attribute that is a place in the article.
 */
export interface Aim {
  readonly id: string;
  readonly wanted: 'piece' | 'place' | 'value';
  /** For which attribute of the mark a value is wanted. */
  readonly attribute?: Attribute;
}

/** A part of a card that is to take the keyboard. */
export interface Awaited {
  readonly id: string;
  readonly part: 'card' | 'reply' | 'details';
  /** Which field of the details; the first one when it is left out. */
  readonly field?: string;
}

export interface MarginOptions {
  readonly session: ArticleSession;
  readonly drafts: Drafts;
  readonly lastVisit: LastVisit;
  /** Left out, only whoever acted in the article can be named. */
  readonly team?: Team;
  readonly filter?: ReviewFilter;
  /** Where the choice of grouping is remembered. */
  readonly storage?: Storage | null;
  /** Notes where on the page the person is; the result goes back there. */
  notePlace?(): () => void;
}

export function createMargin(options: MarginOptions): Margin {
  const { session, drafts, lastVisit, filter: first } = options;
  const editor = createStore<ArticleEditor | null>(null);
  const placements = createStore(NO_PLACEMENTS);
  const filter = createStore<ReviewFilter>(first ?? NO_FILTER);
  const focused = createStore<string | null>(null);
  const hovered = createStore<readonly string[]>([]);

  const remembered = new RememberedPlacements();
  const takeOver = (view: ArticleEditor) => {
    const ids = () => idsOf(session.review.get().state);
    placements.set(remembered.with(view.placed.get(), ids));
  };
  const reader = new GroupReader();
  const grouping = rememberedGrouping(options.storage ?? null);
  const hasGroups = derive([session.review], ({ state }) => state.groups.size > 0);
  const byGroup = derive([grouping, hasGroups], (chosen, has) => has && chosen === 'group');
  const entries = deriveEntries(session, placements, reader, byGroup);
  const revealed = derive([session.review], ({ state }) => state.workflow.revealed?.at ?? null);
  const filterContext = derive([session.me, revealed, byGroup], (me, at, grouped) =>
    contextFor(me?.id ?? null, lastVisit, at, grouped),
  );
  const passing = derivePassing(entries, filter, filterContext);
  const shown = deriveShown(entries, passing, focused);
  const group = createStore<GroupId | null>(null);
  const visible = withMarksOf(group, session, deriveIds(shown));

  const member = createStore<string | null>(null);
  let goBack: (() => void) | undefined;
  const focus = (id: string | null, scroll = false) => {
    if (focused.get() === null && id !== null) goBack = options.notePlace?.();
    entries.get();
    const place = id === null ? NOWHERE : placeOf(id, reader, byGroup.get());
    member.set(place.member);
    focused.set(place.id);
    editor.get()?.focusMarks(idsIn(place), { scroll });
  };
  followGroups(entries, reader, focused, member, focus);

  return {
    session,
    drafts,
    team: options.team ?? createTeam(async () => []),
    editor,
    placements,
    entries,
    grouping,
    byGroup,
    filter,
    filterContext,
    shown,
    visible,
    seenUpTo: lastVisit.seenUpTo,
    settled: deriveSettled(session),
    group,
    focused,
    member,
    hovered,
    composing: createStore<Composing | null>(null),
    fresh: createStore<string | null>(null),
    awaited: createStore<Awaited | null>(null),
    aim: createStore<Aim | null>(null),
    grabbed: createStore<End | null>(null),
    detailing: createStore<string | null>(null),
    regrouping: createStore<Regrouping | null>(null),
    sheetOpen: createStore(false),
    entry(id) {
      entries.get();
      return reader.byId(id);
    },
    wordsOf: (entry) => wordsOf(entry, placements.get()),
    focus: (id, { scroll = false } = {}) => focus(id, scroll),
    focusedBox() {
      const id = focused.get();
      return id === null ? null : (editor.get()?.rectangleOf(id) ?? null);
    },
    leave() {
      if (focused.get() === null) return;
      goBack?.();
      focus(null);
    },
    hover(ids) {
      if (sameList(ids, hovered.get())) return;
      hovered.set(ids);
      editor.get()?.hoverMarks(ids);
    },
    attach: (view) =>
      attach(view, editor, takeOver, () => idsIn({ id: focused.get(), member: member.get() })),
  };
}

function deriveEntries(
  session: ArticleSession,
  placements: Readable<Placements>,
  reader: GroupReader,
  byGroup: Readable<boolean>,
): Readable<readonly Entry[]> {
  const order = new ReadingOrder();
  return derive([session.review, placements, byGroup], ({ state }, placed, grouped) =>
    order.of(reader.read(state, placed.orphaned, grouped), placed),
  );
}

function deriveSettled(session: ArticleSession): Margin['settled'] {
  const decisions = derive([session.review], ({ state }) => state.decisions);
  return derive([decisions], (made) => {
    const settled = new Map<AnnotationId, Decision>();
    for (const decision of made.values())
      for (const mark of decision.marks) {
        if (decision.reopened) settled.delete(mark);
        else settled.set(mark, decision);
      }
    return settled;
  });
}

/** The ids with those of a group's marks: the same set while it has the same members. */
function withMarksOf(
  group: Readable<GroupId | null>,
  session: ArticleSession,
  ids: Readable<ReadonlySet<string>>,
): Readable<ReadonlySet<string>> {
  const none: readonly string[] = [];
  const marks = derive([group, session.review], (id, { state }) =>
    id === null ? none : (state.groups.get(id)?.marks ?? none),
  );
  return derive([ids, marks], (shown, lit) =>
    lit.every((id) => shown.has(id)) ? shown : new Set([...shown, ...lit]),
  );
}

function contextFor(
  me: PersonId | null,
  { seenUpTo }: LastVisit,
  revealed: Moment | null,
  byGroup: boolean,
): FilterContext {
  return { me, isUnread: (entry) => changedSince(entry, seenUpTo, me, revealed), byGroup };
}

function* idsOf({ annotations, groups, threads }: ReviewState): Iterable<string> {
  yield* groups.keys();
  yield* annotations.keys();
  yield* threads.keys();
}

/**
 * Takes over the editor's placements. The editor tells of them while it updates its view, and what follows from them
 * may ask it to draw anew; so they are taken over after it is done.
 */
function attach(
  view: ArticleEditor,
  editor: Store<ArticleEditor | null>,
  takeOver: (view: ArticleEditor) => void,
  focusedIds: () => readonly string[],
): () => void {
  let attached = true;
  let scheduled = false;
  const take = () => {
    scheduled = false;
    if (attached) takeOver(view);
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(take);
  };
  editor.set(view);
  take();
  const stop = view.placed.subscribe(schedule);
  const ids = focusedIds();
  if (ids.length > 0) view.focusMarks(ids, { scroll: true });
  return () => {
    attached = false;
    stop();
    editor.set(null);
  };
}
