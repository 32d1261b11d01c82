import { schema } from '@assay/shared/article';
import { TextSelection } from 'prosemirror-state';
import type { ArticleEditor } from './article-editor.ts';
import { posOf } from './positions.ts';
import { bringIntoView } from './rectangles.ts';

/** A heading of the article with where it stands now; `pos` is before it. */
export interface OutlineHeading {
  readonly level: number;
  readonly words: string;
  readonly pos: number;
}

/** The headings with words, in order. Walks the article: for views that somebody opens. */
export function outlineOf({ view }: ArticleEditor): readonly OutlineHeading[] {
  const headings: OutlineHeading[] = [];
  view.state.doc.forEach((block, pos) => {
    const words = block.textContent.trim();
    if (block.type === schema.nodes.heading && words !== '')
      headings.push({ level: block.attrs.level, words, pos });
  });
  return headings;
}

/** Brings a heading onto the screen, with the caret at its start. */
export function goToHeading(editor: ArticleEditor, { pos }: OutlineHeading): void {
  goTo(editor, pos + 1);
}

/** Brings words onto the screen, with the caret before them: a linear-text offset. */
export function goToOffset(editor: ArticleEditor, offset: number): void {
  goTo(editor, posOf(editor.view.state.doc, offset));
}

function goTo({ view }: ArticleEditor, pos: number): void {
  const { state } = view;
  const at = Math.min(pos, state.doc.content.size);
  view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at))));
  bringIntoView(view, at);
  view.focus();
}
