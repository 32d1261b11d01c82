import { schema } from '@assay/shared/article';
import { joinBackward, splitBlock } from 'prosemirror-commands';
import { Fragment, Slice } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { align } from '../../../client/src/binding/align.ts';
import {
  article,
  assertAgrees,
  h,
  marked,
  p,
  projection,
  type TextClient,
} from '../../support/text-client.ts';
import { caretAt, pair, positionOf, select, type } from './steps.ts';

/** What one edit does to the Y.Text, as Yjs tells it, markers by their keys. */
function deltaOf(client: TextClient, edit: () => void): unknown[] {
  const deltas: unknown[] = [];
  const watch = (event: Y.YTextEvent) => {
    deltas.push(
      event.delta.map((op) => (op.insert instanceof Y.Map ? { ...op, insert: op.insert.toJSON() } : op)),
    );
  };
  client.text.observe(watch);
  edit();
  client.text.unobserve(watch);
  assertAgrees(client);
  return deltas.flat();
}

describe('an edit in the view', () => {
  it('[TX11] puts a letter exactly where it was typed, although the words would allow another place', () => {
    const { a } = pair([p('so taxes fall')]);
    const start = a.binding.toRelative(positionOf(a, 'taxes'), 0);
    caretAt(a, 'taxes');
    expect(deltaOf(a, () => type(a, 't'))).toEqual([{ retain: 4 }, { insert: 't' }]);
    expect(a.binding.toPosition(start)).toBe(6 - 1 + 0 + 'taxes'.indexOf('t'));
    expect(a.view.state.doc.textBetween(a.binding.toPosition(start)!, a.binding.toPosition(start)! + 5)).toBe(
      'taxes',
    );
  });

  it('[TX11] splits by one marker and joins by taking it away', () => {
    const { a } = pair([h(2, 'A title here')]);
    caretAt(a, 'title');
    const split = deltaOf(a, () => splitBlock(a.view.state, a.view.dispatch));
    expect(split).toEqual([{ retain: 3 }, { insert: { t: 'heading', level: 2 } }]);
    const join = deltaOf(a, () => joinBackward(a.view.state, a.view.dispatch));
    expect(join).toEqual([{ retain: 3 }, { delete: 1 }]);
  });

  it('[TX11] splits bold words by one marker too', () => {
    const { a } = pair([p(marked('bold words', 'strong'))]);
    caretAt(a, 'words');
    const made = () => a.made.map((update) => Y.decodeUpdate(update).structs.length);
    splitBlock(a.view.state, a.view.dispatch);
    expect(made()).toEqual([1]);
  });

  it('[TX11] changes the type of a block without touching its words', () => {
    const { a } = pair([p('words'), p('more')]);
    const { tr } = a.view.state;
    expect(
      deltaOf(a, () => a.view.dispatch(tr.setBlockType(1, 1, schema.nodes.heading, { level: 2 }))),
    ).toEqual([]);
    expect(projection(a.view.state.doc)).toBe('h2(words) p(more)');
    a.view.dispatch(a.view.state.tr.setBlockType(1, 1, schema.nodes.list_item, { kind: 'ordered' }));
    expect((a.text.toDelta()[0].insert as Y.Map<unknown>).toJSON()).toEqual({
      t: 'list_item',
      kind: 'ordered',
    });
    a.view.dispatch(a.view.state.tr.setBlockType(1, 1, schema.nodes.paragraph));
    expect((a.text.toDelta()[0].insert as Y.Map<unknown>).toJSON()).toEqual({});
    assertAgrees(a);
  });

  it('[TX11] keeps the identity of words when a corrected paragraph is pasted over them', () => {
    const { a } = pair([p('The minister said yesterday that taxes will certainly fall by 2030.')]);
    const held = a.binding.toRelative(positionOf(a, 'certainly'), 0);
    const { tr, doc } = a.view.state;
    const words = 'Yesterday, the minister said that taxes will certainly fall, by 2031.';
    a.view.dispatch(tr.replaceWith(1, doc.content.size - 1, schema.text(words)));
    assertAgrees(a);
    expect(a.binding.toPosition(held)).toBe(positionOf(a, 'certainly'));
  });

  it('[TX11] sets only the format that changed', () => {
    const { a } = pair([p('plain ', marked('bold', 'strong'), ' plain')]);
    select(a, 'plain bold');
    const { tr, selection } = a.view.state;
    const delta = deltaOf(a, () =>
      a.view.dispatch(tr.addMark(selection.from, selection.to, schema.marks.em.create())),
    );
    expect(delta).toEqual([{ retain: 1 }, { retain: 10, attributes: { em: true } }]);
  });

  it('[TX11] writes several steps of one transaction at once', () => {
    const { a } = pair([p('one two three')]);
    a.view.dispatch(a.view.state.tr.insertText('1', 1, 4).insertText('3', 7, 12).split(3));
    assertAgrees(a);
    expect(a.made).toHaveLength(1);
    expect(projection(a.view.state.doc)).toBe('p(1 ) p(two 3)');
  });

  it('[TX11] is written even when a whole state was put into the view', () => {
    const { a } = pair([p('one'), p('two')]);
    const doc = article(p('one'), p('and'), p('two'));
    a.view.updateState(EditorState.create({ doc, plugins: [...a.view.state.plugins] }));
    assertAgrees(a);
    expect(projection(a.view.state.doc)).toBe('p(one) p(and) p(two)');
    caretAt(a, 'and', 'after');
    expect(deltaOf(a, () => type(a, '!'))).toEqual([{ retain: 8 }, { insert: '!' }]);
  });
});

