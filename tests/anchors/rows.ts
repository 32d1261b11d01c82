import { schema } from '@assay/shared/article';
import { Fragment, Slice } from 'prosemirror-model';
import type { Desk } from './desk.ts';

export const TEXT = [
  'What the minister said',
  'She spoke on Monday. Taxes will fall by half in May. Nobody objected to it.',
  'The opposition kept quiet.',
  'More follows next week.',
].join('\n');

/** The words of the mark that is followed. */
export const WORDS = 'Taxes will fall by half in May.';

/** One thing that people do, and where it leaves the mark; `[WORDS]` when nothing else is said. */
export interface Row {
  readonly does: string;
  readonly edit: (desk: Desk) => void;
  readonly pieces?: readonly string[];
}

const richText = () =>
  new Slice(
    Fragment.fromArray([
      schema.nodes.heading.create({ level: 2 }, schema.text('Pasted from elsewhere')),
      schema.nodes.list_item.create(
        { kind: 'bullet' },
        schema.text('a point', [schema.marks.strong.create()]),
      ),
      schema.nodes.paragraph.create({ quote: 1 }, schema.text('A quoted line.')),
    ]),
    0,
    0,
  );

const LINE = 'She spoke on Monday. Taxes will fall by half in May. Nobody objected to it.';
const startOfArticle = (desk: Desk) => desk.choose(1, 1);
const inside = (desk: Desk) => desk.caretAfter('Taxes will');
const mine = (desk: Desk) => desk.select(WORDS);
const block = (desk: Desk) => desk.select(LINE);
/** The block as a whole, as a selection that reaches from its end to that of the block before. */
const wholeBlock = (desk: Desk) => {
  const from = desk.positionOf('What the minister said') + 'What the minister said'.length;
  return desk.choose(from, desk.positionOf('Nobody objected to it.') + 'Nobody objected to it.'.length);
};

