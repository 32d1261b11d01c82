import { encoding } from 'lib0';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Admission } from '../../../server/src/room/admission.ts';
import { KnownIds } from '../../../server/src/room/known-ids.ts';

const ROOT = 1;
const STRING = 4;
const HAS_LEFT = 0x80;

/** An item as Yjs writes it: a string in the article's root, or to the right of another. */
type Struct =
  | { text: string; left?: [client: number, clock: number] }
  | { collected: number }
  | { skipped: number };

interface Block {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly Struct[];
}

type Deletes = readonly (readonly [
  client: number,
  ranges: readonly (readonly [clock: number, len: number])[],
])[];

/** An update byte by byte, as Yjs itself would not write it. */
function update(blocks: readonly Block[], deletes: Deletes = []): Uint8Array {
  const encoder = encoding.createEncoder();
  const numbers = (...list: number[]) => {
    for (const number of list) encoding.writeVarUint(encoder, number);
  };
  numbers(blocks.length);
  for (const { client, clock, structs } of blocks) {
    numbers(structs.length, client, clock);
    for (const struct of structs) writeStruct(encoder, struct);
  }
  numbers(deletes.length);
  for (const [client, ranges] of deletes) numbers(client, ranges.length, ...ranges.flat());
  return encoding.toUint8Array(encoder);
}

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  if ('skipped' in struct || 'collected' in struct) {
    encoding.writeUint8(encoder, 'skipped' in struct ? 10 : 0);
    encoding.writeVarUint(encoder, 'skipped' in struct ? struct.skipped : struct.collected);
    return;
  }
  encoding.writeUint8(encoder, STRING | (struct.left ? HAS_LEFT : 0));
  if (struct.left) for (const number of struct.left) encoding.writeVarUint(encoder, number);
  else {
    encoding.writeVarUint(encoder, ROOT);
    encoding.writeVarString(encoder, 'article');
  }
  encoding.writeVarString(encoder, struct.text);
}

const BASE = update([{ client: 1, clock: 0, structs: [{ text: 'abcdef' }] }]);

function judge(bytes: Uint8Array) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, BASE);
  return new Admission(KnownIds.of(doc)).judge(bytes, () => true);
}

describe('forged updates', () => {
  it('[RM8] the forge makes updates that Yjs reads', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, BASE);
    Y.applyUpdate(
      doc,
      update([{ client: 2, clock: 0, structs: [{ text: 'x', left: [1, 2] }] }], [[1, [[0, 1]]]]),
    );
    expect(doc.getText('article').toString()).toBe('bcdefx');
  });

  it.each<[string, Uint8Array]>([
    [
      'a client named twice, of which Yjs would drop the first structs',
      update([
        { client: 2, clock: 0, structs: [{ text: 'a' }] },
        { client: 2, clock: 1, structs: [{ text: 'b' }] },
      ]),
    ],
    ['a struct without a length', update([{ client: 2, clock: 0, structs: [{ text: '' }] }])],
    ['a clock out of bounds', update([{ client: 2, clock: 0, structs: [{ collected: 2 ** 45 }] }])],
    ['a client id out of bounds', update([{ client: 2 ** 33, clock: 0, structs: [{ text: 'a' }] }])],
    [
      'deletions that overlap',
      update(
        [],
        [
          [
            1,
            [
              [0, 6],
              [0, 6],
            ],
          ],
        ],
      ),
    ],
    [
      'deletions that overlap in two lists',
      update(
        [],
        [
          [1, [[0, 6]]],
          [1, [[2, 1]]],
        ],
      ),
    ],
    ['a deletion of nothing', update([], [[1, [[3, 0]]]])],
  ])('[RM8] are refused: %s', (_, bytes) => {
    expect(judge(bytes)).toMatchObject({ kind: 'refused', problem: 'malformed' });
  });

  it.each<[string, Uint8Array]>([
    ['a skip', update([{ client: 2, clock: 0, structs: [{ skipped: 1 }, { text: 'a' }] }])],
    [
      'two structs that build on each other',
      update([
        { client: 3, clock: 0, structs: [{ text: 'a', left: [2, 0] }] },
        { client: 2, clock: 0, structs: [{ text: 'b', left: [3, 0] }] },
      ]),
    ],
    [
      'a struct that builds on itself',
      update([{ client: 2, clock: 0, structs: [{ text: 'a', left: [2, 0] }] }]),
    ],
    ['a beginning in the air', update([{ client: 2, clock: 5, structs: [{ text: 'a' }] }])],
  ])('[RM10] are not applied: %s', (_, bytes) => {
    expect(judge(bytes)).toEqual({ kind: 'gap' });
  });

  it('[RM7] structs of several clients that build on each other in turn are taken in any order', () => {
    const bytes = update([
      {
        client: 3,
        clock: 0,
        structs: [
          { text: 'a', left: [1, 0] },
          { text: 'c', left: [2, 0] },
        ],
      },
      {
        client: 2,
        clock: 0,
        structs: [
          { text: 'b', left: [3, 0] },
          { text: 'd', left: [3, 1] },
        ],
      },
    ]);
    expect(judge(bytes)).toEqual({
      kind: 'admitted',
      arrived: new Map([
        [3, { clock: 0, len: 2 }],
        [2, { clock: 0, len: 2 }],
      ]),
      deletes: new Map(),
    });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, BASE);
    Y.applyUpdate(doc, bytes);
    expect(doc.store.pendingStructs).toBeNull();
  });

  it('[RM8] a struct that is known in part must go on where it stands', () => {
    const doc = new Y.Doc();
    const text = doc.getText('article');
    const marker = new Y.Map([['k', 1]]);
    text.insertEmbed(0, marker);
    const door = new Admission(KnownIds.of(doc));
    const { client } = marker._item!.id;
    // Clock 1 is the entry; a string from there on would be half entry, half text.
    const bytes = update([{ client, clock: 1, structs: [{ text: 'xy' }] }]);
    expect(door.judge(bytes, () => true)).toMatchObject({ kind: 'refused', problem: 'content' });
  });
});
