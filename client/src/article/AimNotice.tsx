import { useEffect, useRef } from 'react';
import type { ArticleEditor } from '../editor/index.ts';
import { clip, type Margin, takeAim } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { announce, Button, Keys } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import './AimNotice.css';

const WANTED = {
  piece: { ask: 'Select the words to add to', take: 'Add these words' },
  place: { ask: 'Select the words for', take: 'Put it here' },
  value: { ask: 'Select the words for', take: 'Take these words' },
} as const;

/** While a mark waits for words: what to do, and the button that takes the selected ones. */
export function AimNotice({ desk }: { readonly desk: Desk }) {
  const editor = useStore(desk.margin.editor);
  const waiting = useStore(desk.margin.aim) !== null;
  return waiting && editor ? <Aiming desk={desk} editor={editor} /> : null;
}

function Aiming({ desk, editor }: { readonly desk: Desk; readonly editor: ArticleEditor }) {
  const { margin } = desk;
  const aim = useStore(margin.aim);
  const empty = useStore(editor.selection, (selection) => selection.empty);
  const entry = aim && margin.entry(aim.id);
  const { ask, take } = WANTED[aim?.wanted ?? 'piece'];
  const words = aim?.attribute?.name ?? (entry && clip(margin.wordsOf(entry), 60));
  const asked = words ? `${ask} “${words}”` : ask;
  const takeWords = () => {
    // Their bar does not come for them: they were chosen for this.
    desk.settledSelection.set(editor.selection.get().text);
    takeAim(margin);
  };
  useAimKeys(margin, editor, takeWords);
  useEffect(() => announce(`${asked}. Enter takes them, Escape ends this.`), [asked]);
  useEffect(() => {
    desk.barDocked.set(true);
    return () => desk.barDocked.set(false);
  }, [desk]);
  return (
    <section className="aim" aria-label="Choosing words for a mark">
      <p className="aim-words">{asked}</p>
      <div className="aim-buttons">
        {/* The press must not take the selection away from the text. */}
        <span onPointerDown={(event) => event.preventDefault()}>
          <Button size="small" tone="primary" isDisabled={empty} onPress={takeWords}>
            {take} <Keys keys="Enter" />
          </Button>
        </span>
        <Button size="small" onPress={() => endAim(margin)}>
          Cancel <Keys keys="Escape" />
        </Button>
      </div>
    </section>
  );
}

function endAim(margin: Margin): void {
  margin.aim.set(null);
  margin.editor.get()?.focus();
}

/** Before the text itself gets them: Enter there would write a line. */
function useAimKeys(margin: Margin, editor: ArticleEditor, takeWords: () => void): void {
  const latest = useRef(takeWords);
  useEffect(() => {
    latest.current = takeWords;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inText = editor.view.dom.contains(event.target as Node);
      const takes = event.key === 'Enter' && inText && !event.isComposing;
      if (!takes && event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      if (takes) latest.current();
      else endAim(margin);
    };
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, [margin, editor]);
}
