/**
 * Keeps React from walking all of the text at everything it draws anywhere. Around each commit it notes and restores the
 * selection of the focused element when that says it is `contentEditable`, and finds it by counting through all nodes;
 * the editor keeps its selection itself. The attribute, by which browsers go, stays as it is.
 */
export function leaveSelectionAlone(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => 'inherit',
    set: (value: string) => element.setAttribute('contenteditable', value),
  });
}
