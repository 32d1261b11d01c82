import { decode, readBlocks, schema } from '@assay/shared/article';
import { articleText } from '@assay/shared/ydoc';
import { joinBackward, splitBlock } from 'prosemirror-commands';
import { EditorState, TextSelection } from 'prosemirror-state';
import { AddMarkStep, AttrStep, ReplaceAroundStep, ReplaceStep } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ArticleBinding, BlockTable, changedRegions } from '../../../client/src/binding/index.ts';
import { HeadlessView } from '../../support/headless-view.ts';
import { assertAgrees, exchange, h, hr, li, marked, p, projection } from '../../support/text-client.ts';
import { caretAt, pair, positionOf, select, type } from './steps.ts';

describe('what others do', () => {
  it('[TX13] arrives as the one step that it was: typing', () => {
    const { a, b, arrived } = pair([h(1, 'Title'), p('so taxes fall')]);
    const at = caretAt(a, 'taxes');
    type(a, 't');
    exchange(a, b);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toMatchObject({ from: at, to: at });
    expect(arrived[0]!.getMap().map(at, 1)).toBe(at + 1);
  });

  it('[TX13] arrives as the one step that it was: split and join', () => {
    const { a, b, arrived } = pair([h(1, 'Title'), p('one two'), hr()]);
    const at = caretAt(a, 'two');
    splitBlock(a.view.state, a.view.dispatch);
    exchange(a, b);
    expect(arrived.map((step) => step.toJSON())).toMatchObject([{ stepType: 'replace', from: at, to: at }]);
    expect(projection(b.view.state.doc)).toBe('h1(Title) p(one ) p(two) hr()');
    joinBackward(a.view.state, a.view.dispatch);
    exchange(a, b);
    expect(arrived[1]).toBeInstanceOf(ReplaceStep);
    expect(arrived[1]).toMatchObject({ from: at, to: at + 2 });
  });

  it('[TX13] arrives as the one step that it was: bold, indent, heading', () => {
    const { a, b, arrived } = pair([p('one two'), li('item')]);
    const { from, to } = select(a, 'one');
    a.view.dispatch(a.view.state.tr.addMark(from, to, schema.marks.strong.create()));
    a.view.dispatch(a.view.state.tr.setNodeAttribute(9, 'indent', 1));
    a.view.dispatch(a.view.state.tr.setBlockType(1, 1, schema.nodes.heading, { level: 2 }));
    exchange(a, b);
    expect(arrived.map((step) => step.constructor)).toEqual([AddMarkStep, AttrStep, ReplaceAroundStep]);
    expect(projection(b.view.state.doc)).toBe('h2(<strong:one> two) -li(item)');
  });

  it('[TX13] leaves untouched blocks the very nodes they were', () => {
    const { a, b } = pair([p('one'), p('two'), p('three')]);
    const before = [0, 2].map((i) => b.view.state.doc.child(i));
    caretAt(a, 'two', 'after');
    type(a, '!');
    exchange(a, b);
    expect([0, 2].map((i) => b.view.state.doc.child(i) === before[i / 2 === 0 ? 0 : 1])).toEqual([
      true,
      true,
    ]);
  });

  it('[TX13] carries formats that were closed in another block', () => {
    const { a, b } = pair([p('one'), p('two'), p('three')]);
    a.text.format(2, 8, { strong: true });
    exchange(a, b);
    for (const client of [a, b]) assertAgrees(client);
    expect(projection(b.view.state.doc)).toBe('p(o<strong:ne>) p(<strong:two>) p(<strong:t>hree)');
    a.text.format(1, 3, { strong: null });
    exchange(a, b);
    assertAgrees(b);
  });
});

it('[TX22] a keystroke of another is read from its block alone', () => {
  const { a, b } = pair(
    Array.from({ length: 200 }, (_, i) => p(`Paragraph ${i} `, marked('with bold', 'strong'), ' words')),
  );
  let met = 0;
  const regions: number[][] = [];
  const blocks = readBlocks(b.text);
  b.text.observe((_event, transaction) => {
    const found = changedRegions(b.text, transaction, new BlockTable(blocks), () => met++);
    regions.push(...found.map(({ first, count, blocks: now }) => [first, count, now.length]));
  });
  caretAt(a, 'Paragraph 117', 'after');
  type(a, '!');
  exchange(a, b);
  expect(regions).toEqual([[117, 1, 1]]);
  // The marker, the words on both sides of the new letter, the letter, the bold words, and those behind.
  expect(met).toBe(6);
});

