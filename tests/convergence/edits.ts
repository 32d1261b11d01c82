import { schema } from '@assay/shared/article';
import { joinBackward, joinForward, selectAll, splitBlock, toggleMark } from 'prosemirror-commands';
import { Fragment, type Node, Slice } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import type { TextClient } from '../support/text-client.ts';

/** The numbers that decide one edit: the same numbers on the same document are the same edit. */
export interface Dice {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

type Command = (state: EditorState, dispatch: (tr: Transaction) => void) => boolean;

const WORDS = [
  'a',
  'the words ',
  'tax',
  '👩‍👩‍👧‍👦',
  '😀',
  'é',
  'שלום ',
  '世界',
  ' ',
  'a rather long stretch of words',
  '👍🏽!',
];
const MARKS = ['strong', 'em', 'code', 'strike', 'sup', 'sub', 'link'] as const;

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;

/** Every edit that a person can make, by the name it is drawn with. */
export const EDITS: Record<string, (client: TextClient, dice: Dice) => void> = {
  type: (client, dice) => {
    const { tr } = client.view.state;
    client.view.dispatch(tr.insertText(pick(WORDS, dice.b), textPosition(tr.doc, dice.a)));
  },
  typeMarked: (client, dice) => {
    const { tr } = client.view.state;
    const text = schema.text(pick(WORDS, dice.b), [randomMark(dice.c)]);
    client.view.dispatch(tr.insert(textPosition(tr.doc, dice.a), text));
  },
  overtype: (client, dice) => {
    select(client, dice);
    client.view.dispatch(client.view.state.tr.insertText(pick(WORDS, dice.c)));
  },
  split: (client, dice) => {
    caret(client, dice.a);
    run(client, splitBlock);
  },
  joinBackward: (client, dice) => {
    const block =
      client.view.state.doc.childCount > 1 ? 1 + (dice.a % (client.view.state.doc.childCount - 1)) : 0;
    caretAt(client, startOf(client.view.state.doc, block) + 1);
    run(client, joinBackward);
  },
  joinForward: (client, dice) => {
    const { doc } = client.view.state;
    const block = dice.a % doc.childCount;
    caretAt(client, startOf(doc, block) + doc.child(block).nodeSize - 1);
    run(client, joinForward);
  },
  retype: (client, dice) => {
    select(client, dice);
    const { tr, selection } = client.view.state;
    const { name, attrs } = pick(TYPES, dice.c);
    client.view.dispatch(tr.setBlockType(selection.from, selection.to, schema.nodes[name]!, attrs));
  },
  indent: (client, dice) => setAttribute(client, dice.a, 'indent', dice.b % 9),
  quote: (client, dice) => setAttribute(client, dice.a, 'quote', dice.b % 4),
  mark: (client, dice) => {
    select(client, dice);
    const mark = randomMark(dice.c);
    run(client, toggleMark(mark.type, mark.attrs));
  },
  unmark: (client, dice) => {
    select(client, dice);
    const { tr, selection } = client.view.state;
    client.view.dispatch(tr.removeMark(selection.from, selection.to));
  },
  hardBreak: (client, dice) => {
    const { tr } = client.view.state;
    client.view.dispatch(tr.insert(textPosition(tr.doc, dice.a), schema.nodes.hard_break.create()));
  },
  rule: (client, dice) => {
    const { tr } = client.view.state;
    client.view.dispatch(
      tr.insert(startOf(tr.doc, dice.a % (tr.doc.childCount + 1)), schema.nodes.horizontal_rule.create()),
    );
  },
  blockToRule: (client, dice) => {
    const { tr } = client.view.state;
    const block = dice.a % tr.doc.childCount;
    const from = startOf(tr.doc, block);
    client.view.dispatch(
      tr.replaceWith(from, from + tr.doc.child(block).nodeSize, schema.nodes.horizontal_rule.create()),
    );
  },
  deleteRange: (client, dice) => {
    select(client, dice);
    client.view.dispatch(client.view.state.tr.deleteSelection());
  },
  deleteBlock: (client, dice) => {
    const { tr } = client.view.state;
    if (tr.doc.childCount < 2) return;
    const block = dice.a % tr.doc.childCount;
    const from = startOf(tr.doc, block);
    client.view.dispatch(tr.delete(from, from + tr.doc.child(block).nodeSize));
  },
  moveBlock: (client, dice) => {
    const { tr } = client.view.state;
    const block = tr.doc.child(dice.a % tr.doc.childCount);
    const from = startOf(tr.doc, dice.a % tr.doc.childCount);
    if (tr.doc.childCount < 2) return;
    tr.delete(from, from + block.nodeSize);
    client.view.dispatch(tr.insert(startOf(tr.doc, dice.b % (tr.doc.childCount + 1)), block));
  },
  pasteOpen: (client, dice) => {
    select(client, dice);
    client.view.dispatch(client.view.state.tr.replaceSelection(new Slice(pasted(dice.c), 1, 1)));
  },
  pasteClosed: (client, dice) => {
    select(client, dice);
    client.view.dispatch(client.view.state.tr.replaceSelection(new Slice(pasted(dice.c), 0, 0)));
  },
  pasteOver: (client, dice) => {
    const { tr } = client.view.state;
    const block = dice.a % tr.doc.childCount;
    const node = tr.doc.child(block);
    const from = startOf(tr.doc, block) + 1;
    if (!node.isTextblock) return;
    const text = node.textBetween(0, node.content.size, '', '').replace(/\b\w/, '*');
    client.view.dispatch(text ? tr.replaceWith(from, from + node.content.size, schema.text(text)) : tr);
  },
  copy: (client, dice) => {
    select(client, dice);
    const slice = client.view.state.selection.content();
    caret(client, dice.c);
    client.view.dispatch(client.view.state.tr.replaceSelection(slice));
  },
  replaceAll: (client, dice) => {
    run(client, selectAll);
    client.view.dispatch(client.view.state.tr.replaceSelection(new Slice(pasted(dice.c), 0, 0)));
  },
  undo: (client) => void client.binding.undo(),
  redo: (client) => void client.binding.redo(),
};

const TYPES: readonly { name: string; attrs: Record<string, unknown> }[] = [
  { name: 'paragraph', attrs: {} },
  { name: 'heading', attrs: { level: 1 } },
  { name: 'heading', attrs: { level: 3, quote: 1 } },
  { name: 'list_item', attrs: { kind: 'ordered', indent: 2 } },
  { name: 'list_item', attrs: { kind: 'bullet' } },
  { name: 'code_block', attrs: {} },
  { name: 'figure', attrs: { src: 'https://example.org/a.png', alt: 'a' } },
  { name: 'figure', attrs: {} },
];

function run(client: TextClient, command: Command): void {
  command(client.view.state, client.view.dispatch);
}

function randomMark(n: number) {
  const name = pick(MARKS, n);
  return schema.marks[name].create(name === 'link' ? { href: `https://example.org/${n % 3}` } : null);
}

function pasted(n: number): Fragment {
  const blocks = [
    schema.nodes.heading.create({ level: 2 }, schema.text('Pasted 😀')),
    schema.nodes.paragraph.create(null, [
      schema.text('bold ', [schema.marks.strong.create()]),
      schema.text('plain'),
    ]),
    schema.nodes.list_item.create({ kind: 'ordered', indent: 1 }, schema.text('item')),
    schema.nodes.paragraph.create({ quote: 2 }),
  ];
  const first = n % blocks.length;
  return Fragment.fromArray([...blocks.slice(first), ...blocks.slice(0, first)].slice(0, 1 + (n % 4)));
}

function startOf(doc: Node, block: number): number {
  let position = 0;
  for (let i = 0; i < block; i++) position += doc.child(i).nodeSize;
  return position;
}

/** A position in text, never between the halves of a surrogate pair: no browser puts the caret there. */
export function textPosition(doc: Node, n: number): number {
  const at = doc.resolve(n % (doc.content.size + 1));
  const $pos = at.parent.isTextblock ? at : TextSelection.near(at).$head;
  if (!$pos.parent.isTextblock) return $pos.pos;
  const before = $pos.nodeBefore?.isText ? $pos.nodeBefore.text!.slice(-1) : '';
  return /[\ud800-\udbff]/.test(before) ? $pos.pos - 1 : $pos.pos;
}

function caret(client: TextClient, n: number): void {
  caretAt(client, textPosition(client.view.state.doc, n));
}

function caretAt(client: TextClient, position: number): void {
  const { tr } = client.view.state;
  client.view.dispatch(
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(position, tr.doc.content.size)))),
  );
}

function select(client: TextClient, { a, b }: Dice): void {
  const { tr } = client.view.state;
  // Mostly within a few words; now and then from anywhere to anywhere.
  const from = textPosition(tr.doc, a);
  const to = textPosition(tr.doc, b % 4 === 0 ? b : Math.min(from + (b % 13), tr.doc.content.size));
  client.view.dispatch(tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))));
}

function setAttribute(client: TextClient, n: number, name: string, value: number): void {
  const { tr } = client.view.state;
  client.view.dispatch(tr.setNodeAttribute(startOf(tr.doc, n % tr.doc.childCount), name, value));
}
