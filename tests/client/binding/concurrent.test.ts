import { schema } from '@assay/shared/article';
import { joinBackward, setBlockType, splitBlock, toggleMark } from 'prosemirror-commands';
import type { EditorState, Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { assertAgrees, h, marked, p, projection, type TextClient } from '../../support/text-client.ts';
import { caretAt, meet, pair, positionOf, select, type } from './steps.ts';

const run = (
  client: TextClient,
  command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean,
) => expect(command(client.view.state, client.view.dispatch)).toBe(true);

/** Both do something without having seen the other; then both have the same. */
function both(
  blocks: Parameters<typeof pair>[0],
  one: (a: TextClient) => void,
  other: (b: TextClient) => void,
): string {
  const { a, b } = pair(blocks);
  one(a);
  other(b);
  meet(a, b);
  for (const client of [a, b]) assertAgrees(client);
  expect(projection(b.view.state.doc)).toBe(projection(a.view.state.doc));
  return projection(a.view.state.doc);
}

const splitAt = (words: string) => (client: TextClient) => {
  caretAt(client, words);
  run(client, splitBlock);
};
const joinAt = (words: string) => (client: TextClient) => {
  caretAt(client, words);
  run(client, joinBackward);
};
const typeAt = (words: string, text: string) => (client: TextClient) => {
  caretAt(client, words, 'after');
  type(client, text);
};
const heading =
  (words: string, level = 2) =>
  (client: TextClient) => {
    caretAt(client, words);
    run(client, setBlockType(schema.nodes.heading, { level }));
  };
const quoted = (words: string) => (client: TextClient) =>
  client.view.dispatch(client.view.state.tr.setNodeAttribute(positionOf(client, words) - 1, 'quote', 1));
const bold = (words: string) => (client: TextClient) => {
  select(client, words);
  run(client, toggleMark(schema.marks.strong));
};
const removeBlock = (words: string) => (client: TextClient) => {
  const at = client.view.state.doc.resolve(positionOf(client, words));
  client.view.dispatch(client.view.state.tr.delete(at.before(), at.after()));
};

describe('two people at once', () => {
  const one = [p('Taxes will fall'), p('she said'), p('today')];

  it('[TX10] splitting at the same place get an empty paragraph more and no word twice', () => {
    expect(both(one, splitAt('will'), splitAt('will'))).toBe(
      'p(Taxes ) p() p(will fall) p(she said) p(today)',
    );
  });

  it('[TX10] splitting at two places get both', () => {
    expect(both(one, splitAt('will'), splitAt('fall'))).toBe(
      'p(Taxes ) p(will ) p(fall) p(she said) p(today)',
    );
  });

  it('[TX10] making one heading get one heading', () => {
    expect(both(one, heading('Taxes'), heading('Taxes'))).toBe('h2(Taxes will fall) p(she said) p(today)');
  });

  it('[TX10] joining the same paragraphs get them joined once', () => {
    expect(both(one, joinAt('she'), joinAt('she'))).toBe('p(Taxes will fallshe said) p(today)');
  });

  it('[TX10] making a heading and a quote of it get both, as they are two keys', () => {
    expect(both(one, heading('Taxes'), quoted('Taxes'))).toBe('>h2(Taxes will fall) p(she said) p(today)');
  });

  it('[TX10] making two levels of heading agree on one', () => {
    expect(both(one, heading('Taxes', 2), heading('Taxes', 3))).toMatch(
      /^h[23]\(Taxes will fall\) p\(she said\) p\(today\)$/,
    );
  });

  it('[TX10] joining and retyping get the left type', () => {
    expect(both(one, joinAt('she'), heading('she'))).toBe('p(Taxes will fallshe said) p(today)');
  });

  it('[TX10] deleting a paragraph and typing in it lose no typed word', () => {
    expect(both(one, removeBlock('she'), typeAt('she', ' really'))).toBe(
      'p(Taxes will fall really) p(today)',
    );
  });

  it('[TX10] deleting a paragraph and splitting it leave an empty one', () => {
    expect(both(one, removeBlock('she'), splitAt('said'))).toBe('p(Taxes will fall) p() p(today)');
  });

  it('[TX10] making overlapping words bold agree, whatever Yjs makes of it', () => {
    expect(both(one, bold('Taxes will'), bold('will fall'))).toMatch(/^p\(<strong:Taxes will>/);
  });

  it('[TX10] making bold and typing at its end leave the typed words plain', () => {
    expect(both(one, bold('will'), typeAt('will', ' not'))).toBe(
      'p(Taxes <strong:will> not fall) p(she said) p(today)',
    );
  });

  it('[TX10] typing at the same place keep both words whole', () => {
    expect(both(one, typeAt('said', ' again'), typeAt('said', ' twice'))).toMatch(
      /p\(she said( again twice| twice again)\)/,
    );
  });

  it('[TX10] splitting inside a bold word and typing in it keep it bold', () => {
    const blocks = [h(1, 'Title'), p('a ', marked('bold word', 'strong'), ' here')];
    expect(both(blocks, splitAt('word'), typeAt('bol', 'lll'))).toBe(
      'h1(Title) p(a <strong:bolllld >) p(<strong:word> here)',
    );
  });
});
