import { ARTICLE_ROOT, articleText } from '@assay/shared/ydoc';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mountText } from '../../../client/src/article/mount-text.ts';
import { ArticleBinding } from '../../../client/src/binding/index.ts';

/** As the editor begins: the article's text, bound. */
function open(doc: Y.Doc): never {
  new ArticleBinding(articleText(doc), { mayWrite: () => true }).destroy();
  throw new Error('It was read.');
}

describe('a document that this version cannot read', () => {
  it('[ED51] is not shown, the reason is, and not a byte of it is altered', () => {
    const doc = new Y.Doc();
    doc.getMap(ARTICLE_ROOT).set('blocks', 'of a later version');
    const before = Y.encodeStateAsUpdate(doc);
    expect(mountText(() => open(doc))).toEqual({
      unreadable: `The document has no text at "${ARTICLE_ROOT}".`,
    });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });
});
