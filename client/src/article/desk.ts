import type { LabelId } from '@assay/shared/model';
import { type AgendaDesk, chooseItem, createAgendaDesk } from '../agenda/index.ts';
import type { ArticleEditor } from '../editor/index.ts';
import type { Finding } from '../finding/index.ts';
import type { Entry, Margin } from '../margin/index.ts';
import type { ReportName } from '../reports/index.ts';
import type { ArticleSession } from '../session/index.ts';
import { createStore, derive, type Readable, type Store } from '../store/index.ts';
import { createFlow, type Flow } from '../workflow/index.ts';

export type Mode = 'edit' | 'review';

/** Marks that lie where one clicked, to choose from: innermost first. */
export interface Choice {
  readonly ids: readonly string[];
  /** The words clicked, in client pixels. */
  readonly at: DOMRect;
  /** Chosen by key: the card then takes the keyboard. */
  readonly byKey: boolean;
}

/** What the page of one open article holds beside its margin: how it is worked on, and what stands open. */
export interface Desk {
  readonly session: ArticleSession;
  readonly margin: Margin;
  /** The phases of the review. */
  readonly flow: Flow;
  /** What is to be settled, and the session in which it is. */
  readonly agenda: AgendaDesk;
  /** What the person chose; `review` for everybody who may not edit now. */
  readonly mode: Readable<Mode>;
  chooseMode(mode: Mode): void;
  readonly choice: Store<Choice | null>;
  readonly filterOpen: Store<boolean>;
  /** The find bar: closed, finding, or replacing too. */
  readonly finding: Store<Finding>;
  /** The label guide beside the work, and the label in it that was asked about; null while it is closed. */
  readonly guideOpen: Store<{ readonly about: LabelId | null } | null>;
  readonly renaming: Store<boolean>;
  /** What is read about the review as a whole, over the article. */
  readonly report: Store<ReportName | null>;
  /** The page asks for the address of a link. */
  readonly linking: Store<boolean>;
  /** The selected words whose bar was used; it comes back with another selection. */
  readonly settledSelection: Store<string | null>;
  /** The marking bar stands at the foot of the screen. */
  readonly barDocked: Store<boolean>;
  /** There is no room for a margin beside the text. */
  readonly narrow: Store<boolean>;
}

const MODE_KEY = 'assay:mode';

export function createDesk(session: ArticleSession, margin: Margin, storage: Storage | null): Desk {
  const wanted = createStore<Mode>(readMode(storage));
  return {
    session,
    margin,
    flow: createFlow(session),
    agenda: createAgendaDesk(margin),
    mode: derive([wanted, session.mayEditText], (mode, may) => (may ? mode : 'review')),
    chooseMode(mode) {
      wanted.set(mode);
      try {
        storage?.setItem(MODE_KEY, mode);
      } catch {
        // The choice then lasts as long as the page.
      }
    },
    choice: createStore<Choice | null>(null),
    filterOpen: createStore(false),
    finding: createStore<Finding>(null),
    guideOpen: createStore<{ readonly about: LabelId | null } | null>(null),
    renaming: createStore(false),
    report: createStore<ReportName | null>(null),
    linking: createStore(false),
    settledSelection: createStore<string | null>(null),
    barDocked: createStore(false),
    narrow: createStore(false),
  };
}

/** Reviewing is the usual state: nothing one presses there can change the text. */
function readMode(storage: Storage | null): Mode {
  try {
    return storage?.getItem(MODE_KEY) === 'edit' ? 'edit' : 'review';
  } catch {
    return 'review';
  }
}

/** The entry in focus, if any: the mark that stands open within a group, before the group. */
export function focusedEntry({ margin }: Desk): Entry | null {
  const id = margin.member.get() ?? margin.focused.get();
  return id === null ? null : margin.entry(id);
}

/** The editor with words selected in it, or null. */
export function selecting({ margin }: Desk): ArticleEditor | null {
  const editor = margin.editor.get();
  return editor && !editor.selection.get().empty ? editor : null;
}

/** Opens an entry: its card is in focus, on a narrow screen in the sheet. `byKey`: the card takes the keyboard. */
export function openEntry(desk: Desk, id: string, { scroll = false, byKey = false } = {}): void {
  const { margin, agenda } = desk;
  if (agenda.open.get()) {
    openItemOf(desk, id);
    return;
  }
  margin.focus(id, { scroll });
  if (desk.narrow.get()) margin.sheetOpen.set(true);
  // A mark in a group is on the group's card.
  if (byKey) margin.awaited.set({ id: margin.focused.get() ?? id, part: 'card' });
}

/** While the agenda stands where the cards do, a mark opens the item that it belongs to. */
function openItemOf({ agenda, margin, session }: Desk, id: string): void {
  for (const { id: group, marks } of session.review.get().state.groups.values())
    if (group === id || marks.some((mark) => mark === id)) {
      chooseItem(agenda, group);
      return;
    }
  margin.focus(id);
}
