import { decode, schema } from '@assay/shared/article';
import { ARTICLE_ROOT } from '@assay/shared/ydoc';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import {
  article,
  assertAgrees,
  block,
  h,
  hr,
  li,
  marked,
  p,
  quote,
  seeded,
  TextClient,
} from '../support/text-client.ts';
import { DeltaCheck } from './delta-check.ts';
import { type Dice, EDITS } from './edits.ts';
import { FOREIGN_EDITS } from './foreign-edits.ts';

/** One thing that happens: somebody edits, a foreign program edits, or some updates arrive. */
export type Event =
  | { readonly does: 'edit'; readonly who: number; readonly edit: string; readonly dice: Dice }
  | { readonly does: 'foreign'; readonly edit: string; readonly dice: Dice }
  | { readonly does: 'deliver'; readonly to: number; readonly which: number; readonly count: number };

export interface Play {
  readonly people: number;
  /** The last person gets and sends nothing until the end. */
  readonly offline: boolean;
  readonly events: readonly Event[];
}

const natural = fc.nat({ max: 9999 });
const dice: fc.Arbitrary<Dice> = fc.record({ a: natural, b: natural, c: natural });

function eventOf(hostile: boolean): fc.Arbitrary<Event> {
  const edit = fc.record({
    does: fc.constant('edit' as const),
    who: fc.nat({ max: 3 }),
    edit: fc.constantFrom('type', 'split', 'mark', ...Object.keys(EDITS)),
    dice,
  });
  const deliver = fc.record({
    does: fc.constant('deliver' as const),
    to: fc.nat({ max: 4 }),
    which: natural,
    count: fc.integer({ min: 1, max: 6 }),
  });
  const foreign = fc.record({
    does: fc.constant('foreign' as const),
    edit: fc.constantFrom(...Object.keys(FOREIGN_EDITS)),
    dice,
  });
  const kinds = [
    { arbitrary: edit as fc.Arbitrary<Event>, weight: 6 },
    { arbitrary: deliver as fc.Arbitrary<Event>, weight: 4 },
  ];
  return fc.oneof(...kinds, ...(hostile ? [{ arbitrary: foreign as fc.Arbitrary<Event>, weight: 2 }] : []));
}

export function plays(hostile: boolean): fc.Arbitrary<Play> {
  return fc.record({
    people: fc.integer({ min: 2, max: 4 }),
    offline: fc.boolean(),
    events: fc.array(eventOf(hostile), { minLength: 10, maxLength: 45, size: 'max' }),
  });
}

/** The article everybody begins with: every kind of block, some formats, an emoji family. */
export function startingArticle(): Node {
  return article(
    h(1, 'What the minister said'),
    p('She said that ', marked('taxes will fall', 'strong'), ' by 2030 👩‍👩‍👧‍👦, and nobody objected.'),
    quote('Taxes will fall.'),
    li('one'),
    block('list_item', { kind: 'ordered', indent: 1 }, 'two ', schema.nodes.hard_break.create(), 'lines'),
    hr(),
    block('figure', { src: 'https://example.org/p.png', alt: 'p' }, 'A caption'),
    p(),
    p('The end.'),
  );
}

interface Peer {
  readonly doc: Y.Doc;
  readonly made: Uint8Array[];
  receive(update: Uint8Array): void;
}

class Foreigner implements Peer {
  readonly doc = new Y.Doc();
  readonly text = this.doc.getText(ARTICLE_ROOT);
  readonly made: Uint8Array[] = [];

  constructor(start: Uint8Array) {
    this.doc.clientID = 99;
    this.receive(start);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') this.made.push(update);
    });
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'network');
  }
}

/**
 * Some characters of the article, followed in two ways: by mapping their positions through every transaction, as
 * decorations are, and by identity. As long as mapping says that a character is still there, both should agree.
 */
class Followed {
  compared = 0;
  astray = 0;
  #held: { readonly held: Y.RelativePosition; readonly position: number }[] = [];
  readonly #person: TextClient;

  constructor(person: TextClient) {
    this.#person = person;
    person.view.state.doc.descendants((node, start) => {
      for (let i = 0; node.isText && i < node.nodeSize; i += 11) this.#hold(start + i);
    });
    const { dispatch } = person.view;
    person.view.dispatch = (tr) => {
      this.#follow(tr);
      dispatch(tr);
    };
  }

