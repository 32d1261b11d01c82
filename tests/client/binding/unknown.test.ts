import { schema } from '@assay/shared/article';
import { ARTICLE_ROOT } from '@assay/shared/ydoc';
import { joinBackward, splitBlock } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { assertAgrees, TextClient } from '../../support/text-client.ts';
import { caretAt, positionOf, select, type } from './steps.ts';

/** An article by a newer version: a poll, a coloured paragraph, glowing words, a footnote, a nested table. */
function newer(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const text = doc.getText(ARTICLE_ROOT);
  doc.transact(() => {
    const table = new Y.Array();
    table.push([new Y.Text('cell')]);
    text.insertEmbed(
      0,
      new Y.Map<unknown>([
        ['t', 'poll'],
        ['options', ['yes', 'no']],
        ['quote', 1],
      ]),
    );
    text.insert(1, 'Do you agree?');
    text.insertEmbed(
      text.length,
      new Y.Map<unknown>([
        ['colour', { of: 'sea' }],
        ['rows', table],
      ]),
    );
    text.insert(text.length, 'Plain and ', {});
    text.insert(text.length, 'glowing', { glow: { hue: 4 } });
    text.insert(text.length, ' words', {});
    text.insertEmbed(text.length, { n: 'footnote', id: 'f1' });
    text.insertEmbed(text.length, new Y.XmlElement('widget'));
    text.insertEmbed(text.length, new Y.Map());
    text.insert(text.length, 'The end');
  });
  return Y.encodeStateAsUpdate(doc);
}

/** Everything in the text that this version does not know, in order. */
function unknownIn(client: TextClient): unknown[] {
  const ops = client.text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return ops.flatMap(({ insert, attributes }): unknown[] => {
    if (insert instanceof Y.Map) {
      const foreign = Object.entries(insert.toJSON()).filter(
        ([key, value]) => !(key === 't' && value !== 'poll'),
      );
      return foreign.length ? [Object.fromEntries(foreign)] : [];
    }
    if (insert instanceof Y.AbstractType) return [insert.constructor.name];
    return [...(typeof insert === 'string' ? [] : [insert]), ...(attributes?.glow ? [attributes.glow] : [])];
  });
}

function typeBefore(client: TextClient, words: string, text: string): void {
  caretAt(client, words);
  type(client, text);
}

function at(client: TextClient, words: string, command: Command): void {
  caretAt(client, words);
  expect(command(client.view.state, client.view.dispatch)).toBe(true);
}

describe('an article by a newer version', () => {
  it('[TX17] is opened without a byte written', () => {
    const client = new TextClient([newer()]);
    assertAgrees(client);
    expect(client.made).toEqual([]);
    expect(client.view.state.doc.firstChild!.type.name).toBe('unknown_block');
  });

  it('[TX17] keeps everything unknown through typing, bold, split, join, retype of neighbours and undo', () => {
    const client = new TextClient([newer()], { captureTimeout: 0 });
    const before = unknownIn(client);
    expect(before).toHaveLength(5);
    const steps = [
      () => typeBefore(client, 'agree', 'not '),
      () => typeBefore(client, 'Plain', 'Very '),
      () => {
        const { from } = select(client, 'glow');
        client.view.dispatch(client.view.state.tr.addMark(from - 4, from + 10, schema.marks.strong.create()));
      },
      () => at(client, 'end', splitBlock),
      () => at(client, 'end', joinBackward),
      () =>
        client.view.dispatch(
          client.view.state.tr.setNodeAttribute(positionOf(client, 'Very') - 1, 'quote', 2),
        ),
    ];
    for (const step of steps) {
      step();
      assertAgrees(client);
    }
    expect(unknownIn(client)).toEqual([
      before[0],
      { ...(before[1] as object), quote: 2 },
      ...before.slice(2),
    ]);
    while (client.binding.undo()) assertAgrees(client);
    expect(unknownIn(client)).toEqual(before);
  });

  it('[TX17] gives both halves of a split block what is unknown on it', () => {
    const client = new TextClient([newer()]);
    caretAt(client, 'and');
    splitBlock(client.view.state, client.view.dispatch);
    assertAgrees(client);
    expect(client.view.state.doc.child(2).attrs.x).toEqual({ colour: { of: 'sea' } });
  });

  it('[TX17] keeps it when a command that carries x gives the block another type', () => {
    const client = new TextClient([newer()]);
    const at = positionOf(client, 'Plain') - 1;
    const { attrs } = client.view.state.doc.nodeAt(at)!;
    client.view.dispatch(
      client.view.state.tr.setNodeMarkup(at, schema.nodes.heading, { ...attrs, level: 2 }),
    );
    assertAgrees(client);
    expect(unknownIn(client)[1]).toMatchObject({ colour: { of: 'sea' }, rows: ['cell'] });
  });
});
