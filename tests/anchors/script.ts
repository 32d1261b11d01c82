import type { AnnotationId } from '@assay/shared/model';
import fc from 'fast-check';
import { TextSelection } from 'prosemirror-state';
import type { LiveServer, Somebody } from '../server/gateway/live-server.ts';
import { assertAgrees } from '../support/text-client.ts';
import { type Desk, Table } from './desk.ts';

/** One thing that happens: somebody edits, sends what they did, or gets what others did. */
export type Event =
  | {
      readonly does: 'edit';
      readonly who: number;
      readonly edit: string;
      readonly a: number;
      readonly b: number;
    }
  | { readonly does: 'send' | 'receive'; readonly who: number; readonly count: number };

export interface Script {
  readonly people: number;
  /** The last person sends and gets nothing until the end. */
  readonly offline: boolean;
  readonly marks: readonly { readonly a: number; readonly b: number }[];
  readonly events: readonly Event[];
}

/** `online`: everybody has everything after every edit. */
export type Mode = 'online' | 'concurrent';

/** How many marks were looked at, and what was found. */
export interface Tally {
  checks: number;
  exact: number;
  /** A word of the mark stands in the text, and the mark is not on it. */
  missing: number;
  /** The mark is on characters that it was not put on and that were not typed inside it. */
  foreign: number;
  /** All words are gone and no orphan was recorded. */
  unrecorded: number;
  /** Somebody sees the mark on other words than the server has it on. */
  apart: number;
  /** Marks with all words gone, and with more than one piece. */
  orphans: number;
  torn: number;
  edits: number;
}

export const emptyTally = (): Tally => ({
  checks: 0,
  exact: 0,
  missing: 0,
  foreign: 0,
  unrecorded: 0,
  apart: 0,
  orphans: 0,
  torn: 0,
  edits: 0,
});

const BLOCKS = 6;
const BLOCK_LENGTH = 18;
const FIRST = 0x4e00;

/** Every character of the article is met once: a row of CJK characters in each block. */
const TEXT = Array.from({ length: BLOCKS }, (_, block) =>
  Array.from({ length: BLOCK_LENGTH }, (_, i) => String.fromCharCode(FIRST + block * BLOCK_LENGTH + i)).join(
    '',
  ),
).join('\n');

const natural = fc.nat({ max: 9_999 });

