import { resolve } from '@assay/shared/anchoring';
import type { AnnotationId, ArticleId } from '@assay/shared/model';
import { newId } from '@assay/shared/model';
import { readReview } from '@assay/shared/ydoc';
import type { Slice } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import type { DrawnMark } from '../../client/src/editor/article-editor.ts';
import { keysPlugin } from '../../client/src/editor/keys.ts';
import { markById } from '../../client/src/editor/mark-index.ts';
import { MarkKeeper } from '../../client/src/editor/mark-keeper.ts';
import { marksOf, marksPlugin } from '../../client/src/editor/mark-plugin.ts';
import { COMMANDS } from '../../client/src/editor/text-commands.ts';
import { createStore } from '../../client/src/store/index.ts';
import type { Room } from '../../server/src/room/index.ts';
import type { LiveServer, Somebody } from '../server/gateway/live-server.ts';
import { TextClient } from '../support/text-client.ts';

interface Letter {
  readonly document: 'text' | 'review';
  readonly update: Uint8Array;
}

/** Somebody with the article open in a real editor: text, marks as they are drawn, and the keys of the editor. */
export class Desk {
  readonly client: TextClient;
  readonly review = new Y.Doc();
  readonly somebody: Somebody;
  /** What the room has sent and this person has not got yet. */
  readonly inbox: Letter[] = [];
  clipboard: Slice | null = null;
  readonly #marks = createStore<readonly DrawnMark[]>([]);
  readonly #keeper: MarkKeeper;

  constructor(
    somebody: Somebody,
    text: readonly Uint8Array[],
    review: readonly Uint8Array[],
    clientId: number,
  ) {
    this.somebody = somebody;
    const history = {
      undo: () => this.client.binding.undo(),
      redo: () => this.client.binding.redo(),
      canUndo: () => this.client.binding.canUndo.get(),
      canRedo: () => this.client.binding.canRedo.get(),
    };
    this.client = new TextClient(text, {
      clientId,
      captureTimeout: 0,
      plugins: [keysPlugin(history, () => true), marksPlugin()],
    });
    const { view } = this.client;
    // Commands ask a real view where a line ends.
    Object.assign(view, { endOfTextblock: (side: string) => this.#isAtEdge(side) });
    this.#keeper = new MarkKeeper(view, this.client.binding, this.#marks);
    const dispatch = view.dispatch;
    view.dispatch = (tr) => {
      dispatch(tr);
      if (tr.docChanged) this.#keeper.refresh();
    };
    for (const update of review) this.get({ document: 'review', update });
  }

  get state() {
    return this.client.view.state;
  }

  get view(): EditorView {
    return this.client.view as unknown as EditorView;
  }

  get(letter: Letter): void {
    if (letter.document === 'text') this.client.receive(letter.update);
    else {
      Y.applyUpdate(this.review, letter.update);
      this.#marks.set(drawn(this.review));
    }
  }

  /** Receives what has come, or only so many letters. */
  receive(count = this.inbox.length): void {
    for (const letter of this.inbox.splice(0, count)) this.get(letter);
  }

  /** The words that a mark is drawn on, piece by piece. */
  drawnOn(mark: AnnotationId): string[] {
    const pieces = markById(marksOf(this.state).index, mark)?.pieces ?? [];
    return pieces.map(({ from, to }) => this.state.doc.textBetween(from, to, '\n', '\n'));
  }

  /** The words that a mark stands on by its held positions, piece by piece. */
  heldOn(mark: AnnotationId): string[] {
    const annotation = readReview(this.review).state.annotations.get(mark)!;
    return resolve(annotation.target, this.client.text).text.split(' … ');
  }

  select(words: string, at = 0): this {
    const from = this.positionOf(words, at);
    return this.choose(from, from + words.length);
  }

  caretBefore(words: string): this {
    const at = this.positionOf(words);
    return this.choose(at, at);
  }

  caretAfter(words: string): this {
    const at = this.positionOf(words) + words.length;
    return this.choose(at, at);
  }

  choose(from: number, to: number): this {
    const { tr, doc } = this.state;
    this.view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)));
    return this;
  }

  /** Selects from the first unit of some words to the last of others. */
  selectThrough(first: string, last: string): this {
    return this.choose(this.positionOf(first), this.positionOf(last) + last.length);
  }

  positionOf(words: string, nth = 0): number {
    let found = -1;
    let left = nth;
    this.state.doc.descendants((node, pos) => {
      if (!node.isTextblock || found >= 0) return found < 0;
      const text = node.textBetween(0, node.content.size, '', '\n');
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
        if (found < 0 && left-- === 0) found = pos + 1 + at;
      return false;
    });
    if (found < 0) throw new Error(`“${words}” is not in one block of ${this.state.doc}`);
    return found;
  }

  type(text: string): this {
    this.view.dispatch(this.state.tr.insertText(text));
    return this;
  }

  press(key: string, keys: { shiftKey?: boolean; altKey?: boolean; ctrlKey?: boolean } = {}): this {
    const event = {
      key,
      keyCode: 0,
      shiftKey: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      ...keys,
    };
    this.state.plugins.some((plugin) =>
      plugin.props.handleKeyDown?.call(plugin, this.view, event as unknown as KeyboardEvent),
    );
    return this;
  }

  /** Deletes as the browser does where no command takes the key. */
  erase(): this {
    this.view.dispatch(this.state.tr.deleteSelection());
    return this;
  }

  run(command: string): this {
    COMMANDS[command]!.command(this.state, this.view.dispatch, this.view);
    return this;
  }

  copy(): this {
    this.clipboard = this.state.selection.content();
    return this;
  }

  cut(): this {
    return this.copy().erase();
  }

  paste(slice = this.clipboard): this {
    this.view.dispatch(this.state.tr.replaceSelection(slice!).setMeta('paste', true));
    return this;
  }

  /** Drags the selection in front of a position: out and in again in one transaction, as the editor's drop does. */
  dragTo(position: number): this {
    const slice = this.state.selection.content();
    const tr = this.state.tr.deleteSelection();
    const at = tr.mapping.map(position);
    this.view.dispatch(tr.replaceRange(at, at, slice).setMeta('uiEvent', 'drop'));
    return this;
  }

  undo(): this {
    this.client.binding.undo();
    return this;
  }

  redo(): this {
    this.client.binding.redo();
    return this;
  }

  destroy(): void {
    this.#keeper.destroy();
    this.client.destroy();
    this.review.destroy();
  }

  #isAtEdge(side: string): boolean {
    const { $head } = this.state.selection;
    return $head.parentOffset === (side === 'backward' ? 0 : $head.parent.content.size);
  }
}

