import { describe as describeRanges, resolve, resolveAll } from '@assay/shared/anchoring';
import type { Target } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { at, type MarkedArticle, marked, peer, show } from './notation.ts';

function put(article: MarkedArticle): Target {
  return describeRanges(article.ytext, article.ranges);
}

function linear(ytext: Y.Text): string {
  const units = ytext.toDelta().map(({ insert }: { insert: unknown }) => {
    return typeof insert === 'string' ? insert : '\n';
  });
  return units.join('').slice(1);
}

function standing(ytext: Y.Text, target: Target): string {
  return show(linear(ytext), resolve(target, ytext).ranges);
}

/** `before` with its mark, an edit at linear offsets, and the picture after it. */
const CASES: readonly [
  rule: string,
  before: string,
  edit: (text: Y.Text) => void,
  after: string,
  status: string,
][] = [
  ['[AN1] typing before', 'a [bcd] e', (t) => t.insert(at(0), 'xx'), 'xxa [bcd] e', 'exact'],
  ['[AN1] typing after', 'a [bcd] e', (t) => t.insert(at(7), 'x'), 'a [bcd] ex', 'exact'],
  [
    '[AN2] typing at the left edge stays outside',
    'a [bcd] e',
    (t) => t.insert(at(2), 'x'),
    'a x[bcd] e',
    'exact',
  ],
  [
    '[AN2] typing at the right edge stays outside',
    'a [bcd] e',
    (t) => t.insert(at(5), 'x'),
    'a [bcd]x e',
    'exact',
  ],
  ['[AN2] the same letter at the left edge', 'a [bcd] e', (t) => t.insert(at(2), 'b'), 'a b[bcd] e', 'exact'],
  ['[AN3] typing inside widens', 'a [bcd] e', (t) => t.insert(at(3), 'x'), 'a [bxcd] e', 'changed'],
  ['[AN3] deleting inside narrows', 'a [bcd] e', (t) => t.delete(at(3), 1), 'a [bd] e', 'changed'],
  ['[AN3] deleting the first letter', 'a [bcd] e', (t) => t.delete(at(2), 1), 'a [cd] e', 'changed'],
  ['[AN3] deleting over the left edge', 'a [bcd] e', (t) => t.delete(at(0), 3), '[cd] e', 'changed'],
  ['[AN3] deleting over the right edge', 'a [bcd] e', (t) => t.delete(at(4), 3), 'a [bc]', 'changed'],
  ['[AN4] deleting all of it', 'a [bcd] e', (t) => t.delete(at(2), 3), 'a  e', 'orphaned'],
  ['[AN4] deleting everything', '[abc]', (t) => t.delete(0, t.length), '', 'orphaned'],
  ['[AN1] splitting before', 'a [bcd] e', (t) => t.insertEmbed(at(2), new Y.Map()), 'a \n[bcd] e', 'exact'],
  ['[AN1] splitting after', 'a [bcd] e', (t) => t.insertEmbed(at(5), new Y.Map()), 'a [bcd]\n e', 'exact'],
  ['[AN3] splitting inside', 'a [bcd] e', (t) => t.insertEmbed(at(4), new Y.Map()), 'a [bc\nd] e', 'changed'],
  ['[AN1] joining paragraphs before it', 'a\n[bcd]', (t) => t.delete(at(1), 1), 'a[bcd]', 'exact'],
  [
    '[AN3] joining inside a mark over two paragraphs',
    'a[b\nc]d',
    (t) => t.delete(at(2), 1),
    'a[bc]d',
    'changed',
  ],
  ['[AN1] formatting', 'a [bcd] e', (t) => t.format(at(1), 3, { strong: true }), 'a [bcd] e', 'exact'],
];

