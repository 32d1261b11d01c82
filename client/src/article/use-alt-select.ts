import { useEffect } from 'react';
import { addSelection } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { notify } from '../ui/index.ts';
import { type Desk, focusedEntry } from './desk.ts';

/** Words selected with the pointer while Alt is held become one more piece of the mark in focus. */
export function useAltSelect(desk: Desk): void {
  const editor = useStore(desk.margin.editor);
  useEffect(() => {
    if (!editor) return;
    const { dom } = editor.view;
    const release = (event: PointerEvent) => {
      if (!event.altKey || event.pointerType === 'touch') return;
      // The editor hears of the selection by an event of the document, which comes before the next frame.
      requestAnimationFrame(() => addHere(desk));
    };
    const press = () => addEventListener('pointerup', release, { once: true });
    dom.addEventListener('pointerdown', press);
    return () => {
      dom.removeEventListener('pointerdown', press);
      removeEventListener('pointerup', release);
    };
  }, [desk, editor]);
}

function addHere(desk: Desk): void {
  const selection = desk.margin.editor.get()?.selection.get();
  if (!selection || selection.empty) return;
  const entry = focusedEntry(desk);
  if (!entry) {
    notify({ tone: 'info', message: 'Alt adds words to the mark in focus: click one of your marks first.' });
    return;
  }
  desk.settledSelection.set(selection.text);
  addSelection(desk.margin, entry.id);
}
