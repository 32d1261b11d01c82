import type * as Y from 'yjs';
import { ARTICLE_ROOT } from './layout.ts';

/** The text document has something else where the article should be. */
export class ArticleRootError extends Error {
  override readonly name = 'ArticleRootError';
}

/** The article's Y.Text. Throws `ArticleRootError` when the document was opened there as another type. */
export function articleText(doc: Y.Doc): Y.Text {
  try {
    return doc.getText(ARTICLE_ROOT);
  } catch (cause) {
    throw new ArticleRootError(`The document has no text at "${ARTICLE_ROOT}".`, { cause });
  }
}