describe('surrogate pairs', () => {
  const edit = (from: string, to: string) => {
    const { a, b } = pair([p(`x${from}y`)]);
    a.view.dispatch(a.view.state.tr.replaceWith(2, 2 + from.length, schema.text(to)));
    assertAgrees(a);
    for (const update of a.made) b.receive(update);
    assertAgrees(b);
    return [projection(a.view.state.doc), projection(b.view.state.doc)];
  };

  it.each([
    ['😀', '😁'], // the same first half
    ['\u{1f600}', '\u{1fa00}'], // another first half, the same second half
    ['😀', '😀😁'],
    ['😁😀', '😀'],
    ['a long run of words 😀 b', '😀 a long run of words 😁 b'],
    ['👩‍👩‍👧‍👦', '👩‍👩‍👧'],
  ])('[TX12] are never split when %s becomes %s', (from, to) => {
    expect(edit(from, to)).toEqual([`p(x${to}y)`, `p(x${to}y)`]);
  });

  it('[TX12] torn by a program become replacement characters for everybody alike', () => {
    const { a, b } = pair([p('x😀y')]);
    a.view.dispatch(a.view.state.tr.delete(2, 3));
    assertAgrees(a, 1);
    for (const update of a.made) b.receive(update);
    assertAgrees(b);
    expect(projection(a.view.state.doc)).toBe('p(x\ufffdy)');
    expect(projection(b.view.state.doc)).toBe('p(x\ufffdy)');
  });

  it('[TX12] get one format for both halves', () => {
    const { a, b } = pair([p('x😀y')]);
    a.view.dispatch(a.view.state.tr.addMark(1, 3, schema.marks.strong.create()));
    assertAgrees(a, 1);
    for (const update of a.made) b.receive(update);
    expect(projection(b.view.state.doc)).toBe(projection(a.view.state.doc));
    expect(b.text.toString()).toBe('x😀y');
  });

  it('[TX12] are not torn by an aligned run', () => {
    const codes = (text: string) => [...Array(text.length).keys()].map((i) => text.charCodeAt(i));
    const runs = align(codes('0123456789😀'), codes('ab0123456789😁cd'));
    expect(runs).toEqual([{ old: 0, next: 2, length: 10 }]);
  });
});

describe('a paste of several blocks', () => {
  it('[TX11] is open at its ends when it was cut out of the middle', () => {
    const { a, b } = pair([p('before after')]);
    caretAt(a, 'after');
    const slice = new Slice(Fragment.fromArray([p('one'), h(2, 'two'), p('three')]), 1, 1);
    a.view.dispatch(a.view.state.tr.replaceSelection(slice));
    assertAgrees(a);
    for (const update of a.made) b.receive(update);
    expect(projection(b.view.state.doc)).toBe('p(before one) h2(two) p(threeafter)');
  });
});
