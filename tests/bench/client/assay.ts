import { describe, resolveAll } from '@assay/shared/anchoring';
import { schema, seed } from '@assay/shared/article';
import { articleText } from '@assay/shared/ydoc';
import { EditorState } from 'prosemirror-state';
import * as Y from 'yjs';
import { ArticleBinding } from '../../../client/src/binding/index.ts';
import type { DrawnMark } from '../../../client/src/editor/index.ts';
import { allMarks } from '../../../client/src/editor/mark-index.ts';
import { MarkKeeper } from '../../../client/src/editor/mark-keeper.ts';
import { marksOf, marksPlugin } from '../../../client/src/editor/mark-plugin.ts';
import { createStore, type Readable } from '../../../client/src/store/index.ts';
import { type Editor, type EditorSubject, type Mount, peerOf, type Size } from './editor-subject.ts';
import { HeadlessView } from './headless-view.ts';
import { type MarkPlace, placesOf } from './marks.ts';
import { age, Starts } from './typing.ts';
import { paragraphsOf } from './words.ts';

const LABELS = ['claim', 'quote', 'speculation'] as const;

/** Opens an article with its marks. */
export type Open = (
  doc: Y.Doc,
  marks: Readable<readonly DrawnMark[]>,
  mount: Mount,
) => Pick<Editor, 'view' | 'destroy'>;

/** Assay's flat text, its binding and its marks. */
export function assayWith(open: Open): EditorSubject {
  return { name: 'assay', prepare: (size) => prepared(size, open) };
}

function prepared({ words, marks, operations = 0 }: Size, open: Open): (mount: Mount) => Editor {
  const paragraphs = paragraphsOf(words);
  const mine = new Y.Doc();
  const text = articleText(mine);
  const nodes = paragraphs.map((words) => schema.node('paragraph', null, schema.text(words)));
  seed(text, schema.node('doc', null, nodes));
  const places = new Starts(paragraphs, { before: 1, after: 0 });
  age(operations, paragraphs.length, (key) => ({ text, index: places.of(key) }));
  const drawn = drawnMarks(text, paragraphs, placesOf(paragraphs, marks));
  const theirs = peerOf(mine);
  return (mount) => {
    const indexes = new Starts(paragraphs, { before: 1, after: 0 });
    const { view, destroy } = open(mine, createStore(drawn), mount);
    return {
      view,
      remoteEdit(key) {
        articleText(theirs().doc).insert(indexes.of(key), 'x');
        indexes.typed(key);
        return theirs().last();
      },
      receive: (update) => Y.applyUpdate(mine, update),
      resolveAll: () => resolveAll(text, drawn).filter(({ status }) => status !== 'orphaned').length,
      drawn: () => allMarks(marksOf(view.state).index).filter(({ pieces }) => pieces.length > 0).length,
      destroy,
    };
  };
}

/** What of the editor needs no screen, wired as the editor wires it. */
const openHeadless: Open = (doc, marks) => {
  const text = articleText(doc);
  const binding = new ArticleBinding(text, { mayWrite: () => true });
  const plugins = [binding.plugin, marksPlugin()];
  const view = new HeadlessView(EditorState.create({ doc: binding.doc, plugins }));
  const keeper = new MarkKeeper(view, binding, marks);
  view.onDispatch = (transaction) => transaction.docChanged && keeper.refresh();
  return {
    view,
    destroy() {
      keeper.destroy();
      view.destroy();
      binding.destroy();
    },
  };
};

export const assay = assayWith(openHeadless);

function drawnMarks(text: Y.Text, paragraphs: readonly string[], places: readonly MarkPlace[]): DrawnMark[] {
  const offsets = new Starts(paragraphs, { before: 0, after: 1 });
  const sorted = [...places].sort((a, b) => a.paragraph - b.paragraph || a.from - b.from);
  // `describe` wants ranges that do not overlap: one call for each depth.
  return LABELS.flatMap((label, level) => {
    const some = sorted.filter(({ id }) => Number(id.slice(1)) % LABELS.length === level);
    if (some.length === 0) return [];
    const start = (place: MarkPlace) => offsets.of({ paragraph: place.paragraph, offset: place.from });
    const ranges = some.map((place) => ({ start: start(place), end: start(place) + place.to - place.from }));
    return describe(text, ranges).ranges.map((range, i): DrawnMark => {
      const letter = label.slice(0, 1).toUpperCase();
      return {
        id: some[i]!.id,
        ranges: [range],
        label,
        letter,
        hue: 'blue',
        line: 'solid',
        description: label,
        pending: false,
      };
    });
  });
}
