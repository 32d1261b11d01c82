import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** What the guard asks and tells. */
export interface Guarded {
  /** Whether the text may change now. */
  mayChange(): boolean;
  isReviewing(): boolean;
  onReviewKey(event: KeyboardEvent): boolean;
  /** Enter on the marks at the caret; false when there is none. */
  activateAtCaret(view: EditorView): boolean;
  readonly label: string;
}

/** From so many blocks on, those far from the view are not laid out (see the style sheet). */
const LONG = 150;

/** Keys that move, select or leave, never write. */
function isPassive({ key }: KeyboardEvent): boolean {
  return /^(Arrow|Page|Home|End|Tab|Escape|F\d|Shift|Control|Alt|Meta|CapsLock|ContextMenu)/.test(key);
}

function onKeyDown(guarded: Guarded, view: EditorView, event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  if (event.key === 'Enter' && event.altKey) return guarded.activateAtCaret(view);
  if (guarded.isReviewing() && guarded.onReviewKey(event)) return true;
  if (guarded.mayChange() || isPassive(event)) return false;
  if (event.key === 'Enter') {
    guarded.activateAtCaret(view);
    return true;
  }
  // The browser's own shortcuts stay; whatever they would write is refused before it is written.
  return !(event.ctrlKey || event.metaKey || event.altKey);
}

/**
 * A press inside the selection would begin to drag its words, and nothing could be selected there. Where words cannot be
 * moved it begins a new selection instead, so that one can mark words within words.
 */
function letSelectAnew(view: EditorView, { button, shiftKey, clientX, clientY }: MouseEvent): void {
  if (button !== 0 || shiftKey || view.state.selection.empty) return;
  const at = view.posAtCoords({ left: clientX, top: clientY });
  if (!at) return;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
  const { node, offset } = view.domAtPos(view.state.selection.head);
  getSelection()?.collapse(node, offset);
}

/**
 * While the text may not change, everybody can still put a caret and select with mouse, touch and keys: the element
 * stays editable to the browser, and every way of writing is refused before the browser writes.
 */
export function readingGuard(guarded: Guarded): Plugin {
  const refuse = () => !guarded.mayChange();
  return new Plugin({
    props: {
      attributes: ({ doc }): Record<string, string> => ({
        class: 'assay-article',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': guarded.label,
        'aria-readonly': String(refuse()),
        ...(refuse() ? { inputmode: 'none', 'data-reading': 'true' } : {}),
        spellcheck: String(!refuse()),
        ...(doc.childCount >= LONG ? { 'data-long': 'true' } : {}),
      }),
      handleKeyDown: (view, event) => onKeyDown(guarded, view, event),
      handleTextInput: refuse,
      handlePaste: refuse,
      handleDrop: refuse,
      handleDOMEvents: {
        mousedown(view, event) {
          if (refuse()) letSelectAnew(view, event);
          return false;
        },
        beforeinput(_view, event) {
          if (!refuse()) return false;
          event.preventDefault();
          return true;
        },
      },
    },
  });
}
