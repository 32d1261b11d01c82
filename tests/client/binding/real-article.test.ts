import { joinBackward, splitBlock } from 'prosemirror-commands';
import { TextSelection } from 'prosemirror-state';
import { expect, it } from 'vitest';
import type * as Y from 'yjs';
import { realArticle } from '../../support/real-data.ts';
import { assertAgrees, exchange, p, type TextClient } from '../../support/text-client.ts';
import { pair } from './steps.ts';

const text = realArticle();

/** Every so many characters of the article: which one it is, and its identity. */
function holdEvery(client: TextClient, distance: number): { character: string; held: Y.RelativePosition }[] {
  const held: { character: string; held: Y.RelativePosition }[] = [];
  client.view.state.doc.descendants((node, start) => {
    for (let i = 0; node.isText && i < node.nodeSize; i += distance) {
      held.push({ character: node.text![i]!, held: client.binding.toRelative(start + i, 0) });
    }
  });
  return held;
}

function atMiddles(client: TextClient, edit: () => void): void {
  for (let block = client.view.state.doc.childCount - 1; block >= 0; block--) {
    let start = 0;
    for (let i = 0; i < block; i++) start += client.view.state.doc.child(i).nodeSize;
    const { tr } = client.view.state;
    const middle = start + 1 + Math.floor(tr.doc.child(block).content.size / 2);
    client.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, middle)));
    edit();
    assertAgrees(client);
  }
}

it.skipIf(!text)(
  '[TX11] [TX13] [TX19] every character of a real article stays itself through ordinary edits at once',
  () => {
    const paragraphs = text!.split(/\n+/).filter((line) => line.trim());
    const { a, b } = pair(paragraphs.map((line) => p(line)));
    const held = holdEvery(a, 7);
    expect(held.length).toBeGreaterThan(500);
    atMiddles(a, () => splitBlock(a.view.state, a.view.dispatch));
    atMiddles(b, () => b.view.dispatch(b.view.state.tr.insertText('… typed 😀 …')));
    exchange(a, b);
    for (
      let position = 0, i = 0;
      i < b.view.state.doc.childCount;
      position += b.view.state.doc.child(i++).nodeSize
    ) {
      b.view.dispatch(b.view.state.tr.setNodeAttribute(position, 'quote', 1 + (i % 3)));
    }
    const { tr } = a.view.state;
    const second = tr.doc.child(0).nodeSize + 1;
    a.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, second)));
    expect(joinBackward(a.view.state, a.view.dispatch)).toBe(true);
    exchange(a, b);
    for (const client of [a, b]) {
      assertAgrees(client);
      for (const { character, held: place } of held) {
        const position = client.binding.toPosition(place)!;
        expect(client.view.state.doc.textBetween(position, position + 1)).toBe(character);
      }
    }
  },
);
