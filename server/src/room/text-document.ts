import { decode, linearText } from '@assay/shared/article';
import { type ArticleId, type Moment, type Person, type PersonId, sha256Hex } from '@assay/shared/model';
import { articleText, documentName } from '@assay/shared/ydoc';
import type { Node } from 'prosemirror-model';
import type * as Y from 'yjs';
import type { Binding, LoggedDocument } from '../storage/index.ts';
import { Admission } from './admission.ts';
import { ClientIds } from './client-ids.ts';
import { KnownIds } from './known-ids.ts';
import { saysNothingNew } from './news.ts';
import type { RoomPorts } from './ports.ts';
import type { Arrived } from './reattach.ts';
import { Replica } from './replica.ts';
import type { Deletes } from './returns.ts';

/** Who sent an update, and with what right. */
export interface Author {
  readonly person: Person;
  /** Why this person may not edit the text now; null when they may. */
  readonly barred: string | null;
}

/** What becomes of an update to the text. */
export type Reception =
  /** On its way to the log; `done` settles when the log has it and readers were told. */
  | { readonly kind: 'taken'; readonly done: Promise<void> }
  /** There was nothing in it that is not known. */
  | { readonly kind: 'nothing-new' }
  /** Not allowed; dropped. */
  | { readonly kind: 'denied'; readonly reason: string }
  | { readonly kind: 'gap' }
  | { readonly kind: 'refused'; readonly reason: string; readonly tooLarge: boolean };

/** The text as people read it. */
export interface ArticleText {
  readonly node: Node;
  /** What offsets count in: UTF-16 units. */
  readonly linear: string;
  /** Of `linear`. */
  readonly sha256: string;
}

/** An article's text document: what may enter it, what was logged of it, and what is served of it. */
export class TextDocument {
  readonly replica: Replica;
  readonly ids: ClientIds;
  readonly #article: ArticleId;
  readonly #name: string;
  readonly #ports: RoomPorts;
  readonly #admission: Admission;
  #head: number;
  #size: number;
  #last: Promise<void> = Promise.resolve();
  #gathering: Gathering | null = null;
  #text: { readonly head: number; readonly text: ArticleText } | null = null;
  #published: number;

  constructor(
    article: ArticleId,
    logged: LoggedDocument,
    bindings: ReadonlyMap<number, PersonId>,
    ports: RoomPorts,
  ) {
    this.#article = article;
    this.#name = documentName.text(article);
    this.#ports = ports;
    this.replica = new Replica(logged);
    this.ids = new ClientIds(bindings);
    this.#admission = new Admission(KnownIds.of(this.replica.doc));
    this.#head = logged.head;
    this.#published = logged.head;
    this.#size = sizeOf(logged);
  }

  get ytext(): Y.Text {
    return articleText(this.replica.doc);
  }

  /** The text as it is on the disk. */
  get text(): ArticleText {
    if (this.#text?.head !== this.#published) {
      this.#text = { head: this.#published, text: textOf(decode(this.ytext)) };
    }
    return this.#text.text;
  }

  stateVector(): Uint8Array {
    return this.#admission.stateVector();
  }

  /** Settles when every update taken so far is on the disk. */
  settled(): Promise<void> {
    return this.#last;
  }

  /** `answer`: sent in reply to our state vector, so it repeats every deletion that there ever was. */
  receive(bytes: Uint8Array, answer: boolean, author: Author, published: Published): Reception {
    if (author.barred !== null) {
      const harmless = saysNothingNew(this.replica.doc, bytes, 'or tidies formats');
      return harmless ? { kind: 'nothing-new' } : { kind: 'denied', reason: author.barred };
    }
    if (answer && saysNothingNew(this.replica.doc, bytes, 'exactly')) return { kind: 'nothing-new' };
    const tooLarge = this.#tooLarge(bytes);
    if (tooLarge) return { kind: 'refused', reason: tooLarge, tooLarge: true };
    const judgement = this.#admission.judge(bytes, (client) => this.ids.mayUse(client, author.person.id));
    if (judgement.kind === 'gap') return { kind: 'gap' };
    if (judgement.kind === 'refused') return { kind: 'refused', reason: judgement.reason, tooLarge: false };
    if (judgement.arrived.size === 0 && judgement.deletes.size === 0) return { kind: 'nothing-new' };
    // An answer to our state vector repeats the deletions of everybody: they are not its author’s.
    const change = { arrived: judgement.arrived, deletes: answer ? new Map() : judgement.deletes };
    return { kind: 'taken', done: this.#append(bytes, author.person.id, change, published) };
  }

  #tooLarge(bytes: Uint8Array): string | null {
    const { update, document } = this.#ports.limits;
    if (bytes.length > update) return `One change has at most ${update} bytes. Paste less at a time.`;
    if (this.#size + bytes.length > document) return 'The article has become too long. Split it into two.';
    return null;
  }

  #append(bytes: Uint8Array, person: PersonId, change: Change, published: Published): Promise<void> {
    const fresh = [...change.arrived.keys()].filter((client) => !this.ids.isBound(client));
    for (const client of fresh) this.ids.bind(client, person);
    this.#size += bytes.length;
    this.#gathering ??= this.#gather();
    this.#gathering.updates.push({ bytes, person, at: this.#ports.now(), change, published });
    this.#gathering.bindings.push(...fresh.map((client) => ({ doc: this.#name, client, person })));
    return this.#gathering.done;
  }

  /** Everything that one read of a socket brings goes to the log as one append. */
  #gather(): Gathering {
    const updates: Gathering['updates'] = [];
    const bindings: Binding[] = [];
    this.#last = Promise.resolve().then(() => this.#log(updates, bindings));
    return { updates, bindings, done: this.#last };
  }

  async #log(updates: Gathering['updates'], bindings: readonly Binding[]): Promise<void> {
    this.#gathering = null;
    const run = {
      doc: this.#name,
      expectedHead: this.#head,
      updates: updates.map(({ bytes, person, at }) => ({ bytes, person, at })),
    };
    this.#head += updates.length;
    await this.#ports.log.append({ article: this.#article, runs: [run], bindings });
    for (const { bytes, at, change, published } of updates) {
      this.#published++;
      this.replica.publish(bytes);
      published(change, at);
    }
  }
}

/** The hash is made when somebody asks for it: most who read the text do not. */
function textOf(node: Node): ArticleText {
  const linear = linearText(node);
  let sha256: string | null = null;
  return {
    node,
    linear,
    get sha256() {
      sha256 ??= sha256Hex(linear);
      return sha256;
    },
  };
}

/** What one update does to the ids of the text. */
interface Change {
  /** The new ids of each client. */
  readonly arrived: Arrived;
  /** What its author deletes, be it deleted already or not. */
  readonly deletes: Deletes;
}

/** Called when the log holds an update, with the moment that it has there. */
type Published = (change: Change, at: Moment) => void;

interface Gathering {
  readonly updates: {
    bytes: Uint8Array;
    person: PersonId;
    at: Moment;
    change: Change;
    published: Published;
  }[];
  readonly bindings: Binding[];
  readonly done: Promise<void>;
}

function sizeOf({ snapshot, updates }: LoggedDocument): number {
  return updates.reduce((sum, { bytes }) => sum + bytes.length, snapshot?.state.length ?? 0);
}
