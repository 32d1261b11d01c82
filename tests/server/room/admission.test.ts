import { schema, seed } from '@assay/shared/article';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Admission, type Judgement } from '../../../server/src/room/admission.ts';
import { KnownIds } from '../../../server/src/room/known-ids.ts';
import { applyAll } from '../../../server/src/room/replica.ts';

const AUTHOR = 1_001;

/** A document as the server has it, its door, and a writer with the same content. */
class World {
  readonly server = new Y.Doc();
  readonly writer = new Y.Doc();
  readonly door: Admission;

  constructor() {
    this.writer.clientID = 500;
    const heading = schema.nodes.heading.create({ level: 2 }, schema.text('Title'));
    const paragraph = schema.nodes.paragraph.create(null, [
      schema.text('Some '),
      schema.text('bold', [schema.marks.strong.create()]),
      schema.nodes.hard_break.create(),
      schema.text('words.'),
    ]);
    seed(this.writer.getText('article'), schema.nodes.doc.create(null, [heading, paragraph]));
    applyAll(this.server, [Y.encodeStateAsUpdate(this.writer)]);
    this.door = new Admission(KnownIds.of(this.server));
    this.writer.clientID = AUTHOR;
  }

  get text(): Y.Text {
    return this.writer.getText('article');
  }

  get marker(): Y.Map<unknown> {
    return this.text.toDelta()[0].insert as Y.Map<unknown>;
  }

  /** What the writer's change makes of the door; an admitted one is applied. */
  send(change: (writer: Y.Doc) => void, mayUse = (_: number) => true): Judgement {
    const before = Y.encodeStateVector(this.writer);
    this.writer.transact(() => change(this.writer));
    return this.offer(Y.encodeStateAsUpdate(this.writer, before), mayUse);
  }

  offer(update: Uint8Array, mayUse = (_: number) => true): Judgement {
    const judgement = this.door.judge(update, mayUse);
    if (judgement.kind === 'admitted') applyAll(this.server, [update]);
    return judgement;
  }

  whole(): boolean {
    const { pendingStructs, pendingDs } = this.server.store;
    return pendingStructs === null && pendingDs === null;
  }
}

/** The text with its formats and markers, as plain values. */
function shown(doc: Y.Doc): unknown {
  const delta: { insert: unknown }[] = doc.getText('article').toDelta();
  return delta.map((one) => (one.insert instanceof Y.Map ? { ...one, insert: one.insert.toJSON() } : one));
}

describe('what an editor does', () => {
  it.each<[string, (world: World) => void]>([
    ['typing', ({ text }) => text.insert(3, 'xyz')],
    ['deleting over blocks', ({ text }) => text.delete(2, 9)],
    ['formatting', ({ text }) => text.format(1, 3, { link: { href: 'https://example.org/', title: null } })],
    ['a hard break', ({ text }) => text.insertEmbed(3, { n: 'hard_break' })],
    [
      'splitting',
      ({ text }) =>
        text.insertEmbed(
          3,
          new Y.Map([
            ['t', 'list_item'],
            ['indent', 2],
          ]),
        ),
    ],
    ['restyling', ({ marker }) => marker.set('level', 3)],
    ['restyling twice', ({ marker }) => [1, 2].map((n) => marker.set('level', n))],
    ['removing a key', ({ marker }) => marker.delete('level')],
    ['unknown plain values of a later version', ({ marker }) => marker.set('y', [{ z: [1, null] }])],
  ])('[RM7] passes: %s', (_, change) => {
    const world = new World();
    expect(world.send(() => change(world))).toMatchObject({ kind: 'admitted', arrived: expect.anything() });
    expect(world.whole()).toBe(true);
    expect(shown(world.server)).toEqual(shown(world.writer));
  });

  it('[RM7] passes undo and redo of all of it', () => {
    const world = new World();
    const manager = new Y.UndoManager(world.text);
    world.send(() => world.marker.set('level', 4));
    world.send(() => world.text.delete(0, 4));
    for (const step of ['undo', 'undo', 'redo', 'redo', 'undo'] as const)
      expect(world.send(() => manager[step]()).kind).toBe('admitted');
    expect(shown(world.server)).toEqual(shown(world.writer));
  });

  it('[RM7] passes what was set on a block that was deleted and collected meanwhile', () => {
    const world = new World();
    const offline = new Y.Doc();
    applyAll(offline, [Y.encodeStateAsUpdate(world.writer)]);
    const before = Y.encodeStateVector(offline);
    offline.transact(() => {
      const marker = offline.getText('article').toDelta()[0].insert as Y.Map<unknown>;
      marker.set('level', 1);
      marker.set('new', true);
      offline.getText('article').insert(2, 'x');
    });
    world.send(() => world.text.delete(0, 6));
    const reloaded = new Y.Doc();
    applyAll(reloaded, [Y.encodeStateAsUpdate(world.server)]);
    const door = new Admission(KnownIds.of(reloaded));
    const update = Y.encodeStateAsUpdate(offline, before);
    expect(door.judge(update, () => true).kind).toBe('admitted');
    applyAll(reloaded, [update]);
    expect(reloaded.store.pendingStructs).toBeNull();
    expect(world.offer(update).kind).toBe('admitted');
    expect(shown(world.server)).toEqual(shown(reloaded));
  });

  it('[RM7] counts what is known already as no struct of anybody’s', () => {
    const world = new World();
    world.send(() => world.text.insert(1, 'x'));
    const all = Y.encodeStateAsUpdate(world.writer);
    expect(world.offer(all, () => false)).toEqual({
      kind: 'admitted',
      arrived: new Map(),
      deletes: new Map(),
    });
  });
});

