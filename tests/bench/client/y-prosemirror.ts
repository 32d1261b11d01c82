import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import {
  prosemirrorToYXmlFragment,
  relativePositionToAbsolutePosition,
  ySyncPlugin,
  ySyncPluginKey,
} from 'y-prosemirror';
import * as Y from 'yjs';
import { plainDocument, viewOf } from './bare-prosemirror.ts';
import { type EditorSubject, peerOf } from './editor-subject.ts';
import { placesOf } from './marks.ts';
import { age, type Key } from './typing.ts';
import { paragraphsOf } from './words.ts';

/** A mark as it would be stored beside the document. */
interface StoredMark {
  readonly id: string;
  readonly start: Y.RelativePosition;
  readonly end: Y.RelativePosition;
}

interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** y-prosemirror 1.3 with marks as decorations that are made anew from relative positions after every change. */
export const yProsemirror: EditorSubject = {
  name: 'y-prosemirror',
  prepare({ words, marks, operations = 0 }) {
    const paragraphs = paragraphsOf(words);
    const mine = new Y.Doc();
    const fragment = mine.getXmlFragment('article');
    prosemirrorToYXmlFragment(plainDocument(paragraphs), fragment);
    age(operations, paragraphs.length, ({ paragraph, offset }) => ({
      text: textOf(mine, paragraph),
      index: offset,
    }));
    const theirs = peerOf(mine);
    const stored = placesOf(paragraphs, marks).map(({ id, paragraph, from, to }): StoredMark => {
      const text = textOf(mine, paragraph);
      const held = (at: number, assoc: number) => Y.createRelativePositionFromTypeIndex(text, at, assoc);
      return { id, start: held(from, 0), end: held(to, -1) };
    });
    return (mount) => {
      const plugins = marks ? [ySyncPlugin(fragment), marksPlugin(stored)] : [ySyncPlugin(fragment)];
      const view = viewOf(EditorState.create({ schema, plugins }), mount);
      if (marks) view.dispatch(view.state.tr.setMeta(marksKey, 'anew'));
      return {
        view,
        remoteEdit({ paragraph, offset }: Key) {
          textOf(theirs().doc, paragraph).insert(offset, 'x');
          return theirs().last();
        },
        receive: (update) => Y.applyUpdate(mine, update),
        resolveAll: () => resolved(view.state, stored).length,
        drawn: () => marksKey.getState(view.state)?.find().length ?? 0,
        destroy: () => view.destroy(),
      };
    };
  },
};

function textOf(doc: Y.Doc, paragraph: number): Y.XmlText {
  return (doc.getXmlFragment('article').get(paragraph) as Y.XmlElement).get(0) as Y.XmlText;
}

const marksKey = new PluginKey<DecorationSet>('marks');

function marksPlugin(stored: readonly StoredMark[]): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set, _before, state) {
        return tr.getMeta(marksKey)
          ? drawn(state, stored)
          : tr.docChanged
            ? set.map(tr.mapping, tr.doc)
            : set;
      },
    },
    props: { decorations: (state) => marksKey.getState(state) },
    // The relative positions can be read once the binding has written the change into the shared document.
    view: () => ({
      update(view, before) {
        if (view.state.doc !== before.doc) view.dispatch(view.state.tr.setMeta(marksKey, 'anew'));
      },
    }),
  });
}

function drawn(state: EditorState, stored: readonly StoredMark[]): DecorationSet {
  const all = resolved(state, stored).map(({ id, from, to }) =>
    Decoration.inline(from, to, { nodeName: 'mark', class: 'mark', 'data-mark': id }),
  );
  return DecorationSet.create(state.doc, all);
}

function resolved(state: EditorState, stored: readonly StoredMark[]): Span[] {
  const { doc, type, binding } = ySyncPluginKey.getState(state);
  const at = (position: Y.RelativePosition): number | null =>
    relativePositionToAbsolutePosition(doc, type, position, binding.mapping);
  return stored.flatMap(({ id, start, end }) => {
    const [from, to] = [at(start), at(end)];
    return from !== null && to !== null && from < to ? [{ id, from, to }] : [];
  });
}
