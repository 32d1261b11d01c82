import { decode, linearText, quietFormatting } from '@assay/shared/article';
import { DEFAULT_GUIDE, type Guide, newId, type Person } from '@assay/shared/model';
import { type Action, may, type Subject } from '@assay/shared/policy';
import type { Hello, Reply } from '@assay/shared/protocol';
import { parseCommand } from '@assay/shared/review';
import { articleText } from '@assay/shared/ydoc';
import { databaseName, TITLE } from '../device/index.ts';
import { type ArticleEditor, createArticleEditor } from '../editor/index.ts';
import { locateHere, type Me, Outbox, ReviewStore, refusalWords, type TabLocks } from '../review/index.ts';
import { createStore, derive, type Readable } from '../store/index.ts';
import { type Surroundings, SyncedDocument } from '../sync/index.ts';
import type {
  ArticleSession,
  Connection,
  Notice,
  OpenArticleOptions,
  Presence,
  ReviewView,
  Saving,
  Turned,
  Wish,
} from './article-session.ts';
import { closedOf, connectionOf } from './connection.ts';
import { DrawnMarks } from './drawn-marks.ts';
import { Markings } from './markings.ts';
import { Notices } from './notices.ts';
import { isPossibleIn } from './phase-rights.ts';
import { followPresence, tellEditing } from './presence.ts';
import { PrivatePart } from './private-part.ts';
import { savingOf } from './saving.ts';

/** What a session needs of the platform; tests on Node give their own. */
export interface Platform extends Surroundings {
  readonly locks?: TabLocks;
  readonly createEditor?: typeof createArticleEditor;
}

const NOT_KEPT =
  'This browser does not let Assay keep anything on this device. What is not saved yet is in this tab alone: wait for “saved” before you close it.';

/** Opens an article for the person signed in. Reads the device first, then keeps in step with the server until closed. */
export function openArticle(options: OpenArticleOptions, platform: Platform = {}): ArticleSession {
  return new OpenArticle(options, platform);
}

class OpenArticle implements ArticleSession {
  readonly article: OpenArticleOptions['article'];
  readonly me: Readable<Person>;
  readonly review: Readable<ReviewView>;
  readonly guide: Readable<Guide>;
  readonly connection: Readable<Connection>;
  readonly closed: ArticleSession['closed'];
  readonly saving: Readable<Saving>;
  readonly presence: Readable<readonly Presence[]>;
  readonly notices: Readable<readonly Notice[]>;
  readonly mayEditText: Readable<boolean>;
  readonly textReady: Readable<boolean>;
  readonly rights: ArticleSession['rights'];
  readonly markings: ArticleSession['markings'];
  readonly opened: Promise<unknown>;
  readonly #hello: Readable<Hello | null>;
  readonly #text: SyncedDocument;
  readonly #reviewed: SyncedDocument;
  readonly #private: PrivatePart;
  readonly #outbox: Outbox;
  readonly #store: ReviewStore;
  readonly #notices = new Notices();
  readonly #markings: Markings;
  #closing: Promise<void> | null = null;
  /** Of the text as it is; null when it has changed since. */
  #linearText: string | null = null;
  readonly #stops: (() => void)[] = [];
  readonly #createEditor: typeof createArticleEditor;

