import {
  addressOf,
  digitOf,
  joinable,
  mayRegroup,
  offeredLabels,
  offersDetails,
  openDetails,
  relabelEntry,
  restoreEntry,
  rightsOn,
  settleEntry,
  withdrawEntry,
} from '../margin/index.ts';
import { type Action, copyText, notify } from '../ui/index.ts';
import { type Desk, focusedEntry } from './desk.ts';
import { extentActions } from './extent-actions.ts';
import { commentHere, markSelection, replyTo } from './marking.ts';
import { enterCard, stepBack, walk, walkNews, walkOpenThreads } from './moving.ts';
import { REDO_KEYS, UNDO_KEYS } from './review-keys.ts';
import { redoMarking, undoMarking } from './undoing.ts';

/** Letters act in review mode and wherever nobody types; the chords with Mod-Alt act everywhere. */
export function articleActions(desk: Desk): readonly Action[] {
  const fixed = [
    ...commentActions(desk),
    ...moveActions(desk),
    ...cardActions(desk),
    ...extentActions(desk),
    ...viewActions(desk),
  ];
  return [...markActions(desk, new Set(fixed.flatMap(({ keys }) => keys ?? []))), ...fixed];
}

const MARKING = 'Mark the selected words';

/** By the keys of the guide; one that the page has for something else stays the page's. */
function markActions(desk: Desk, taken: ReadonlySet<string>): readonly Action[] {
  const mayMark = desk.session.may('annotation.create');
  return offeredLabels(desk.session).map((label, i) => ({
    id: `mark-${label.id}`,
    title: `Mark as ${label.name}`,
    section: MARKING,
    keys: [digitOf(i) ?? '', label.key, `Mod-Alt-${label.key}`].filter((key) => key && !taken.has(key)),
    isDisabled: !mayMark,
    run: () => markSelection(desk, label.id),
  }));
}

function commentActions(desk: Desk): readonly Action[] {
  const section = MARKING;
  return [
    {
      id: 'comment',
      title: 'Comment on the selected words',
      section,
      keys: ['m', 'Mod-Alt-m'],
      isDisabled: !desk.session.may('comment.add'),
      run: () => commentHere(desk),
    },
    {
      id: 'comment-article',
      title: 'Comment on the whole article',
      section,
      keys: ['Shift-m'],
      isDisabled: !desk.session.may('comment.add'),
      run: () => {
        desk.margin.composing.set({ on: 'article' });
        desk.margin.sheetOpen.set(true);
      },
    },
  ];
}

function moveActions(desk: Desk): readonly Action[] {
  const section = 'Walk through marks and threads';
  const move = (id: string, title: string, keys: readonly string[], run: () => void): Action => ({
    id,
    title,
    section,
    keys,
    run,
  });
  return [
    move('next', 'Next mark', ['j', 'Mod-Alt-j'], () => walk(desk, 1)),
    move('previous', 'Previous mark', ['k', 'Mod-Alt-k'], () => walk(desk, -1)),
    move('next-open', 'Next open thread', ['n', 'Mod-Alt-n'], () => walkOpenThreads(desk, 1)),
    move('previous-open', 'Previous open thread', ['p', 'Mod-Alt-p'], () => walkOpenThreads(desk, -1)),
    move('next-news', 'Next with news since my last visit', [']'], () => walkNews(desk, 1)),
    move('previous-news', 'Previous with news', ['['], () => walkNews(desk, -1)),
    {
      ...move('open', 'Go into the card in focus', ['Enter', 'Mod-Alt-Enter'], () => enterCard(desk)),
      isDisabled: desk.margin.focused.get() === null,
      // Enter presses whatever button or link has the keyboard; the page binds it where nothing else means it.
      boundElsewhere: true,
    },
    { ...move('back', 'Back to where I was', ['Escape'], () => void stepBack(desk)), hidden: true },
  ];
}

function cardActions(desk: Desk): readonly Action[] {
  const { margin, session } = desk;
  const section = 'The card in focus';
  const entry = focusedEntry(desk);
  const may = entry && rightsOn(session, entry);
  const resolved = entry?.thread?.status === 'resolved';
  const act = (
    id: string,
    title: string,
    keys: readonly string[],
    enabled: boolean,
    run: () => void,
  ): Action => ({
    id,
    title,
    section,
    keys,
    isDisabled: !enabled,
    run,
  });
  const onEntry = (run: (entry: NonNullable<ReturnType<typeof focusedEntry>>) => void) => () => {
    const now = focusedEntry(desk);
    if (now) run(now);
  };
  return [
    act(
      'reply',
      'Reply',
      ['r', 'Mod-Alt-r'],
      Boolean(may?.reply),
      onEntry((one) => replyTo(desk, one)),
    ),
    act(
      'settle',
      resolved ? 'Reopen the thread' : 'Resolve the thread',
      ['e', 'Mod-Alt-e'],
      Boolean(may?.settle),
      onEntry((one) => settleEntry(margin, one)),
    ),
    act(
      'details',
      'Fill in the details of the mark',
      ['d', 'Mod-Alt-d'],
      Boolean(may?.relabel) && entry?.label != null && offersDetails(session, entry.label),
      onEntry((one) => openDetails(margin, one.id)),
    ),
    act(
      'withdraw',
      'Withdraw the mark',
      ['x', 'Delete'],
      Boolean(may?.withdraw),
      onEntry((one) => withdrawEntry(margin, one)),
    ),
    act(
      'restore',
      'Restore the mark',
      [],
      Boolean(may?.restore),
      onEntry((one) => restoreEntry(margin, one)),
    ),
    act(
      'copy-link',
      'Copy the link of the card',
      ['l'],
      entry !== null,
      onEntry((one) => void copyText(new URL(addressOf(margin, one), location.href).href)),
    ),
    ...offeredLabels(session).map((label) =>
      act(
        `relabel-${label.id}`,
        `Change the label to ${label.name}`,
        [],
        Boolean(may?.relabel) && entry?.label !== label.id,
        onEntry((one) => relabelEntry(margin, one, label.id)),
      ),
    ),
    ...undoActions(desk),
    act('undo-mark', 'Take back the last mark', ['u', 'Mod-Alt-u'], margin.fresh.get() !== null, () =>
      undoMark(desk),
    ),
  ];
}

