import type { ArticleId, Guide, Person, PersonId } from '@assay/shared/model';
import type { Action, Subject } from '@assay/shared/policy';
import type { Reply } from '@assay/shared/protocol';
import type { Command, ReviewState } from '@assay/shared/review';
import type { ArticleEditor, ArticleEditorOptions } from '../editor/index.ts';
import type { MarkingHistory, MarkingStep, NoGround } from '../review/index.ts';
import type { Readable } from '../store/index.ts';

/** A command without its id, which the session makes. */
export type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

export type { MarkingHistory, MarkingStep, NoGround };

/** What came of taking a marking back, or of doing it again. */
export type Turned =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'done'; readonly step: MarkingStep }
  | { readonly kind: 'refused'; readonly step: MarkingStep; readonly why: NoGround };

/** What is known of the server's keeping of this person's work. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly unsaved: number }
  | { readonly kind: 'offline'; readonly unsaved: number }
  /** The server will not take it; a person has to act. */
  | { readonly kind: 'refused'; readonly unsaved: number; readonly reason: string };

export type Connection = 'connecting' | 'online' | 'offline' | 'closed';

/** Why the server closed the door. */
export interface Closed {
  readonly code: number;
  readonly reason: string;
  /** The server does not take the changes that are kept here: only `discardUnsent` opens the door again. */
  readonly changesRefused: boolean;
}

export interface Presence {
  readonly person: Person;
  readonly self: boolean;
  /** Tabs of one person count once. */
  readonly editing: boolean;
}

/** The review as the page shows it: what the server published, with own commands still under way applied. */
export interface ReviewView {
  readonly state: ReviewState;
  readonly people: ReadonlyMap<PersonId, Person>;
  /** Ids of annotations, threads and comments with a command that is not confirmed yet. */
  readonly pending: ReadonlySet<string>;
  /** Whether the review was read at all, from the server or from this device. */
  readonly ready: boolean;
}

/** A refusal or other thing the person should be told of once. */
export interface Notice {
  readonly id: string;
  readonly tone: 'error' | 'info';
  readonly message: string;
}

/** One open article: its documents, its connection, its queue of commands. Survives the loss of any connection. */
export interface ArticleSession {
  readonly article: ArticleId;
  readonly me: Readable<Person | null>;
  readonly review: Readable<ReviewView>;
  /** The label guide by which the article is marked: the one that it is bound to, or the one that a team begins with. */
  readonly guide: Readable<Guide>;
  readonly connection: Readable<Connection>;
  /** Why the server closed the door for good (removed, deleted, page outdated); null while it is open. */
  readonly closed: Readable<Closed | null>;
  readonly saving: Readable<Saving>;
  readonly presence: Readable<readonly Presence[]>;
  readonly notices: Readable<readonly Notice[]>;
  readonly mayEditText: Readable<boolean>;
  /** The article's text was read, from the server or from this device, so that the editor can be shown. */
  readonly textReady: Readable<boolean>;
  /** Settles once this device has been read, or could not be: what an earlier visit left is then counted as unsaved. */
  readonly opened: Promise<unknown>;
  /** By the last known role; the server decides again. */
  may(action: Action, subject?: Subject): boolean;
  /** Changes whenever `may` could answer otherwise. */
  readonly rights: Readable<unknown>;
  /** Shows the wish at once, queues it durably, sends it when there is a connection; settles with the server's word. */
  send(wish: Wish): Promise<Reply>;
  /** The person's own markings that can be taken back or done again, since the article was opened here. */
  readonly markings: Readable<MarkingHistory>;
  /** Takes the person's own last marking back; refuses when somebody has changed it since. */
  undoMarking(): Turned;
  redoMarking(): Turned;
  dismiss(notice: string): void;
  /** Puts the editor into an element. One at a time. `mode` and the callbacks are the page's. */
  mount(
    element: HTMLElement,
    page: Pick<ArticleEditorOptions, 'mode' | 'onActivate' | 'onHover' | 'onReviewKey'> & {
      /** Which annotations and passage threads to draw, after the page's filters. */
      readonly visible: Readable<ReadonlySet<string>>;
    },
  ): ArticleEditor;
  /** The linear text as it is now, for exports and counts. */
  linearText(): string;
  close(): Promise<void>;
  /**
   * Closes, and forgets this device's copy of the text with the changes that the server has not taken: the way out when
   * it will never take them. To be followed by a reload.
   */
  discardUnsent(): Promise<void>;
}

export interface OpenArticleOptions {
  readonly article: ArticleId;
  /** The signed-in person: names the local database, so that two people on one device never share it. */
  readonly me: Person;
  /** Such as `ws://127.0.0.1:8787`. */
  readonly socketUrl: string;
}
