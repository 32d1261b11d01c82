import { ARTICLE_ROOT } from '@assay/shared/ydoc';
import * as Y from 'yjs';
import { type IdKind, KnownIds } from './known-ids.ts';
import { type IdRange, MalformedUpdate, type ReadUpdate, readUpdate, type Struct } from './read-update.ts';
import { isSubdocument, mayBeEntry, mayStandInText } from './text-content.ts';

/** What became of an update. An admitted one counts as known from here on. */
export type Judgement =
  /** `arrived`: its new ids of each client. `deletes`: the ids that it deletes, deleted before or not. */
  | {
      readonly kind: 'admitted';
      readonly arrived: ReadonlyMap<number, IdRange>;
      readonly deletes: ReadUpdate['deletes'];
    }
  /** It builds on what is not here: the sender has to say first what that is. */
  | { readonly kind: 'gap' }
  | {
      readonly kind: 'refused';
      readonly problem: 'malformed' | 'content' | 'client';
      readonly reason: string;
    };

/** Nothing of the update was taken. */
class Refusal extends Error {
  readonly problem: 'content' | 'client';
  constructor(problem: 'content' | 'client', reason: string) {
    super(reason);
    this.problem = problem;
  }
}

type Link = Y.ID | null;

/**
 * The door of a text document. What passes
 * 1. applies at once and wholly: Yjs never keeps a part of it for later, when nobody would judge it;
 * 2. has the shape of an article: words, formats, embeds and markers with plain entries in the one root;
 * 3. carries new structs only under client ids that its author may use.
 * It is judged on the ids known before it, without the document.
 */
export class Admission {
  #known: KnownIds;

  constructor(known: KnownIds) {
    this.#known = known;
  }