  compare(): void {
    this.#held = this.#held.filter(({ held, position }) => {
      this.compared++;
      const agrees = this.#person.binding.toPosition(held) === position;
      if (!agrees) this.astray++;
      return agrees;
    });
  }

  #hold(position: number): void {
    this.#held.push({ held: this.#person.binding.toRelative(position, 0), position });
  }

  #follow(tr: Transaction): void {
    if (!tr.docChanged) return;
    this.#held = this.#held.flatMap(({ held, position }) => {
      const { pos, deletedAfter } = tr.mapping.mapResult(position, 1);
      return deletedAfter ? [] : [{ held, position: pos }];
    });
  }
}

/** What a run did, so that a test can tell that it did something. */
export interface Record {
  edits: number;
  delivered: number;
  deltas: number;
  /** Characters followed and compared, and how many of them mapping had led astray. */
  followed: number;
  astray: number;
}

/** Plays it all, checking after every event, and that everybody ends with the same article. Throws otherwise. */
export function perform(play: Play): Record {
  const start = seeded(startingArticle());
  const people = Array.from(
    { length: play.people },
    (_, i) => new TextClient([start], { clientId: 10 + i, captureTimeout: i % 2 ? 0 : 500 }),
  );
  const foreigner = new Foreigner(start);
  const peers: Peer[] = [...people, foreigner];
  const checks = people.map((person) => new DeltaCheck(person.doc));
  const record: Record = { edits: 0, delivered: 0, deltas: 0, followed: 0, astray: 0 };
  const followed = people.map((person) => new Followed(person));
  const check = () => {
    for (const person of people) assertAgrees(person);
    for (const characters of followed) characters.compare();
  };
  const mail = new Mail(peers, play.offline ? play.people - 1 : -1);
  for (const event of play.events) {
    if (event.does === 'edit') {
      const person = people[event.who % people.length]!;
      EDITS[event.edit]!(person, event.dice);
      record.edits += person.made.length ? 1 : 0;
    } else if (event.does === 'foreign') FOREIGN_EDITS[event.edit]!(foreigner.text, event.dice);
    else record.delivered += mail.deliver(event.to % peers.length, event.which, event.count, check);
    mail.collect();
    check();
  }
  record.delivered += mail.deliverAll(check);
  assertEqual(people, foreigner);
  record.deltas = checks.reduce((sum, check) => sum + check.compared, 0);
  for (const { compared, astray } of followed) {
    record.followed += compared;
    record.astray += astray;
  }
  for (const person of people) person.destroy();
  return record;
}

/** The updates under way, one box for each peer; they are taken from it one by one in any order. */
class Mail {
  readonly #boxes: Uint8Array[][];
  readonly #held: Uint8Array[] = [];
  readonly #peers: readonly Peer[];
  #offline: number;

  constructor(peers: readonly Peer[], offline: number) {
    this.#peers = peers;
    this.#offline = offline;
    this.#boxes = peers.map(() => []);
  }

  collect(): void {
    for (const [from, peer] of this.#peers.entries()) {
      for (const update of peer.made.splice(0)) {
        if (from === this.#offline) this.#held.push(update);
        else this.#send(update, from);
      }
    }
  }

  deliver(to: number, which: number, count: number, check: () => void): number {
    if (to === this.#offline) return 0;
    const box = this.#boxes[to]!;
    let delivered = 0;
    for (; delivered < count && box.length; delivered++) {
      this.#peers[to]!.receive(box.splice((which + delivered * 7) % box.length, 1)[0]!);
      check();
    }
    return delivered;
  }

  /** Everybody is back: until nobody has anything new. */
  deliverAll(check: () => void): number {
    const returned = this.#offline;
    this.#offline = -1;
    for (const update of this.#held.splice(0)) this.#send(update, returned);
    let delivered = 0;
    for (let round = 0; this.#boxes.some((box) => box.length); round++) {
      for (const to of this.#peers.keys()) delivered += this.deliver(to, round, 1000, check);
      this.collect();
    }
    return delivered;
  }

  #send(update: Uint8Array, from: number): void {
    for (const [to, box] of this.#boxes.entries()) if (to !== from) box.push(update);
  }
}

function assertEqual(people: readonly TextClient[], foreigner: Foreigner): void {
  const expected = decode(foreigner.text);
  for (const person of people) {
    if (!person.view.state.doc.eq(expected))
      throw new Error(`Not equal:\n${person.view.state.doc}\n${expected}`);
  }
}