function drawn(review: Y.Doc): DrawnMark[] {
  const { annotations } = readReview(review).state;
  return [...annotations.values()]
    .filter(({ status }) => status === 'active')
    .map(({ id, label, target }) => ({
      id,
      ranges: target.ranges,
      label,
      letter: 'C',
      hue: 'blue',
      line: 'solid',
      description: 'Claim',
      pending: false,
    }));
}

/** Client ids decide who comes first where two write at one place: the same in every run. */
const FIRST_CLIENT = 10;

/** An article open in a real room over a real SQLite file, and the people at their desks around it. */
export class Table {
  readonly desks: Desk[] = [];
  readonly server: LiveServer;
  readonly article: ArticleId;
  readonly room: Room;
  readonly #leave: () => void;
  readonly #stop: () => void;

  private constructor(server: LiveServer, article: ArticleId, room: Room, leave: () => void) {
    this.server = server;
    this.article = article;
    this.room = room;
    this.#leave = leave;
    this.#stop = room.listen({
      edited: (update, from) => {
        for (const desk of this.desks) if (desk !== from) desk.inbox.push({ document: 'text', update });
      },
      published: (update) => {
        for (const desk of this.desks) desk.inbox.push({ document: 'review', update });
      },
      rightsChanged: () => {},
      failed: (error) => {
        throw error;
      },
    });
  }

  static async lay(server: LiveServer, owner: Somebody, text: string): Promise<Table> {
    const article = await server.article(owner, text);
    const { room, leave } = (await server.rooms.enter(article))!;
    return new Table(server, article, room, leave);
  }

  /** Somebody joins from what the log holds. */
  async join(somebody: Somebody): Promise<Desk> {
    await this.idle();
    const [text, review] = await Promise.all(
      (['text', 'review'] as const).map(
        (document) =>
          new Promise<readonly Uint8Array[]>((resolve) => {
            this.room.answer(document, somebody.person.id, Y.encodeStateVector(new Y.Doc()), resolve);
          }),
      ),
    );
    const desk = new Desk(somebody, text!, review!, FIRST_CLIENT + this.desks.length);
    this.desks.push(desk);
    return desk;
  }

  /** Marks words by the offsets of the text as the log holds it. */
  async mark(...ranges: { start: number; end: number }[]): Promise<AnnotationId> {
    const id = newId<AnnotationId>();
    const { sha256 } = this.room.text.text;
    const { person, role } = this.desks[0]!.somebody;
    const annotation = { id, label: 'claim', ranges };
    const command = { id: newId(), type: 'annotation.create', annotation, text: { sha256 } };
    const reply = await this.room.command(command, { person: person.id, role });
    if (!reply.ok) throw new Error(reply.refusal.message);
    return id;
  }

  markWords(...words: string[]): Promise<AnnotationId> {
    const { linear } = this.room.text.text;
    return this.mark(
      ...words.map((one) => ({ start: linear.indexOf(one), end: linear.indexOf(one) + one.length })),
    );
  }

  /** Sends so many of the updates that a person has made, one after the other. */
  async send(desk: Desk, count = desk.client.made.length): Promise<void> {
    for (const update of desk.client.made.splice(0, count)) {
      const author = { person: desk.somebody.person, barred: null };
      const reception = this.room.receive('text', update, false, author, desk);
      if (reception.kind === 'taken') await reception.done;
      else if (reception.kind !== 'nothing-new') throw new Error(`The room said ${reception.kind}.`);
      await this.idle();
    }
  }

  /** Until nobody has anything that another has not. */
  async meet(): Promise<void> {
    while (this.desks.some((desk) => desk.client.made.length + desk.inbox.length > 0)) {
      for (const desk of this.desks) await this.send(desk);
      for (const desk of this.desks) desk.receive();
    }
  }

  async idle(): Promise<void> {
    await this.room.text.settled();
    await this.room.between(() => {});
  }

  /** The words of a mark as the server sees them. */
  serverOn(mark: AnnotationId): string[] {
    const { target } = this.room.state.annotations.get(mark)!;
    return resolve(target, this.room.text.ytext).text.split(' … ');
  }

  /** The types of what was recorded about a mark, with who is named for it. */
  async history(mark: AnnotationId): Promise<{ type: string; actor: string }[]> {
    const events = await this.server.log.events(this.article);
    return events
      .filter(({ payload, type }) => type.startsWith('annotation.') && payload.includes(mark))
      .map(({ type, actor }) => ({ type, actor }));
  }

  clear(): void {
    this.#stop();
    for (const desk of this.desks.splice(0)) desk.destroy();
    this.#leave();
  }
}