  constructor(options: OpenArticleOptions, platform: Platform) {
    const { article, me, socketUrl } = options;
    const synced = { ...platform, socketUrl, article, person: me.id };
    this.article = article;
    this.#createEditor = platform.createEditor ?? createArticleEditor;
    this.#text = new SyncedDocument({ ...synced, room: 'text' });
    this.#reviewed = new SyncedDocument({ ...synced, room: 'review' });
    this.#private = new PrivatePart(() => new SyncedDocument({ ...synced, room: 'private' }));
    // From the first update read, also before there is an editor: a reader must have nothing to send.
    this.#stops.push(quietFormatting(this.#text.doc));
    this.#text.doc.on('update', () => {
      this.#linearText = null;
    });
    const { connection } = this.#text;
    this.#outbox = new Outbox({
      name: databaseName(me.id, article, 'outbox'),
      send: (command) => connection.sendCommand(command),
      beforeAdopted: () => this.#text.refresh(),
      ...(platform.locks && { locks: platform.locks }),
    });
    this.opened = Promise.all([this.#text.opened, this.#reviewed.opened, this.#outbox.opened]);
    this.#hello = this.#text.hello;
    this.me = derive([this.#hello], (hello) => hello?.person ?? me);
    this.textReady = this.#readyWhenRead(this.#text, () => articleText(this.#text.doc).length > 0);
    this.#store = this.#openReview();
    this.review = this.#viewReview();
    this.guide = derive([this.review], ({ state }) => state.guide ?? DEFAULT_GUIDE);
    const phase = derive([this.review], ({ state }) => state.workflow.phase);
    this.rights = derive([this.#hello, phase], (hello, now) => hello && { hello, phase: now });
    this.#markings = this.#followMarkings();
    this.markings = this.#markings.history;
    const states = [connection.state, this.#reviewed.connection.state, this.#private.state] as const;
    this.connection = derive(states, connectionOf);
    this.closed = derive(states, closedOf);
    this.mayEditText = derive([this.#hello, this.closed], (hello, closed) => !closed && !!hello?.mayEditText);
    this.saving = this.#followSaving();
    this.notices = this.#notices.list;
    const presence = followPresence(connection.awareness, this.me);
    this.presence = presence.list;
    this.#stops.push(presence.stop);
    this.#listen();
  }

  may(action: Action, subject?: Subject): boolean {
    const hello = this.#hello.get();
    if (!hello || (action === 'text.edit' && !this.mayEditText.get())) return false;
    if (!isPossibleIn(this.review.get().state.workflow.phase, action)) return false;
    return may({ person: hello.person.id, role: hello.role }, action, subject);
  }

  send(wish: Wish): Promise<Reply> {
    return this.#markings.following(wish, () => this.#queue(wish));
  }

  undoMarking(): Turned {
    return this.#markings.undo();
  }

  redoMarking(): Turned {
    return this.#markings.redo();
  }

  async #queue(wish: Wish): Promise<Reply> {
    const id = newId();
    const parsed = parseCommand({ ...wish, id });
    if (parsed.ok) return this.#outbox.add(parsed.command, new Date().toISOString());
    this.#notices.tell('error', parsed.refusal.message);
    return { command: id, ok: false, refusal: parsed.refusal };
  }

  dismiss(notice: string): void {
    this.#notices.dismiss(notice);
  }

  linearText(): string {
    this.#linearText ??= linearText(decode(articleText(this.#text.doc)));
    return this.#linearText;
  }

  mount(element: HTMLElement, page: Parameters<ArticleSession['mount']>[1]): ArticleEditor {
    const drawn = new DrawnMarks();
    const marks = derive([this.review, this.guide, page.visible], (review, guide, visible) =>
      drawn.of(review, guide.labels, visible),
    );
    const { doc, connection } = this.#text;
    const { awareness } = connection;
    const parts = { doc, awareness, marks, editable: this.mayEditText };
    const editing = derive([page.mode, this.mayEditText], (mode, may) => may && mode === 'edit');
    this.#stops.push(tellEditing(awareness, editing));
    const editor = this.#createEditor(element, { ...page, ...parts });
    this.#stops.push(connection.holdBackWhile(editor.composing));
    return editor;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async discardUnsent(): Promise<void> {
    await this.close();
    await this.#text.forget();
  }

  async #close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#store.destroy();
    await this.#outbox.close();
    await Promise.all([this.#text.close(), this.#reviewed.close(), this.#private.close()]);
  }

  #openReview(): ReviewStore {
    const text = articleText(this.#text.doc);
    const me = derive(
      [this.#hello],
      (hello): Me | null => hello && { person: hello.person, role: hello.role },
    );
    return new ReviewStore({
      doc: this.#reviewed.doc,
      ownDoc: this.#private.doc,
      outbox: this.#outbox,
      me,
      locate: (place) => locateHere(text, () => this.linearText(), place),
      located: this.textReady,
      readAgain: async () => {
        await Promise.all([this.#reviewed.connection.readAgain(), this.#private.readAgain()]);
      },
    });
  }

  #followMarkings(): Markings {
    const text = articleText(this.#text.doc);
    return new Markings({
      ground: () => ({
        state: this.review.get().state,
        me: this.me.get().id,
        stands: (ranges) => locateHere(text, () => this.linearText(), { ranges }).ok,
      }),
      send: (deed) => this.#queue(deed),
    });
  }

  #viewReview(): Readable<ReviewView> {
    const ready = this.#readyWhenRead(this.#reviewed, () => this.#store.view.get().state.article !== null);
    return derive([this.#store.view, ready], (view, isReady) => ({ ...view, ready: isReady }));
  }

  /** Whether a document was read from the server, or something of it from the device. */
  #readyWhenRead(document: SyncedDocument, holdsSomething: () => boolean): Readable<boolean> {
    const { synced } = document.connection;
    const onDevice = createStore(false);
    void document.opened.then(() => onDevice.set(holdsSomething()));
    return derive([synced, onDevice], (fromServer, fromDevice) => fromServer || fromDevice);
  }

  #followSaving(): Readable<Saving> {
    const { unsaved, refusal } = this.#text.connection;
    const unsent = derive([this.#outbox.queue], (queue) => queue.filter(({ done }) => !done).length);
    return derive(
      [this.connection, this.closed, unsaved.count, unsent, refusal, this.#hello],
      (connection, closed, unsavedText, unsentCommands, refused, hello) =>
        savingOf({
          connection,
          closed,
          unsavedText,
          unsentCommands,
          refusal: refused,
          mayEditText: hello?.mayEditText ?? false,
        }),
    );
  }

  #listen(): void {
    const { connection } = this.#text;
    const opened = () => {
      if (!connection.open.get()) return;
      this.#text.refresh().catch(() => {});
      this.#outbox.connected();
    };
    const tellWhereKept = () => {
      const kept = [this.#text, this.#outbox].map(({ keptOnDevice }) => keptOnDevice.get());
      if (kept.includes('no')) this.#notices.tell('info', NOT_KEPT);
    };
    const openPrivate = () => this.#private.openIfNeeded(this.review.get().state);
    const title = derive([this.review], ({ state }) => state.article?.title);
    openPrivate();
    this.#stops.push(
      this.review.subscribe(openPrivate),
      title.subscribe(() => this.#reviewed.note(TITLE, title.get())),
      connection.open.subscribe(opened),
      connection.onReply((reply) => this.#outbox.receive(reply)),
      this.#outbox.onReplied((command, reply) => {
        if (!reply.ok) this.#notices.tell('error', refusalWords(command, reply.refusal));
      }),
      this.#text.keptOnDevice.subscribe(tellWhereKept),
      this.#outbox.keptOnDevice.subscribe(tellWhereKept),
    );
  }
}
