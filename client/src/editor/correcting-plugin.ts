import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Span } from './positions.ts';
import { replaceWords } from './replace-words.ts';

/** Where in the article an event wants to write; null when it is not within one block. */
function targetOf(view: EditorView, event: InputEvent): Span | null {
  const range = event.getTargetRanges()[0];
  if (!range || !view.dom.contains(range.startContainer) || !view.dom.contains(range.endContainer))
    return null;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = view.posAtDOM(range.endContainer, range.endOffset);
  const { doc } = view.state;
  const within = from <= to && doc.resolve(from).sameParent(doc.resolve(to)) && doc.resolve(from).depth > 0;
  return within ? { from, to } : null;
}

/**
 * Corrections by a spelling checker, autocorrection or a phone's keyboard are written by us, as the letters that
 * differ: what the browser does to the page is to take the word out and put another in, and the marks go with it.
 */
export function correctingPlugin(mayChange: () => boolean): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          if (event.inputType !== 'insertReplacementText' || !event.cancelable || !mayChange()) return false;
          const words = event.data ?? event.dataTransfer?.getData('text/plain');
          const target = targetOf(view, event);
          if (words === undefined || words.includes('\n') || !target) return false;
          const { tr } = view.state;
          if (replaceWords(tr, target, words)) view.dispatch(tr);
          event.preventDefault();
          return true;
        },
      },
    },
  });
}
