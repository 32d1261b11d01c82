import { describe as describeRanges } from '@assay/shared/anchoring';
import { schema, seed } from '@assay/shared/article';
import { articleText } from '@assay/shared/ydoc';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ArticleBinding } from '../../../client/src/binding/index.ts';
import type { DrawnMark } from '../../../client/src/editor/index.ts';
import { allMarks } from '../../../client/src/editor/mark-index.ts';
import { type Later, MarkKeeper } from '../../../client/src/editor/mark-keeper.ts';
import { marksOf, marksPlugin } from '../../../client/src/editor/mark-plugin.ts';
import { createStore } from '../../../client/src/store/index.ts';
import { HeadlessView } from '../../support/headless-view.ts';

const PARAGRAPH = 'The sea wall gave way before the boats were in and nobody had been told of it in time.';

/** A long article with one mark in each paragraph, whose keeper does later what it is told to. */
function open(paragraphs: number, given?: readonly DrawnMark[]) {
  const text = articleText(new Y.Doc());
  const rows = Array.from({ length: paragraphs }, () =>
    schema.nodes.paragraph.create(null, schema.text(PARAGRAPH)),
  );
  seed(text, schema.topNodeType.create(null, rows));
  const places = rows.map((_, i) => ({
    start: i * (PARAGRAPH.length + 1) + 4,
    end: i * (PARAGRAPH.length + 1) + 7,
  }));
  const drawn = describeRanges(text, places).ranges.map((range, i): DrawnMark => {
    return {
      id: `m${i}`,
      ranges: [range],
      label: 'claim',
      letter: 'C',
      hue: 'blue',
      line: 'solid',
      description: 'Claim',
      pending: false,
    };
  });
  const waiting: (() => void)[] = [];
  const later: Later = (work) => {
    waiting.push(work);
    return () => void waiting.splice(0);
  };
  const binding = new ArticleBinding(text, { mayWrite: () => true });
  const view = new HeadlessView(
    EditorState.create({ schema, doc: binding.doc, plugins: [binding.plugin, marksPlugin()] }),
  );
  const marks = createStore<readonly DrawnMark[]>(given ?? drawn);
  const keeper = new MarkKeeper(view, binding, marks, later);
  const placed = () => allMarks(marksOf(view.state).index).map(({ mark }) => mark.id);
  return { keeper, view, drawn, marks, placed, waiting };
}

const ALL = Array.from({ length: 1_200 }, (_, i) => `m${i}`);

describe('more than 1,000 marks', () => {
  it('[ED54] are there from the beginning of the article on, and none is lost meanwhile', () => {
    const { view, placed } = open(1_200);
    expect(placed().length).toBeGreaterThan(30);
    expect(placed()).toEqual(ALL.slice(0, placed().length));
    expect(placed().length).toBeLessThan(200);
    expect(marksOf(view.state).index.orphaned.size).toBe(0);
  });

  it('[ED54] are all there once the first have been seen', () => {
    const { placed, waiting } = open(1_200);
    waiting[0]!();
    expect(placed()).toEqual(ALL);
  });

  it('[ED54] are all there when one is asked for, or other marks come, and nothing is left to do', () => {
    const asked = open(1_200);
    asked.keeper.complete();
    expect(asked.placed()).toEqual(ALL);
    expect(asked.waiting).toEqual([]);
    const changed = open(1_200);
    changed.marks.set(changed.drawn.slice(1));
    expect(changed.placed()).toEqual(ALL.slice(1));
    expect(changed.waiting).toEqual([]);
  });

  it('[ED54] may arrive after the text', () => {
    const { drawn, marks, placed, waiting } = open(1_200, []);
    marks.set(drawn);
    expect(placed().length).toBeLessThan(200);
    waiting[0]!();
    expect(placed()).toEqual(ALL);
  });
});

it('[ED54] 1,000 marks are all placed at once', () => {
  const { placed, waiting } = open(1_000);
  expect(placed()).toHaveLength(1_000);
  expect(waiting).toEqual([]);
});