describe('my selection', () => {
  const selected = (client: ReturnType<typeof pair>['b']) => {
    const { from, to } = client.view.state.selection;
    return client.view.state.doc.textBetween(from, to);
  };

  it('[TX14] stays on its words while others type before, in and behind it', () => {
    const { a, b } = pair([p('one two three'), p('four')]);
    select(b, 'two');
    for (const [words, text] of [
      ['one', '1'],
      ['two', '2'],
      ['three', '3'],
      ['four', '4'],
    ] as const) {
      caretAt(a, words);
      type(a, text);
      exchange(a, b);
    }
    expect(projection(b.view.state.doc)).toBe('p(1one 2two 3three) p(4four)');
    expect(selected(b)).toBe('two');
  });

  it('[TX14] as a caret at the end of my paragraph stays there when another begins the next', () => {
    const { a, b } = pair([p('mine')]);
    caretAt(b, 'mine', 'after');
    caretAt(a, 'mine', 'after');
    splitBlock(a.view.state, a.view.dispatch);
    type(a, 'theirs');
    exchange(a, b);
    expect(projection(b.view.state.doc)).toBe('p(mine) p(theirs)');
    expect(b.view.state.selection.head).toBe(5);
  });

  it('[TX14] stays through a split of its paragraph and the deletion of another', () => {
    const { a, b } = pair([p('one'), p('two three')]);
    select(b, 'three');
    caretAt(a, 'three');
    splitBlock(a.view.state, a.view.dispatch);
    a.view.dispatch(a.view.state.tr.delete(0, 5));
    exchange(a, b);
    assertAgrees(b);
    expect(selected(b)).toBe('three');
  });

  it('[TX14] collapses where its words were deleted', () => {
    const { a, b } = pair([p('one two three')]);
    select(b, 'two');
    select(a, 'one two');
    a.view.dispatch(a.view.state.tr.deleteSelection());
    exchange(a, b);
    expect(b.view.state.selection).toBeInstanceOf(TextSelection);
    expect(b.view.state.selection.from).toBe(1);
    expect(b.view.state.selection.empty).toBe(true);
  });

  it('[TX14] keeps the format I am about to type in', () => {
    const { a, b } = pair([p('one two')]);
    caretAt(b, 'two');
    b.view.dispatch(b.view.state.tr.addStoredMark(schema.marks.strong.create()));
    caretAt(a, 'one');
    type(a, 'x');
    exchange(a, b);
    type(b, 'bold ');
    expect(projection(b.view.state.doc)).toBe('p(xone <strong:bold >two)');
  });
});

it('[TX13] is followed before there is a view, and by a view made later', () => {
  const { a } = pair([h(1, 'Title'), p('one')]);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(a.doc));
  const binding = new ArticleBinding(articleText(doc), { mayWrite: () => true });
  const early = EditorState.create({ doc: binding.doc, plugins: [binding.plugin] });
  caretAt(a, 'one');
  splitBlock(a.view.state, a.view.dispatch);
  type(a, 'two ');
  for (const update of a.made) Y.applyUpdate(doc, update);
  expect(projection(binding.doc)).toBe('h1(Title) p() p(two one)');
  const view = new HeadlessView(early);
  expect(view.state.doc.eq(binding.doc)).toBe(true);
  view.dispatch(view.state.tr.insertText('late ', 10));
  expect(projection(decode(articleText(doc)))).toBe('h1(Title) p() p(late two one)');
});

it('[TX13] shows an article that changed between the opening and the making of the view', () => {
  const { a, b } = pair([p('one ', marked('two', 'em'))]);
  const late = positionOf(b, 'one');
  a.view.dispatch(a.view.state.tr.insertText('zero ', late));
  exchange(a, b);
  expect(b.binding.doc).toBe(b.view.state.doc);
});