/** Characters that are typed: never one that was there before. */
class Fresh {
  #next = 0xac00;
  take(count: number): string {
    return Array.from({ length: count }, () => String.fromCharCode(this.#next++)).join('');
  }
}

function textPosition({ state }: Desk, n: number): number {
  return TextSelection.near(state.doc.resolve(n % (state.doc.content.size + 1))).head;
}

function select(desk: Desk, a: number, b: number): Desk {
  const from = textPosition(desk, a);
  const to = textPosition(desk, Math.min(from + 2 + (b % 20), desk.state.doc.content.size));
  return desk.choose(Math.min(from, to), Math.max(from, to));
}

/**
 * A single character that is cut and pasted elsewhere, with or without a line break, is like one that is typed: nobody
 * can tell it is the same.
 */
function holdsWords({ state }: Desk): boolean {
  const { from, to } = state.selection;
  return state.doc.textBetween(from, to).replaceAll('\n', '').length > 1;
}

const caret = (desk: Desk, a: number) => {
  const at = textPosition(desk, a);
  return desk.choose(at, at);
};

type Edit = (desk: Desk, a: number, b: number, fresh: Fresh) => void;

const EDITS: Record<string, Edit> = {
  type: (desk, a, b, fresh) => void caret(desk, a).type(fresh.take(1 + (b % 3))),
  enter: (desk, a) => void caret(desk, a).press('Enter'),
  enterAndBackspace: (desk, a) => void caret(desk, a).press('Enter').press('Backspace'),
  backspaceJoin: (desk, a) => {
    caret(desk, a);
    const at = desk.state.selection.$head.start();
    desk.choose(at, at).press('Backspace');
  },
  deleteJoin: (desk, a) => {
    caret(desk, a);
    const at = desk.state.selection.$head.end();
    desk.choose(at, at).press('Delete');
  },
  heading: (desk, a) => void caret(desk, a).run('heading-2'),
  quote: (desk, a) => void caret(desk, a).run('quote'),
  list: (desk, a) => void caret(desk, a).run('bullet-list'),
  paragraph: (desk, a) => void caret(desk, a).run('paragraph'),
  indent: (desk, a) => void caret(desk, a).run('indent'),
  bold: (desk, a, b) => void select(desk, a, b).run('bold'),
  hardBreak: (desk, a) => void caret(desk, a).run('hard-break'),
  replace: (desk, a, b, fresh) => void select(desk, a, b % 4).type(fresh.take(2)),
  erase: (desk, a, b) => void select(desk, a, b).erase(),
  moveUp: (desk, a) => void caret(desk, a).run('move-block-up'),
  moveDown: (desk, a) => void caret(desk, a).run('move-block-down'),
  cut: (desk, a, b) => {
    if (!desk.clipboard && holdsWords(select(desk, a, b))) desk.cut();
  },
  cutAndPaste: (desk, a, b) => {
    if (!desk.clipboard && holdsWords(select(desk, a, b))) pasteAt(desk.cut(), b);
  },
  paste: (desk, a) => pasteAt(desk, a),
  drag: (desk, a, b) => {
    select(desk, a, b);
    const { from, to } = desk.state.selection;
    const at = textPosition(desk, b);
    if (holdsWords(desk) && (at < from || at > to)) desk.dragTo(at);
  },
  undo: (desk) => void desk.undo(),
  redo: (desk) => void desk.redo(),
};

/** What was cut is pasted once; pasting it again would be a copy. */
function pasteAt(desk: Desk, a: number): void {
  if (!desk.clipboard) return;
  caret(desk, a).paste();
  desk.clipboard = null;
}

export function scripts(mode: Mode): fc.Arbitrary<Script> {
  const edit = fc.record({
    does: fc.constant('edit' as const),
    who: fc.nat({ max: 3 }),
    edit: fc.constantFrom(...Object.keys(EDITS)),
    a: natural,
    b: natural,
  });
  const post = fc.record({
    does: fc.constantFrom('send' as const, 'receive' as const),
    who: fc.nat({ max: 3 }),
    count: fc.integer({ min: 1, max: 4 }),
  });
  const event: fc.Arbitrary<Event> =
    mode === 'online'
      ? edit
      : fc.oneof(
          { arbitrary: edit as fc.Arbitrary<Event>, weight: 5 },
          { arbitrary: post as fc.Arbitrary<Event>, weight: 6 },
        );
  return fc.record({
    people: fc.integer({ min: 2, max: 4 }),
    offline: mode === 'online' ? fc.constant(false) : fc.boolean(),
    marks: fc.array(fc.record({ a: natural, b: natural }), { minLength: 4, maxLength: 8 }),
    events: fc.array(event, { minLength: 8, maxLength: 24, size: 'max' }),
  });
}

interface Followed {
  readonly id: AnnotationId;
  readonly words: ReadonlySet<string>;
  /** It was put on a line break at an end: what is typed next to that is inside it. */
  readonly onBreak: boolean;
}

/** Plays a script on a real server and looks at every mark on the way (online) or at the end. */
export async function perform(
  server: LiveServer,
  people: readonly Somebody[],
  script: Script,
  mode: Mode,
  tally: Tally,
): Promise<void> {
  const table = await Table.lay(server, people[0]!, TEXT);
  const fresh = new Fresh();
  for (let i = 0; i < script.people; i++) await table.join(people[i]!);
  const marks = await Promise.all(script.marks.map((place) => putMark(table, place)));
  await table.meet();
  const offline = script.offline ? script.people - 1 : -1;
  for (const event of script.events) {
    const who = event.who % script.people;
    const desk = table.desks[who]!;
    if (event.does === 'edit') {
      EDITS[event.edit]!(desk, event.a, event.b, fresh);
      tally.edits++;
    } else if (who !== offline) {
      if (event.does === 'send') await table.send(desk, event.count);
      else desk.receive(event.count);
    }
    if (mode === 'online') {
      await table.meet();
      for (const mark of marks) await look(table, mark, tally);
    }
  }
  await table.meet();
  await table.join(people[0]!);
  for (const mark of marks) await look(table, mark, tally);
  for (const desk of table.desks) {
    assertAgrees(desk.client);
    tally.apart += marks.filter(({ id }) => !seesAsServer(table, desk, id)).length;
  }
  table.clear();
}

async function putMark(table: Table, { a, b }: { a: number; b: number }): Promise<Followed> {
  const { linear } = table.room.text.text;
  const start = a % (linear.length - 2);
  const end = Math.min(linear.length, start + 2 + (b % 24));
  const words = new Set([...linear.slice(start, end)].filter((unit) => unit !== '\n'));
  const onBreak = linear[start] === '\n' || linear[end - 1] === '\n';
  return { id: await table.mark({ start, end }), words, onBreak };
}

/** Whether a mark is held and drawn where the server has it. */
function seesAsServer(table: Table, desk: Desk, mark: AnnotationId): boolean {
  const said = JSON.stringify(table.serverOn(mark));
  const drawn = desk.drawnOn(mark);
  return JSON.stringify(desk.heldOn(mark)) === said && JSON.stringify(drawn.length ? drawn : ['']) === said;
}

async function look(table: Table, { id, words, onBreak }: Followed, tally: Tally): Promise<void> {
  const text = table.room.text.text.linear;
  const pieces = table.serverOn(id);
  const covered = new Set(pieces.join(''));
  const left = [...words].filter((unit) => text.includes(unit));
  const missing = left.some((unit) => !covered.has(unit));
  const original = (unit: string) => unit < '\uac00' && unit !== '\n';
  const foreign = [...covered].some((unit) => original(unit) && !words.has(unit));
  const gone = left.length === 0;
  const recorded = table.room.state.annotations.get(id)!.orphaned !== undefined;
  const ends = gone ? pieces.join('') === '' : onBreak || endsOnOwn(pieces, words);
  tally.checks++;
  if (missing) tally.missing++;
  if (foreign || !ends) tally.foreign++;
  if (gone !== recorded) tally.unrecorded++;
  if (gone) tally.orphans++;
  if (pieces.length > 1) tally.torn++;
  if (!missing && !foreign && ends && gone === recorded) tally.exact++;
}

/** Whether a mark of which nothing is gone begins and ends on its own characters. */
function endsOnOwn(pieces: readonly string[], words: ReadonlySet<string>): boolean {
  const covered = pieces.join('').replaceAll('\n', '');
  if (![...words].every((unit) => covered.includes(unit))) return true;
  return words.has(covered[0]!) && words.has(covered.at(-1)!);
}
