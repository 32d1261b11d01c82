import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { plainDocument } from '../bare-prosemirror.ts';
import { paragraphsOf } from '../words.ts';

/** A text of `data-words` words, to be read only. */
const element = document.getElementById('article')!;
const doc = plainDocument(paragraphsOf(Number(element.dataset.words)));
new EditorView(element, { state: EditorState.create({ doc }), editable: () => false });
