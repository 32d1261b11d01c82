import { schema } from '@assay/shared/article';
import { splitBlock } from 'prosemirror-commands';
import { describe, expect, it } from 'vitest';
import { assertAgrees, exchange, h, p, projection } from '../../support/text-client.ts';
import { caretAt, pair, positionOf, select, type } from './steps.ts';

describe('undo', () => {
  it('[TX15] takes back my own edits and no others', () => {
    const { a, b } = pair([p('one two')]);
    caretAt(a, 'two');
    type(a, 'mine ');
    exchange(a, b);
    caretAt(b, 'one');
    type(b, 'theirs ');
    exchange(a, b);
    expect(a.binding.undo()).toBe(true);
    exchange(a, b);
    expect(projection(b.view.state.doc)).toBe('p(theirs one two)');
    expect(a.binding.undo()).toBe(false);
    expect(a.binding.redo()).toBe(true);
    exchange(a, b);
    expect(projection(b.view.state.doc)).toBe('p(theirs one mine two)');
    for (const client of [a, b]) assertAgrees(client);
  });

  it('[TX15] brings back deleted blocks with their types and formats', () => {
    const { a, b } = pair([h(2, 'Title'), p('one'), p('two')]);
    a.view.dispatch(a.view.state.tr.addMark(8, 11, schema.marks.em.create()));
    a.view.dispatch(a.view.state.tr.delete(0, 12));
    expect(projection(a.view.state.doc)).toBe('p(two)');
    a.binding.undo();
    exchange(a, b);
    for (const client of [a, b]) assertAgrees(client);
    expect(projection(b.view.state.doc)).toBe('h2(Title) p(<em:one>) p(two)');
  });

  it('[TX15] takes back a change of type and a split', () => {
    const { a } = pair([p('one two')]);
    a.view.dispatch(
      a.view.state.tr.setBlockType(1, 1, schema.nodes.list_item, { kind: 'ordered', indent: 1 }),
    );
    caretAt(a, 'two');
    splitBlock(a.view.state, a.view.dispatch);
    expect(projection(a.view.state.doc)).toBe('-li#(one ) -li#(two)');
    a.binding.undo();
    expect(projection(a.view.state.doc)).toBe('-li#(one two)');
    a.binding.undo();
    expect(projection(a.view.state.doc)).toBe('p(one two)');
    assertAgrees(a);
  });

  it('[TX16] puts the selection back where it was before the edit, and redo likewise', () => {
    const { a, b } = pair([p('one two'), p('three')]);
    const { from, to } = select(a, 'two');
    a.view.dispatch(a.view.state.tr.deleteSelection());
    caretAt(b, 'one');
    type(b, 'zero ');
    exchange(a, b);
    const afterwards = caretAt(a, 'three');
    a.binding.undo();
    expect([a.view.state.selection.from, a.view.state.selection.to]).toEqual([from + 5, to + 5]);
    expect(positionOf(a, 'two')).toBe(from + 5);
    a.binding.redo();
    expect(a.view.state.selection.head).toBe(afterwards);
    assertAgrees(a);
  });

  it('[TX15] tells when there is something to take back', () => {
    const { a } = pair([p('one')]);
    const told: [boolean, boolean][] = [];
    for (const flag of [a.binding.canUndo, a.binding.canRedo]) {
      flag.subscribe(() => told.push([a.binding.canUndo.get(), a.binding.canRedo.get()]));
    }
    caretAt(a, 'one');
    type(a, 'x');
    a.binding.undo();
    a.binding.redo();
    expect(told[0]).toEqual([true, false]);
    expect([a.binding.canUndo.get(), a.binding.canRedo.get()]).toEqual([true, false]);
    a.binding.undo();
    expect([a.binding.canUndo.get(), a.binding.canRedo.get()]).toEqual([false, true]);
    expect(told.length).toBeGreaterThan(3);
  });

  it('[TX15] takes quick edits back together, until somebody says that a new step begins', () => {
    const { a, b } = pair([p('one')], { captureTimeout: 100_000 });
    caretAt(b, 'one');
    type(b, 'a');
    type(b, 'b');
    b.binding.stopCapturing();
    type(b, 'c');
    b.binding.undo();
    expect(projection(b.view.state.doc)).toBe('p(abone)');
    b.binding.undo();
    expect(projection(b.view.state.doc)).toBe('p(one)');
    exchange(a, b);
    assertAgrees(a);
  });
});
