import { schema, seed } from '@assay/shared/article';
import { articleText } from '@assay/shared/ydoc';
import { schema as basicSchema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { prosemirrorToYXmlFragment, ySyncPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { ArticleBinding } from '../../../client/src/binding/index.ts';
import { HeadlessView } from './headless-view.ts';
import { paragraphsOf } from './words.ts';

/** An editor that shows a document, and somebody else's replica of it. Positions are ProseMirror's. */
export interface Editor {
  readonly view: HeadlessView;
  /** Somebody else types a letter into paragraph number `paragraph`; the update they send. Null without a network. */
  remoteEdit: ((paragraph: number) => Uint8Array) | null;
  receive(update: Uint8Array): void;
  destroy(): void;
}

export interface EditorSubject {
  readonly name: string;
  /** Makes the shared document; the function that it returns opens it in an editor. */
  prepare(words: number): () => Editor;
}

function updatesOf(doc: Y.Doc): () => Uint8Array {
  let last = new Uint8Array();
  doc.on('update', (update: Uint8Array) => {
    last = update as Uint8Array<ArrayBuffer>;
  });
  return () => last;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Assay's flat text and its binding. */
export const assayBinding: EditorSubject = {
  name: 'assay',
  prepare(words) {
    const mine = new Y.Doc();
    const paragraphs = paragraphsOf(words);
    const nodes = paragraphs.map((text) => schema.node('paragraph', null, schema.text(text)));
    seed(articleText(mine), schema.node('doc', null, nodes));
    const theirs = copyOf(mine);
    const starts = startsOf(paragraphs);
    const last = updatesOf(theirs);
    return () => {
      const binding = new ArticleBinding(articleText(mine), { mayWrite: () => true });
      const view = new HeadlessView(EditorState.create({ doc: binding.doc, plugins: [binding.plugin] }));
      return {
        view,
        remoteEdit(paragraph) {
          articleText(theirs).insert(starts[paragraph]! + 5, 'x');
          return last();
        },
        receive: (update) => Y.applyUpdate(mine, update),
        destroy: () => {
          view.destroy();
          binding.destroy();
        },
      };
    };
  },
};

/** The index in the flat text at which each paragraph's words begin, one marker before each. */
function startsOf(paragraphs: readonly string[]): number[] {
  let index = 0;
  return paragraphs.map((text) => {
    const start = index + 1;
    index = start + text.length;
    return start;
  });
}

function plainDocument(words: number) {
  const nodes = paragraphsOf(words).map((text) =>
    basicSchema.node('paragraph', null, basicSchema.text(text)),
  );
  return basicSchema.node('doc', null, nodes);
}

/** y-prosemirror 1.3: a tree of Y.XmlElement and Y.XmlText. */
export const yProsemirror: EditorSubject = {
  name: 'y-prosemirror',
  prepare(words) {
    const mine = new Y.Doc();
    prosemirrorToYXmlFragment(plainDocument(words), mine.getXmlFragment('article'));
    const theirs = copyOf(mine);
    const last = updatesOf(theirs);
    return () => {
      const plugin = ySyncPlugin(mine.getXmlFragment('article'));
      const view = new HeadlessView(EditorState.create({ schema: basicSchema, plugins: [plugin] }));
      return {
        view,
        remoteEdit(paragraph) {
          const element = theirs.getXmlFragment('article').get(paragraph) as Y.XmlElement;
          (element.get(0) as Y.XmlText).insert(5, 'x');
          return last();
        },
        receive: (update) => Y.applyUpdate(mine, update),
        destroy: () => view.destroy(),
      };
    };
  },
};

/** A bare ProseMirror state without any network: the floor for what is typed here. */
export const bareProsemirror: EditorSubject = {
  name: 'prosemirror',
  prepare(words) {
    const doc = plainDocument(words);
    return () => {
      const view = new HeadlessView(EditorState.create({ doc }));
      return { view, remoteEdit: null, receive: () => {}, destroy: () => view.destroy() };
    };
  },
};