describe('what nobody does in an article', () => {
  it.each<[string, (world: World) => void]>([
    ['another root', ({ writer }) => writer.getText('other').insert(0, 'x')],
    ['a map at the root', ({ writer }) => writer.getMap('article2').set('k', 1)],
    ['an attribute of the text', ({ text }) => text.setAttribute('a', 'b')],
    ['a subdocument in a marker', ({ marker }) => marker.set('d', new Y.Doc())],
    ['a nested type in a marker', ({ marker }) => marker.set('m', new Y.Map())],
    ['a nested text', ({ text }) => text.insertEmbed(1, new Y.Text('x'))],
    ['bytes', ({ marker }) => marker.set('b', new Uint8Array(3))],
    ['a key that reaches into prototypes', ({ marker }) => marker.set('__proto__', 1)],
    ['such a key in a value', ({ marker }) => marker.set('v', JSON.parse('{"__proto__":{"a":1}}'))],
    ['such a key in a format', ({ text }) => text.format(1, 2, JSON.parse('{"constructor":true}'))],
    ['a very deep value', ({ marker }) => marker.set('v', JSON.parse('['.repeat(40) + ']'.repeat(40)))],
  ])('[RM8] is refused: %s', (_, change) => {
    const world = new World();
    expect(world.send(() => change(world))).toMatchObject({ kind: 'refused', problem: 'content' });
  });

  it('[RM9] is refused under a client id that is not the author’s', () => {
    const world = new World();
    const judgement = world.send(
      () => world.text.insert(1, 'x'),
      (client) => client !== AUTHOR,
    );
    expect(judgement).toMatchObject({ kind: 'refused', problem: 'client' });
  });

  it('[RM10] waits for what it builds on, be it structs or deletions', () => {
    const world = new World();
    const before = Y.encodeStateVector(world.writer);
    world.text.insert(1, 'a');
    const middle = Y.encodeStateVector(world.writer);
    world.text.insert(2, 'b');
    expect(world.offer(Y.encodeStateAsUpdate(world.writer, middle))).toEqual({ kind: 'gap' });
    expect(world.offer(Y.encodeStateAsUpdate(world.writer, before)).kind).toBe('admitted');
    expect(world.offer(Y.encodeStateAsUpdate(world.writer, middle)).kind).toBe('admitted');
    const elsewhere = new Y.Doc();
    elsewhere.getText('article').insert(0, 'gone');
    const all = Y.encodeStateVector(elsewhere);
    elsewhere.getText('article').delete(0, 4);
    expect(world.offer(Y.encodeStateAsUpdate(elsewhere, all))).toEqual({ kind: 'gap' });
  });
});

describe('mutated updates', () => {
  /** Real updates of some variety, each on top of the ones before. */
  function updates(): Uint8Array[] {
    const world = new World();
    const made: Uint8Array[] = [];
    world.writer.on('update', (update) => made.push(update));
    world.text.insert(2, 'hello');
    world.text.format(1, 5, { strong: true });
    world.text.insertEmbed(
      4,
      new Y.Map([
        ['t', 'heading'],
        ['level', 1],
      ]),
    );
    world.marker.set('level', 4);
    world.text.delete(3, 6);
    world.text.insertEmbed(2, { n: 'hard_break' });
    made.push(Y.encodeStateAsUpdate(world.writer));
    return made;
  }

  it('[RM11] are refused or applied at once and wholly: nothing throws, hangs or is kept for later', () => {
    const originals = updates();
    const outcomes = { admitted: 0, gap: 0, refused: 0 };
    const mutation = fc.record({
      which: fc.nat(originals.length - 1),
      edits: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat(2)), {
        minLength: 1,
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(mutation, ({ which, edits }) => {
        const world = new World();
        const bytes = [...originals[which]!];
        for (const [at, byte, how] of edits)
          bytes.splice(at % bytes.length, how === 2 ? 0 : 1, ...(how === 1 ? [] : [byte]));
        for (const update of originals.slice(0, Math.min(which, originals.length - 2))) world.offer(update);
        const start = performance.now();
        outcomes[world.offer(Uint8Array.from(bytes)).kind]++;
        expect(performance.now() - start).toBeLessThan(1_000);
        expect(world.whole()).toBe(true);
        world.server.getText('article').toDelta();
        const fresh = new Y.Doc();
        applyAll(fresh, [Y.encodeStateAsUpdate(world.server)]);
        expect(Y.encodeStateVector(fresh)).toEqual(Y.encodeStateVector(world.server));
        // The door knows exactly what the document has.
        expect(Y.decodeStateVector(world.door.stateVector())).toEqual(
          Y.decodeStateVector(Y.encodeStateVector(world.server)),
        );
      }),
      { numRuns: 4_000, seed: 20_260_203 },
    );
    for (const count of Object.values(outcomes)) expect(count).toBeGreaterThan(50);
  });
});
