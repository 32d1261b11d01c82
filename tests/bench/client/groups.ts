import { describe } from '@assay/shared/anchoring';
import { linearText, schema, seed } from '@assay/shared/article';
import type { PersonId } from '@assay/shared/model';
import { articleText } from '@assay/shared/ydoc';
import { EditorState } from 'prosemirror-state';
import * as Y from 'yjs';
import { ArticleBinding } from '../../../client/src/binding/index.ts';
import type { DrawnMark } from '../../../client/src/editor/index.ts';
import { MarkKeeper } from '../../../client/src/editor/mark-keeper.ts';
import { marksOf, marksPlugin, withAction } from '../../../client/src/editor/mark-plugin.ts';
import { createStore } from '../../../client/src/store/index.ts';
import { type Measurement, median, type Trial } from '../figures.ts';
import { HeadlessView } from './headless-view.ts';
import { paragraphsOf } from './words.ts';

const WORDS = 5_000;
const GROUPS = 400;
const REVIEWERS = ['Ana', 'Ben', 'Cy', 'Dee'];
const KEYS = 200;

type Draw = (marks: readonly (readonly DrawnMark[])[]) => readonly DrawnMark[];

const LOOK = { label: 'claim', letter: 'C', hue: 'blue', line: 'solid' } as const;

const byPerson: Draw = (groups) => groups.flat();

/** Each group is drawn once, and its marks are placed. */
const byGroup: Draw = (groups) => [
  ...groups.map((members, i): DrawnMark => {
    const parts = members.map(({ label, hue, line }, r) => ({
      ranges: 1,
      label,
      hue,
      line,
      person: { id: `person-${r}` as PersonId, name: REVIEWERS[r]!, colour: '#2f6fb3' },
    }));
    const group = { state: 'boundary' as const, decision: null, parts };
    return { ...members[0]!, id: `group-${i}`, ranges: members.flatMap(({ ranges }) => ranges), group };
  }),
  ...groups.flat().map((mark): DrawnMark => ({ ...mark, hidden: true })),
];

/** An article all over which four people have marked the same, with other edges, drawn as a page draws it. */
function opened(draw: Draw) {
  const ytext = articleText(new Y.Doc());
  const doc = schema.node(
    'doc',
    null,
    paragraphsOf(WORDS).map((words) => schema.node('paragraph', null, schema.text(words))),
  );
  seed(ytext, doc);
  const spacing = Math.floor(linearText(doc).length / GROUPS);
  const held = REVIEWERS.map((_, r) => {
    const ranges = Array.from({ length: GROUPS }, (_, i) => {
      const start = i * spacing + ((i * 7 + r * 3) % 9);
      return { start, end: start + Math.floor(spacing / 2) + ((i + r) % 5) };
    });
    return describe(ytext, ranges).ranges;
  });
  const marks = Array.from({ length: GROUPS }, (_, i) =>
    held.map((ranges, r): DrawnMark => {
      const base = { ...LOOK, description: 'Claim', pending: false };
      return { ...base, id: `mark-${i}-${r}`, ranges: [ranges[i]!] };
    }),
  );
  const binding = new ArticleBinding(ytext, { mayWrite: () => true });
  const view = new HeadlessView(
    EditorState.create({ doc: binding.doc, plugins: [binding.plugin, marksPlugin()] }),
  );
  const keeper = new MarkKeeper(view, binding, createStore(draw(marks)));
  view.dispatch(withAction(view.state.tr, { type: 'draw', band: null }));
  const drawAll = () => {
    const { drawn } = marksOf(view.state);
    view.state.doc.forEach((node, offset) => void drawn.forChild(offset, node));
  };
  view.onDispatch = (transaction) => {
    if (transaction.docChanged) keeper.refresh();
  };
  return { view, drawAll };
}

function typingTime(draw: Draw): number {
  const { view, drawAll } = opened(draw);
  drawAll();
  const times: number[] = [];
  for (let n = 0; n < KEYS; n++) {
    const { size } = view.state.doc.content;
    const at = 1 + ((n * 7919) % (size - 2));
    const $at = view.state.doc.resolve(at);
    const position = $at.parent.isTextblock ? at : at + 1;
    const started = performance.now();
    view.dispatch(view.state.tr.insertText('x', position));
    drawAll();
    times.push(performance.now() - started);
  }
  return median(times.slice(KEYS / 4));
}

async function compare(): Promise<Measurement> {
  for (const draw of [byPerson, byGroup]) typingTime(draw);
  const [person, group] = [typingTime(byPerson), typingTime(byGroup)];
  return {
    'by person': { value: person, unit: 'ms' },
    'by group': { value: group, unit: 'ms' },
    'by group to by person': { value: group / person, unit: 'ratio' },
  };
}

/** What a keystroke costs with its drawing, when marks are drawn by group, beside the same marks drawn one by one. */
export const groupTrials: readonly Trial[] = [
  {
    suite: 'client',
    case: 'keystroke-among-groups',
    subject: 'assay',
    parameters: { words: WORDS, marks: GROUPS * REVIEWERS.length },
    run: compare,
  },
];