export const KEEPING: readonly Row[] = [
  { does: 'typing before it', edit: (desk) => desk.caretBefore('She spoke').type('Yes. ') },
  {
    does: 'typing inside it',
    edit: (desk) => inside(desk).type(' surely'),
    pieces: ['Taxes will surely fall by half in May.'],
  },
  { does: 'typing at its left end', edit: (desk) => desk.caretBefore('Taxes').type('The ') },
  { does: 'typing at its right end', edit: (desk) => desk.caretAfter('in May.').type(' Or June.') },
  { does: 'typing its own first letter in front of it', edit: (desk) => desk.caretBefore('Taxes').type('T') },
  { does: 'typing its own last character behind it', edit: (desk) => desk.caretAfter('in May.').type('.') },
  { does: 'Enter before it', edit: (desk) => desk.caretBefore('Taxes').press('Enter') },
  {
    does: 'Enter inside it',
    edit: (desk) => inside(desk).press('Enter'),
    pieces: ['Taxes will\n fall by half in May.'],
  },
  { does: 'Enter after it', edit: (desk) => desk.caretAfter('in May.').press('Enter') },
  {
    does: 'Backspace at the start of its block',
    edit: (desk) => desk.caretBefore('She spoke').press('Backspace'),
  },
  {
    does: 'Backspace at the start of the block after it',
    edit: (desk) => desk.caretBefore('The opposition').press('Backspace'),
  },
  {
    does: 'Delete at the end of the block before it',
    edit: (desk) => desk.caretAfter('minister said').press('Delete'),
  },
  {
    does: 'Delete at the end of its block',
    edit: (desk) => desk.caretAfter('objected to it.').press('Delete'),
  },
  { does: 'Enter inside it, then Backspace', edit: (desk) => inside(desk).press('Enter').press('Backspace') },
  {
    does: 'Enter before it, then Delete from the line above',
    edit: (desk) => desk.caretBefore('Taxes').press('Enter').caretAfter('Monday. ').press('Delete'),
  },
  { does: 'making its paragraph a heading', edit: (desk) => inside(desk).run('heading-2') },
  { does: 'making its paragraph a quote', edit: (desk) => inside(desk).run('quote') },
  { does: 'making its paragraph a list item', edit: (desk) => inside(desk).run('bullet-list') },
  {
    does: 'making its paragraph a heading and back',
    edit: (desk) => inside(desk).run('heading-2').run('heading-2'),
  },
  { does: 'making its paragraph a quote and back', edit: (desk) => inside(desk).run('quote').run('quote') },
  {
    does: 'making its paragraph a list item and back',
    edit: (desk) => inside(desk).run('numbered-list').run('paragraph'),
  },
  { does: 'indenting it and back', edit: (desk) => inside(desk).run('indent').run('indent').run('outdent') },
  { does: 'making it bold', edit: (desk) => mine(desk).run('bold') },
  {
    does: 'making half of it and its neighbour bold',
    edit: (desk) => desk.selectThrough('on Monday.', 'Taxes will').run('bold'),
  },
  {
    does: 'a hard break inside it',
    edit: (desk) => inside(desk).run('hard-break'),
    pieces: ['Taxes will\n fall by half in May.'],
  },
  { does: 'a hard break before it', edit: (desk) => desk.caretBefore('Taxes').run('hard-break') },
  {
    does: 'find and replace elsewhere',
    edit: (desk) => desk.select('The opposition').type('Everybody else').select('Monday').type('Tuesday'),
  },
  { does: 'moving its block up', edit: (desk) => inside(desk).run('move-block-up') },
  { does: 'moving its block down', edit: (desk) => inside(desk).run('move-block-down') },
  {
    does: 'moving its block down twice',
    edit: (desk) => inside(desk).run('move-block-down').run('move-block-down'),
  },
  {
    does: 'moving its block up and down again',
    edit: (desk) => inside(desk).run('move-block-up').run('move-block-down'),
  },
  {
    does: 'moving the block before it down',
    edit: (desk) => desk.caretBefore('What the').run('move-block-down'),
  },
  {
    does: 'moving the block after it up',
    edit: (desk) => desk.caretBefore('The opposition').run('move-block-up'),
  },
  {
    does: 'cutting and pasting the sentence',
    edit: (desk) => mine(desk).cut().caretAfter('kept quiet.').paste(),
  },
  { does: 'cutting and pasting the sentence where it was', edit: (desk) => mine(desk).cut().paste() },
  {
    does: 'cutting and pasting the paragraph',
    edit: (desk) => block(desk).cut().caretAfter('next week.').paste(),
  },
  {
    does: 'cutting and pasting the paragraph with its break',
    edit: (desk) => wholeBlock(desk).cut().caretAfter('next week.').paste(),
  },
  {
    does: 'cutting and pasting more than it',
    edit: (desk) => desk.selectThrough('Monday.', 'Nobody').cut().caretBefore('More').paste(),
  },
  {
    does: 'cutting and pasting its first half',
    edit: (desk) => desk.select('Taxes will fall').cut().caretAfter('kept quiet.').paste(),
    pieces: [' by half in May.', 'Taxes will fall'],
  },
  {
    does: 'cutting and pasting its last half to the front of the article',
    edit: (desk) => startOfArticle(desk.select(' by half in May.').cut()).paste(),
    pieces: [' by half in May.', 'Taxes will fall'],
  },
  {
    does: 'cutting and pasting words from its middle',
    edit: (desk) => desk.select('will fall ').cut().caretAfter('kept quiet.').paste(),
    pieces: ['Taxes by half in May.', 'will fall '],
  },
  {
    does: 'tearing it in two and putting it together again',
    edit: (desk) =>
      desk
        .select('Taxes will fall')
        .cut()
        .caretAfter('quiet.')
        .paste()
        .select('Taxes will fall')
        .cut()
        .caretBefore(' by half')
        .paste(),
  },
  {
    does: 'dragging it to another paragraph',
    edit: (desk) => mine(desk).dragTo(desk.positionOf('kept quiet')),
  },
  {
    does: 'dragging its paragraph to the end',
    edit: (desk) => block(desk).dragTo(desk.state.doc.content.size - 1),
  },
  {
    does: 'dragging other words behind it',
    edit: (desk) => desk.select('opposition ').dragTo(desk.positionOf('in May.') + 7),
  },
  {
    does: 'dragging other words into it',
    edit: (desk) => desk.select('The opposition').dragTo(desk.positionOf(' by half')),
    pieces: ['Taxes will fall', ' by half in May.'],
  },
  { does: 'deleting it, then undo', edit: (desk) => mine(desk).erase().undo() },
  { does: 'deleting its first half, then undo', edit: (desk) => desk.select('Taxes will').erase().undo() },
  { does: 'deleting its last character, then undo', edit: (desk) => desk.select('.', 1).erase().undo() },
  { does: 'deleting its paragraph, then undo', edit: (desk) => wholeBlock(desk).erase().undo() },
  { does: 'deleting, undo, redo and undo', edit: (desk) => mine(desk).erase().undo().redo().undo() },
  {
    does: 'split, heading, join, then undo of all three',
    edit: (desk) =>
      inside(desk)
        .press('Enter')
        .run('heading-3')
        .press('Backspace')
        .press('Backspace')
        .undo()
        .undo()
        .undo()
        .undo(),
  },
  {
    does: 'moving its block, undo and redo',
    edit: (desk) => inside(desk).run('move-block-down').undo().redo(),
  },
  {
    does: 'cut and paste, then undo of both',
    edit: (desk) => mine(desk).cut().caretAfter('quiet.').paste().undo().undo(),
  },
  {
    does: 'typing over what was selected elsewhere',
    edit: (desk) => desk.select('Nobody objected').type('All agreed'),
  },
  { does: 'importing rich text above it', edit: (desk) => startOfArticle(desk).paste(richText()) },
  {
    does: 'copying it and pasting the copy',
    edit: (desk) => mine(desk).copy().caretAfter('kept quiet.').paste(),
  },
  { does: 'a rule before its block', edit: (desk) => desk.caretAfter('minister said').run('rule') },
];

/** What takes words of it away, and what is left. */
export const TAKING: readonly Row[] = [
  {
    does: 'deleting its first word',
    edit: (desk) => desk.select('Taxes ').erase(),
    pieces: ['will fall by half in May.'],
  },
  {
    does: 'deleting its last words and typing others there',
    edit: (desk) => desk.select(' in May.').erase().type(' soon'),
    pieces: ['Taxes will fall by half'],
  },
  {
    does: 'deleting its middle',
    edit: (desk) => desk.select('will fall ').erase(),
    pieces: ['Taxes by half in May.'],
  },
  {
    does: 'deleting over its left end',
    edit: (desk) => desk.selectThrough('Monday.', 'Taxes').erase(),
    pieces: [' will fall by half in May.'],
  },
  { does: 'deleting it', edit: (desk) => mine(desk).erase(), pieces: [] },
  { does: 'deleting its paragraph', edit: (desk) => wholeBlock(desk).erase(), pieces: [] },
  {
    does: 'deleting it and typing something else there',
    edit: (desk) => mine(desk).erase().type('No comment.'),
    pieces: [],
  },
  {
    does: 'typing inside it, then deleting all it was put on',
    edit: (desk) =>
      inside(desk).type('XYZ').select('Taxes will').erase().select(' fall by half in May.').erase(),
    pieces: [],
  },
];