describe('a target after an edit', () => {
  for (const [rule, before, edit, after, status] of CASES)
    it(rule, () => {
      const article = marked(before);
      const target = put(article);
      edit(article.ytext);
      expect(standing(article.ytext, target)).toBe(after);
      expect(resolve(target, article.ytext).status).toBe(status);
    });

  it('[AN4] with its words deleted and others typed in their place, is orphaned, not moved to the others', () => {
    const article = marked('a [bcd] e');
    const target = put(article);
    article.ytext.delete(at(2), 3);
    article.ytext.insert(at(2), 'new');
    expect(resolve(target, article.ytext)).toMatchObject({ status: 'orphaned', ranges: [], text: '' });
  });

  it('[AN4] with only a paragraph break left, is orphaned', () => {
    const article = marked('a [b\nc] d');
    const target = put(article);
    article.ytext.delete(at(2), 1);
    article.ytext.delete(at(3), 1);
    expect(standing(article.ytext, target)).toBe('a \n d');
    expect(resolve(target, article.ytext).status).toBe('orphaned');
  });

  it('[AN3] split where its first letter was deleted, does not begin with the line break', () => {
    const article = marked('a [bcd] e');
    const target = put(article);
    article.ytext.delete(at(2), 1);
    article.ytext.insertEmbed(at(2), new Y.Map());
    expect(standing(article.ytext, target)).toBe('a \n[cd] e');
  });

  it('[AN5] in several pieces keeps each, and loses one by one', () => {
    const article = marked('“[Yes],” she said. “[No].”');
    const target = put(article);
    article.ytext.insert(at(3), 'x');
    expect(standing(article.ytext, target)).toBe('“[Yexs],” she said. “[No].”');
    expect(resolve(target, article.ytext)).toMatchObject({ status: 'changed', text: 'Yexs … No' });
    article.ytext.delete(at(1), 4);
    expect(resolve(target, article.ytext)).toMatchObject({ status: 'changed', text: 'No' });
  });

  it('[AN6] stands at the same words on every copy, whatever order the edits came in', () => {
    const article = marked('one [two three] four');
    const target = put(article);
    const other = peer(article.doc);
    article.ytext.insert(at(7), ' and a half');
    article.ytext.insertEmbed(at(4), new Y.Map());
    other.ytext.delete(at(8), 5);
    other.ytext.insert(at(4), 'plus ');
    other.sync();
    expect(standing(article.ytext, target)).toBe(standing(other.ytext, target));
    expect(resolve(target, article.ytext).text).toMatch(/^two and a half $/);
  });

  it('[AN6] does not follow an undo that only the undoing copy knows of', () => {
    const article = marked('a [bcd] e');
    const target = put(article);
    const other = peer(article.doc);
    const undo = new Y.UndoManager(article.ytext);
    article.ytext.delete(at(2), 3);
    undo.undo();
    other.sync();
    expect(linear(other.ytext)).toBe('a bcd e');
    expect(resolve(target, article.ytext)).toEqual(resolve(target, other.ytext));
  });
});

describe('resolveAll', () => {
  it('[AN7] gives for many targets what resolve gives for each', () => {
    const article = marked('The [quick] brown [fox] jumps\nover the [lazy dog\nand] sleeps');
    const targets = article.ranges.map((range) => describeRanges(article.ytext, [range]));
    article.ytext.delete(at(6), 6);
    article.ytext.insert(at(20), '!');
    expect(resolveAll(article.ytext, targets)).toEqual(targets.map((one) => resolve(one, article.ytext)));
    expect(new Set(resolveAll(article.ytext, targets).map((one) => one.status))).toEqual(
      new Set(['exact', 'changed']),
    );
  });

  it('[AN8] says when a copy does not hold the characters yet, and places them once it does', () => {
    const article = marked('one');
    const other = peer(article.doc);
    article.ytext.insert(at(3), ' two');
    const target = describeRanges(article.ytext, [{ start: 4, end: 7 }]);
    expect(resolve(target, other.ytext)).toMatchObject({ status: 'orphaned', complete: false });
    other.sync();
    expect(resolve(target, other.ytext)).toMatchObject({ status: 'exact', complete: true, text: 'two' });
  });

  it('[AN8] takes unreadable positions for words that are nowhere', () => {
    const { ytext } = marked('one');
    const target = { ranges: [{ start: 'AA==', end: '????' }] };
    expect(resolve(target, ytext)).toMatchObject({ status: 'orphaned', complete: false });
  });
});
