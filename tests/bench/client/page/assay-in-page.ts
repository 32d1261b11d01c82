import { Awareness } from 'y-protocols/awareness';
import { createArticleEditor } from '../../../../client/src/editor/index.ts';
import { createStore } from '../../../../client/src/store/index.ts';
import { assayWith } from '../assay.ts';

/** The whole editor, as the article's page makes it. */
export const assayInPage = assayWith((doc, marks, mount) => {
  const editor = createArticleEditor(mount!, {
    doc,
    marks,
    awareness: new Awareness(doc),
    editable: createStore(true),
    mode: createStore<'edit' | 'review'>('edit'),
    onActivate: () => {},
    onHover: () => {},
    onReviewKey: () => false,
  });
  return { view: editor.view, destroy: () => editor.destroy() };
});
