import type { DecisionId, GroupId, PersonId, Session } from '@assay/shared/model';
import type { Action, Subject } from '@assay/shared/policy';
import { type Agenda, type AgendaEntry, agendaOf, runningSession } from '@assay/shared/review';
import type { Margin } from '../margin/index.ts';
import type { ArticleSession } from '../session/index.ts';
import { createStore, derive, type Readable, type Store } from '../store/index.ts';
import { type AgendaFilter, filtered, LEFT } from './agenda-filter.ts';

export type View = 'items' | 'consent' | 'tasks';

/** What a moderator is in the middle of deciding. */
export type Form = 'adjust' | 'relabel' | 'merge' | 'park' | 'reopen';

/** A decision of this person that did not count, because somebody had settled the item before. */
export interface Uncounted {
  readonly group: GroupId;
  readonly decision: DecisionId;
}

/** Why the next decision is made, and by which clause of the guide; either may be empty. */
export interface Reasons {
  readonly rationale: string;
  readonly clause: string;
}

export const NO_REASONS: Reasons = { rationale: '', clause: '' };

/** What the page knows of the agenda of its article beside the review itself. */
export interface AgendaDesk {
  readonly session: ArticleSession;
  readonly margin: Margin;
  /** By role, and by the phase: what is signed off can only be read. */
  may(action: Action, subject?: Subject): boolean;
  /** Changes whenever `may` could answer otherwise. */
  readonly rights: Readable<unknown>;
  /** The agenda stands beside the text, or over it where there is no room. */
  readonly open: Store<boolean>;
  readonly agenda: Readable<Agenda>;
  /** The item that is shown; null for the list. Its marks are lit in the text. */
  readonly item: Readable<GroupId | null>;
  readonly view: Store<View>;
  readonly filter: Store<AgendaFilter>;
  /** What the list has: what passes the filter, and the item shown. */
  readonly listed: Readable<readonly AgendaEntry[]>;
  readonly running: Readable<Session | null>;
  /** Whether one goes along with the presenter, as long as one is in the session. */
  readonly following: Store<boolean>;
  readonly uncounted: Store<Uncounted | null>;
  readonly form: Store<Form | null>;
  readonly reasons: Store<Reasons>;
}

export function createAgendaDesk(margin: Margin): AgendaDesk {
  const { session } = margin;
  const filter = createStore<AgendaFilter>(LEFT);
  const state = derive([session.review], (view) => view.state);
  const agenda = derive([state], agendaOf);
  const item = margin.group;
  const isSignedOff = derive([state], ({ workflow }) => workflow.phase === 'signed-off');
  return {
    session,
    margin,
    may: (action, subject) => !isSignedOff.get() && session.may(action, subject),
    rights: derive([session.rights, isSignedOff], (rights, signedOff) => ({ rights, signedOff })),
    open: createStore(false),
    agenda,
    item,
    view: createStore<View>('items'),
    filter,
    listed: derive([agenda, filter, state, session.me], (all, wanted, review, me) =>
      filtered(all, wanted, review, me?.id ?? null),
    ),
    running: derive([state], runningSession),
    following: createStore(true),
    uncounted: createStore<Uncounted | null>(null),
    form: createStore<Form | null>(null),
    reasons: createStore(NO_REASONS),
  };
}

export const me = ({ session }: AgendaDesk): PersonId | null => session.me.get()?.id ?? null;
