import { schema } from '@assay/shared/article';
import { ARTICLE_ROOT } from '@assay/shared/ydoc';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ArticleBinding, UnbindableTextError } from '../../../client/src/binding/index.ts';
import {
  article,
  assertAgrees,
  marked,
  p,
  projection,
  seeded,
  TextClient,
} from '../../support/text-client.ts';
import { caretAt, select, type } from './steps.ts';

describe('a person who may not edit', () => {
  const start = seeded(article(p('one ', marked('two', 'strong'), ' three'), p('four')));
  const reader = () => new TextClient([start], { mayWrite: () => false });

  it('[TX18] changes nothing, by whatever way they try', () => {
    const client = reader();
    caretAt(client, 'one');
    type(client, 'x');
    client.view.dispatch(client.view.state.tr.setBlockType(1, 1, schema.nodes.heading));
    expect(client.binding.undo()).toBe(false);
    expect(client.binding.redo()).toBe(false);
    client.view.updateState(
      EditorState.create({ doc: article(p('forced')), plugins: [...client.view.state.plugins] }),
    );
    assertAgrees(client, 1);
    expect(projection(client.view.state.doc)).toBe('p(one <strong:two> three) p(four)');
    expect(client.made).toEqual([]);
  });

  it('[TX18] writes nothing when formats arrive, which Yjs would tidy up', () => {
    const [client, writer] = [reader(), new TextClient([start])];
    const stock = new Y.Doc();
    stock.getText(ARTICLE_ROOT);
    Y.applyUpdate(stock, start);
    let tidied = 0;
    stock.on('update', (_update, origin) => {
      if (origin !== 'network') tidied++;
    });
    // Each deletes one half of the bold words: what made them bold is left behind with nothing between.
    const other = new TextClient([start]);
    select(writer, 'tw');
    writer.view.dispatch(writer.view.state.tr.deleteSelection());
    const at = caretAt(other, 'two') + 2;
    other.view.dispatch(other.view.state.tr.delete(at, at + 1));
    for (const update of [...writer.made, ...other.made]) {
      client.receive(update);
      Y.applyUpdate(stock, update, 'network');
      assertAgrees(client);
    }
    expect(tidied).toBeGreaterThan(0);
    expect(client.made).toEqual([]);
  });

  it('[TX18] repairs nothing; the next who edits does', () => {
    const doc = new Y.Doc();
    doc.getText(ARTICLE_ROOT).insert(0, 'no marker');
    const broken = Y.encodeStateAsUpdate(doc);
    const [client, writer] = [new TextClient([broken], { mayWrite: () => false }), new TextClient([broken])];
    expect([client.made, writer.made]).toEqual([[], []]);
    caretAt(writer, 'marker');
    type(writer, 'real ');
    assertAgrees(writer);
    expect(writer.text.toDelta()[0].insert).toBeInstanceOf(Y.Map);
    for (const update of writer.made) client.receive(update);
    assertAgrees(client);
    expect(projection(client.view.state.doc)).toBe('p(no real marker)');
    expect(client.made).toEqual([]);
  });

  it('[TX13] [TX18] knows the formats behind a marker it has repaired', () => {
    const doc = new Y.Doc();
    const text = doc.getText(ARTICLE_ROOT);
    text.insertEmbed(0, new Y.Map([['t', 'horizontal_rule']]));
    text.insert(1, 'bold', { strong: true });
    const writer = new TextClient([Y.encodeStateAsUpdate(doc)]);
    caretAt(writer, 'bold', 'after');
    type(writer, '!');
    for (const update of writer.made.splice(0)) Y.applyUpdate(doc, update);
    text.delete(2, 5);
    text.insert(2, 'plain', { strong: null });
    writer.receive(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(writer.doc)));
    assertAgrees(writer);
    expect(projection(writer.view.state.doc)).toBe('hr() p(plain)');
  });

  it('[TX18] may edit as soon as they may', () => {
    let may = false;
    const client = new TextClient([start], { mayWrite: () => may });
    caretAt(client, 'one');
    type(client, 'x');
    may = true;
    type(client, 'y');
    assertAgrees(client);
    expect(projection(client.view.state.doc)).toBe('p(yone <strong:two> three) p(four)');
  });
});

it('[TX5] a text that is no text of a document is refused by name', () => {
  const options = { mayWrite: () => true };
  expect(() => new ArticleBinding(new Y.Text(), options)).toThrow(UnbindableTextError);
  const map: unknown = new Y.Doc().getMap(ARTICLE_ROOT);
  expect(() => new ArticleBinding(map as Y.Text, options)).toThrow(UnbindableTextError);
});