/** Bound in review-keys.ts: in a field, and in the text while it is edited, these keys mean the words there. */
function undoActions(desk: Desk): readonly Action[] {
  const may = desk.session.may('annotation.create') || desk.session.may('comment.add');
  const { done, undone } = desk.session.markings.get();
  return [
    {
      id: 'undo-marking',
      title: 'Undo my last marking',
      section: 'The card in focus',
      keys: UNDO_KEYS,
      boundElsewhere: true,
      isDisabled: done.length === 0 || !may,
      run: () => undoMarking(desk),
    },
    {
      id: 'redo-marking',
      title: 'Do it again',
      section: 'The card in focus',
      keys: REDO_KEYS,
      boundElsewhere: true,
      isDisabled: undone.length === 0 || !may,
      run: () => redoMarking(desk),
    },
  ];
}

function regroupActions({ margin }: Desk): readonly Action[] {
  const group = margin.entry(margin.focused.get() ?? '');
  const may = group !== null && mayRegroup(margin, group);
  const act = (how: 'split' | 'join', title: string, enabled: boolean): Action => ({
    id: `group-${how}`,
    title,
    section: 'The card in focus',
    isDisabled: !enabled,
    run: () => group && margin.regrouping.set({ group: group.id, how }),
  });
  return [
    act('split', 'Split the group', may && (group.group?.members.length ?? 0) > 1),
    act('join', 'Join the group with another', may && joinable(margin, group).length > 0),
  ];
}

function undoMark({ margin }: Desk): void {
  const entry = margin.entry(margin.fresh.get() ?? '');
  margin.fresh.set(null);
  if (entry?.annotation?.status === 'active') withdrawEntry(margin, entry);
  else notify({ tone: 'info', message: 'There is no mark to take back.' });
}

/** Opened anew, its field takes the keyboard again. */
function openFinding(desk: Desk, what: 'find' | 'replace'): void {
  desk.finding.set({ what });
}

function viewActions(desk: Desk): readonly Action[] {
  const section = 'This article';
  const { session, margin } = desk;
  const { article: record, workflow } = session.review.get().state;
  const isMarking = workflow.phase === 'marking';
  const editing = desk.mode.get() === 'edit';
  return [
    {
      id: 'find',
      title: 'Find in the article',
      section,
      keys: ['Mod-f'],
      keywords: 'search words',
      run: () => openFinding(desk, 'find'),
    },
    {
      id: 'replace',
      title: 'Find and replace',
      section,
      keys: ['Mod-h'],
      isDisabled: !editing,
      run: () => openFinding(desk, 'replace'),
    },
    {
      id: 'guide',
      title: 'Open the label guide',
      section,
      keys: ['g', 'Mod-Alt-g'],
      keywords: 'definition examples tree help',
      run: () => desk.guideOpen.set({ about: null }),
    },
    {
      id: 'explain',
      title: 'Explain the label of the mark in focus',
      section,
      keys: ['i', 'Mod-Alt-i'],
      keywords: 'definition guide',
      run: () => desk.guideOpen.set({ about: focusedEntry(desk)?.label ?? null }),
    },
    {
      id: 'filter',
      title: 'Filter marks and threads',
      section,
      keys: ['f'],
      keywords: 'show hide label person resolved withdrawn',
      run: () => desk.filterOpen.set(true),
    },
    {
      id: 'grouping',
      title: margin.grouping.get() === 'group' ? 'Show marks by person' : 'Show marks by group',
      section,
      keys: ['Shift-g'],
      keywords: 'agreement reviewers edges',
      isDisabled: session.review.get().state.groups.size === 0,
      run: () => margin.grouping.update((now) => (now === 'group' ? 'person' : 'group')),
    },
    ...regroupActions(desk),
    {
      id: 'mode',
      title: editing ? 'Review: letters mark' : 'Edit the text: letters type',
      section,
      keys: ['v', 'Mod-Alt-v'],
      isDisabled: !session.mayEditText.get(),
      run: () => desk.chooseMode(editing ? 'review' : 'edit'),
    },
    {
      id: 'activity',
      title: 'What happened here',
      section,
      keywords: 'activity history changes feed',
      run: () => desk.report.set('activity'),
    },
    {
      id: 'agreement',
      title: 'How far you agree',
      section,
      keywords: 'agreement alpha kappa statistics',
      isDisabled: isMarking,
      run: () => desk.report.set('agreement'),
    },
    {
      id: 'minutes',
      title: 'Minutes of the review',
      section,
      keywords: 'decisions log protocol',
      isDisabled: isMarking,
      run: () => desk.report.set('minutes'),
    },
    {
      id: 'rename',
      title: 'Rename the article',
      section,
      isDisabled: !session.may('article.rename'),
      run: () => desk.renaming.set(true),
    },
    {
      id: 'lock',
      title: record?.locked ? 'Unlock the text' : 'Lock the text',
      section,
      keywords: 'read-only',
      isDisabled: !session.may('article.lock'),
      run: () => void session.send({ type: record?.locked ? 'article.unlock' : 'article.lock' }),
    },
    {
      id: 'text',
      title: 'Go to the text',
      section,
      keys: ['t'],
      run: () => margin.editor.get()?.focus(),
    },
  ];
}
