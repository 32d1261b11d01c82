import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { innermostFirst, markById, marksAt } from './mark-index.ts';
import { marksOf } from './mark-plugin.ts';

export interface Pointing {
  onActivate(ids: readonly string[], at: DOMRect): void;
  onHover(ids: readonly string[]): void;
}

const MARK = 'mark[data-mark]';

/** The marks around an element: each wraps the words it covers. */
function idsAround(view: EditorView, target: EventTarget | null): readonly string[] {
  const ids = new Set<string>();
  let element = target instanceof Element ? target.closest<HTMLElement>(MARK) : null;
  for (
    ;
    element && view.dom.contains(element);
    element = element.parentElement?.closest<HTMLElement>(MARK) ?? null
  )
    ids.add(element.dataset.mark!);
  const { index } = marksOf(view.state);
  const marks = [...ids].flatMap((id) => markById(index, id) ?? []).filter(({ mark }) => !mark.hidden);
  return innermostFirst(marks).map((one) => one.mark.id);
}

function idsAtCaret(view: EditorView): readonly string[] {
  return marksAt(marksOf(view.state).index, view.state.selection.head).map((one) => one.mark.id);
}

/** The box of the line of words that was clicked. */
function wordsAt(event: MouseEvent): DOMRect {
  const boxes = event.target instanceof Element ? [...event.target.getClientRects()] : [];
  const hit = boxes.find(
    ({ left, right, top, bottom }) =>
      left <= event.clientX && event.clientX <= right && top <= event.clientY && event.clientY <= bottom,
  );
  return hit ?? new DOMRect(event.clientX, event.clientY, 0, 0);
}

export function caretRectangle(view: EditorView, pos: number): DOMRect {
  const { left, top, right, bottom } = view.coordsAtPos(pos);
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Tells of Enter on the marks at the caret; false when there is none. */
export function activateAtCaret(view: EditorView, { onActivate }: Pointing): boolean {
  const ids = idsAtCaret(view);
  if (ids.length === 0) return false;
  onActivate(ids, caretRectangle(view, view.state.selection.head));
  return true;
}

function followLink(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  if (!link || !(event.ctrlKey || event.metaKey)) return false;
  window.open(link.href, '_blank', 'noopener,noreferrer');
  return true;
}

/** Tells the page of clicks on marks, and of the pointer and the caret entering and leaving them. */
export function pointingPlugin(pointing: Pointing): Plugin {
  let told = '';
  const tell = (ids: readonly string[]) => {
    const key = ids.join(' ');
    if (key === told) return;
    told = key;
    pointing.onHover(ids);
  };
  return new Plugin({
    props: {
      handleClick(view, _pos, event) {
        if (followLink(event)) return true;
        const ids = idsAround(view, event.target);
        if (ids.length > 0) pointing.onActivate(ids, wordsAt(event));
        return false;
      },
      handleDOMEvents: {
        mouseover(view, event) {
          tell(idsAround(view, event.target));
          return false;
        },
        mouseleave() {
          tell([]);
          return false;
        },
      },
    },
    view: () => ({
      update(view, before) {
        if (view.hasFocus() && !view.state.selection.eq(before.selection)) tell(idsAtCaret(view));
      },
    }),
  });
}
