import * as Y from 'yjs';

/**
 * What an id of the text document is: a marker in front of a block (`marker`), an entry of a marker (`entry`), something
 * that was collected together with its marker (`gone`), or, which is most of them, anything else of the text (`text`).
 */
export type IdKind = 'text' | 'marker' | 'entry' | 'gone';

interface Segment {
  readonly clock: number;
  end: number;
  readonly kind: IdKind;
}

/** Which ids a text document has, and what they are, without the document: what updates are judged by. */
export class KnownIds {
  readonly #clocks = new Map<number, number>();
  /** Of each client the ids that are not plain text, ascending. */
  readonly #segments = new Map<number, Segment[]>();

  static of(doc: Y.Doc): KnownIds {
    const known = new KnownIds();
    for (const [client, structs] of doc.store.clients)
      for (const struct of structs) known.add(client, struct.id.clock, struct.length, kindOf(struct));
    return known;
  }

  /** How many ids of a client there are: the clock of the next one. */
  clock(client: number): number {
    return this.#clocks.get(client) ?? 0;
  }

  get clocks(): ReadonlyMap<number, number> {
    return this.#clocks;
  }

  /** What an id is. Throws a RangeError for one that is not there. */
  kind(client: number, clock: number): IdKind {
    if (clock >= this.clock(client)) throw new RangeError(`There is no id ${client}:${clock}.`);
    const segments = this.#segments.get(client);
    if (!segments) return 'text';
    let low = 0;
    let high = segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (segments[middle]!.end <= clock) low = middle + 1;
      else high = middle;
    }
    const segment = segments[low];
    return segment && segment.clock <= clock ? segment.kind : 'text';
  }

  /** Adds the ids that come next of a client. */
  add(client: number, clock: number, length: number, kind: IdKind): void {
    this.#clocks.set(client, clock + length);
    if (kind === 'text') return;
    const segments = this.#segments.get(client);
    const last = segments?.at(-1);
    if (!segments) this.#segments.set(client, [{ clock, end: clock + length, kind }]);
    else if (last?.end === clock && last.kind === kind) last.end += length;
    else segments.push({ clock, end: clock + length, kind });
  }
}

function kindOf(struct: Y.Item | Y.GC): IdKind {
  if (!(struct instanceof Y.Item)) return 'gone';
  if (struct.parentSub !== null) return 'entry';
  return struct.content instanceof Y.ContentType ? 'marker' : 'text';
}
