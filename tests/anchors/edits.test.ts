import type { AnnotationId } from '@assay/shared/model';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LiveServer, type Somebody } from '../server/gateway/live-server.ts';
import { assertAgrees } from '../support/text-client.ts';
import { type Desk, Table } from './desk.ts';
import { KEEPING, type Row, TAKING, TEXT, WORDS } from './rows.ts';

let server: LiveServer;
let editor: Somebody;
let watcher: Somebody;
let table: Table;
let editing: Desk;
let watching: Desk;
let mark: AnnotationId;

beforeAll(async () => {
  server = await LiveServer.start();
  editor = await server.somebody('Edith', 'owner');
  watcher = await server.somebody('Walter', 'editor');
});

afterAll(() => server.destroy());

beforeEach(async () => {
  table = await Table.lay(server, editor, TEXT);
  editing = await table.join(editor);
  watching = await table.join(watcher);
  mark = await table.markWords(WORDS);
  await table.meet();
});

afterEach(() => table.clear());

/** Where everybody sees the mark: the server, both people, as held and as drawn, and somebody who joins now. */
async function expectEverywhere(pieces: readonly string[]): Promise<void> {
  await table.meet();
  const joining = await table.join(watcher);
  const held = pieces.length ? pieces : [''];
  expect(table.serverOn(mark)).toEqual(held);
  for (const desk of [editing, watching, joining]) {
    assertAgrees(desk.client);
    expect(desk.heldOn(mark)).toEqual(held);
    expect(desk.drawnOn(mark)).toEqual(pieces);
  }
}

const expected = ({ pieces = [WORDS] }: Row) => pieces;

describe('a mark stays on its words, for everybody, through', () => {
  it.each(KEEPING)('[AN14] $does', async (row) => {
    row.edit(editing);
    await expectEverywhere(expected(row));
  });

  it.each(KEEPING)('[AN14] $does, step by step', async (row) => {
    row.edit(editing);
    while (editing.client.made.length > 0) {
      await table.send(editing, 1);
      watching.receive();
      editing.receive();
    }
    await expectEverywhere(expected(row));
  });
});

describe('a mark keeps what is left of its words after', () => {
  it.each(TAKING)('[AN15] $does', async (row) => {
    row.edit(editing);
    await expectEverywhere(expected(row));
  });

  it.each(TAKING)('[AN15] $does, and gets all back by undo', async (row) => {
    const before = editing.state.doc;
    row.edit(editing);
    await table.meet();
    while (editing.client.binding.canUndo.get()) editing.undo();
    expect(editing.state.doc.eq(before)).toBe(true);
    await expectEverywhere([WORDS]);
  });
});

/** Edits that take no character of the mark away. */
const HARMLESS = KEEPING.filter(({ pieces }) => !pieces);
/** Each with three further on, so that each is met six times. */
const PAIRS = HARMLESS.flatMap((first, i) =>
  [1, 7, 16].map((step) => [first, HARMLESS[(i + step) % HARMLESS.length]!] as const),
);

/** Rows that take words out and put them back: two people doing it to the same words leave two copies of some. */
const LIFTING = /^(cut|tear|drag|delet|mov)/;

describe('a mark stays on its words while two people at once', () => {
  it.each(
    PAIRS.map(([first, second]) => ({ first: first.does, second: second.does, edits: [first, second] })),
  )('[AN16] do $first, and $second', async ({ edits }) => {
    edits[0]!.edit(editing);
    edits[1]!.edit(watching);
    await table.meet();
    const joining = await table.join(watcher);
    const said = table.serverOn(mark);
    for (const desk of [editing, watching, joining]) {
      expect(desk.heldOn(mark)).toEqual(said);
      expect(desk.drawnOn(mark)).toEqual(said);
    }
    if (edits.every(({ does }) => LIFTING.test(does)))
      for (const piece of said) expect(WORDS).toContain(piece);
    // A break that is put where words just come back may come to stand among them.
    else expect(said.map((piece) => piece.replaceAll('\n', ''))).toEqual([WORDS]);
  });
});

describe('words that two people have put in two places at once', () => {
  beforeEach(async () => {
    editing.select(WORDS).cut().caretAfter('kept quiet.').paste();
    watching.select(WORDS).cut().caretAfter('next week.').paste();
    await table.meet();
  });

  it.each([0, 1])('[AN18] are marked once, and still when copy %i of them is deleted', async (copy) => {
    await expectEverywhere([WORDS]);
    editing.select(WORDS, copy).erase();
    await expectEverywhere([WORDS]);
  });

  it('[AN18] leave an orphan when both are deleted, and undo brings the mark back', async () => {
    editing.select(WORDS).erase().select(WORDS).erase();
    await expectEverywhere([]);
    editing.undo();
    await expectEverywhere([WORDS]);
  });
});

it('[AN18] words that somebody else has moved away meanwhile are not taken for typed where they are moved into a mark', async () => {
  editing.select('More follows').cut().caretBefore('What the').paste();
  watching.select('follows').dragTo(watching.positionOf(' fall by'));
  await table.meet();
  await expectEverywhere(['Taxes will', ' fall by half in May.']);
});