  /** What is known, as Yjs states it to a peer who is to send the rest. */
  stateVector(): Uint8Array {
    return Y.encodeStateVector(new Map(this.#known.clocks));
  }

  /** `mayUse` says whether the author may write under a client id. */
  judge(bytes: Uint8Array, mayUse: (client: number) => boolean): Judgement {
    try {
      return this.#judge(readUpdate(bytes), mayUse);
    } catch (error) {
      if (error instanceof MalformedUpdate)
        return { kind: 'refused', problem: 'malformed', reason: error.message };
      if (error instanceof Refusal) return { kind: 'refused', problem: error.problem, reason: error.message };
      throw error;
    }
  }

  #judge(update: ReadUpdate, mayUse: (client: number) => boolean): Judgement {
    const trial = new Trial(this.#known);
    if (!trial.place(update.structs) || !trial.knowsAll(update.deletes)) return { kind: 'gap' };
    const { arrived } = trial;
    for (const client of arrived.keys())
      if (!mayUse(client)) throw new Refusal('client', `The client id ${client} is somebody else’s.`);
    trial.keep();
    return { kind: 'admitted', arrived, deletes: update.deletes };
  }
}

interface Placed {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly kind: IdKind;
}

/** An update being tried on what is known; `keep` makes it known. */
class Trial {
  readonly #known: KnownIds;
  readonly #added = new KnownIds();
  readonly #placed: Placed[] = [];

  constructor(known: KnownIds) {
    this.#known = known;
  }

  /** Read before `keep`. */
  get arrived(): ReadonlyMap<number, IdRange> {
    const added = [...this.#added.clocks].map(([client, end]): [number, IdRange] => {
      const clock = this.#known.clock(client);
      return [client, { clock, len: end - clock }];
    });
    return new Map(added);
  }

  /**
   * Places the structs in the order in which Yjs can integrate them: a client's next one as soon as all that it names
   * is there. False when some cannot be placed.
   */
  place(structs: ReadUpdate['structs']): boolean {
    let waiting = [...structs.values()].map((list) => ({ list, next: 0 }));
    for (let progress = true; progress && waiting.length > 0; ) {
      progress = false;
      for (const queue of waiting) {
        for (let next = queue.list[queue.next]; next && this.#isReady(next); next = queue.list[queue.next]) {
          this.#place(next);
          queue.next++;
          progress = true;
        }
      }
      waiting = waiting.filter((queue) => queue.next < queue.list.length);
    }
    return waiting.length === 0;
  }

  knowsAll(deletes: ReadonlyMap<number, readonly IdRange[]>): boolean {
    for (const [client, ranges] of deletes) {
      const last = ranges.at(-1);
      if (last && last.clock + last.len > this.#clock(client)) return false;
    }
    return true;
  }

  keep(): void {
    for (const { client, clock, length, kind } of this.#placed) this.#known.add(client, clock, length, kind);
  }

  #clock(client: number): number {
    return this.#added.clock(client) || this.#known.clock(client);
  }

  #kind({ client, clock }: Y.ID): IdKind {
    const known = clock < this.#known.clock(client);
    return (known ? this.#known : this.#added).kind(client, clock);
  }

  #isReady(struct: Struct): boolean {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip || clock > this.#clock(client)) return false;
    if (!(struct instanceof Y.Item)) return true;
    return [struct.origin, struct.rightOrigin, parentId(struct)].every((id) => id === null || this.#has(id));
  }

  #has({ client, clock }: Y.ID): boolean {
    return clock < this.#clock(client);
  }

  /** Of a struct that is known in part only the rest is new; what is known wholly is passed over, as Yjs does. */
  #place(struct: Struct): void {
    const { client, clock } = struct.id;
    const from = this.#clock(client);
    const end = clock + struct.length;
    if (end <= from) return;
    const kind = struct instanceof Y.Item ? this.#itemKind(struct) : 'gone';
    if (from > clock && place(kind) !== place(this.#kind(Y.createID(client, from - 1))))
      throw new Refusal('content', 'A struct continues in another place than it began.');
    this.#added.add(client, from, end - from, kind);
    this.#placed.push({ client, clock: from, length: end - from, kind });
  }

  #itemKind(item: Y.Item): IdKind {
    if (isSubdocument(item.content)) throw new Refusal('content', 'An article has no subdocuments.');
    switch (this.#placeOf(item)) {
      case 'gone':
        return 'gone';
      case 'entry':
        if (!mayBeEntry(item.parentSub, item.content) || item.rightOrigin)
          throw new Refusal('content', 'A block’s marker has plain entries alone.');
        return 'entry';
      case 'text':
        if (!mayStandInText(item.content)) throw new Refusal('content', 'This cannot stand in an article.');
        return item.content instanceof Y.ContentType ? 'marker' : 'text';
    }
  }

  /** Where an item comes to stand, by its parent or else by its neighbours. */
  #placeOf(item: Y.Item): Place {
    const parent = item.parent as unknown;
    if (typeof parent === 'string') {
      if (parent === ARTICLE_ROOT && item.parentSub === null) return 'text';
      throw new Refusal('content', 'An article’s text stands in its one root.');
    }
    const id = parentId(item);
    if (id) return this.#placeIn(id, item.parentSub);
    const places = [item.origin, item.rightOrigin].flatMap((link: Link) =>
      link ? place(this.#kind(link)) : [],
    );
    if (places.includes('gone')) return 'gone';
    if (places[0] === undefined || places.some((one) => one !== places[0]))
      throw new Refusal('content', 'An item has its neighbours in one place.');
    return places[0];
  }

  /** Inside something that is no marker (any more) Yjs drops an item. */
  #placeIn(parent: Y.ID, key: string | null): Place {
    if (this.#kind(parent) !== 'marker') return 'gone';
    if (key === null) throw new Refusal('content', 'An entry of a marker has a key.');
    return 'entry';
  }
}

type Place = 'text' | 'entry' | 'gone';

function place(kind: IdKind): Place {
  return kind === 'marker' ? 'text' : kind;
}

function parentId(item: Y.Item): Y.ID | null {
  const parent = item.parent as unknown;
  return parent instanceof Y.ID ? parent : null;
}
