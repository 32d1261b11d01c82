import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import * as Y from 'yjs';
import type { Editor, EditorSubject, Mount } from './editor-subject.ts';
import { HeadlessView } from './headless-view.ts';
import { paragraphsOf } from './words.ts';

export function plainDocument(paragraphs: readonly string[]) {
  return schema.node(
    'doc',
    null,
    paragraphs.map((text) => schema.node('paragraph', null, schema.text(text))),
  );
}

/** The view of a state: in a page, or without a screen. */
export function viewOf(state: EditorState, mount: Mount): EditorView | HeadlessView {
  return mount ? new EditorView(mount, { state }) : new HeadlessView(state);
}

function editorOf(state: EditorState, mount: Mount): Editor {
  const view = viewOf(state, mount);
  return {
    view,
    remoteEdit: null,
    receive: () => {},
    resolveAll: null,
    drawn: () => 0,
    destroy: () => view.destroy(),
  };
}

/** ProseMirror with neither marks nor a network: the floor. */
export const bareProsemirror: EditorSubject = {
  name: 'prosemirror',
  prepare({ words }) {
    const paragraphs = paragraphsOf(words);
    const doc = plainDocument(paragraphs);
    return (mount) => editorOf(EditorState.create({ doc }), mount);
  },
};

/** The same, and each letter written into a Y.Text with an undo history: what Yjs alone costs on top. */
export const boundByHand: EditorSubject = {
  name: 'prosemirror + Y.Text',
  prepare({ words }) {
    const paragraphs = paragraphsOf(words);
    const doc = plainDocument(paragraphs);
    const text = new Y.Doc().getText('article');
    for (const words of paragraphs) text.insert(text.length, `\n${words}`);
    return (mount) => {
      const origin = {};
      const history = new Y.UndoManager(text, { trackedOrigins: new Set([origin]) });
      const plugin = new Plugin({
        view: () => ({ update: (view, before) => writeLetter(text, before, view.state, origin) }),
      });
      const editor = editorOf(EditorState.create({ doc, plugins: [plugin] }), mount);
      return {
        ...editor,
        destroy() {
          history.destroy();
          editor.destroy();
        },
      };
    };
  },
};

/** As little as can be done: the place of the change is taken from the documents, one `insert` is made. */
function writeLetter(text: Y.Text, before: EditorState, after: EditorState, origin: object): void {
  if (before.doc === after.doc) return;
  const at = before.doc.content.findDiffStart(after.doc.content)!;
  const index = at - before.doc.resolve(at).index(0);
  text.doc!.transact(() => text.insert(index, 'x'), origin);
}
