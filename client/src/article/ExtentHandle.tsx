import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import type { ArticleEditor, End } from '../editor/index.ts';
import { clip, dropReshaped, type Entry, keepReshaped, lookOf, nudgeEnd } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { announce, chordOf } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { extentDeedOf } from './extent-keys.ts';
import { useExtentDrag } from './use-extent-drag.ts';

interface ExtentHandleProps {
  readonly desk: Desk;
  readonly editor: ArticleEditor;
  readonly entry: Entry;
  readonly end: End;
  /** Where the edge is. */
  readonly style: CSSProperties;
}

/** As many UTF-16 units of the words at an end are told to who cannot see them. */
const TOLD = 40;

/** One end of a mark: dragged, or moved by keys; changed at last by one command. */
export function ExtentHandle({ desk, editor, entry, end, style }: ExtentHandleProps) {
  const { margin, session } = desk;
  const element = useRef<HTMLButtonElement>(null);
  const startDrag = useExtentDrag(desk, editor, entry.id, end);
  const grabbed = useStore(margin.grabbed) === end;
  useEffect(() => {
    if (!grabbed) return;
    element.current?.focus({ preventScroll: true });
    margin.grabbed.set(null);
  }, [grabbed, margin]);
  useStore(editor.reshaped);

  const takeKey = (event: KeyboardEvent) => {
    const deed = extentDeedOf(chordOf(event.nativeEvent), isRightToLeft(editor, entry.id, end));
    if (!deed) return;
    event.preventDefault();
    if (deed.does === 'nudge') nudgeEnd(margin, entry.id, end, deed.unit, deed.step);
    else finish(desk, deed.does);
  };
  const pieces = editor.piecesOf(entry.id);
  const offset = (end === 'start' ? pieces[0]?.start : pieces.at(-1)?.end) ?? 0;
  return (
    <button
      ref={element}
      type="button"
      role="slider"
      className="extent-handle"
      data-end={end}
      style={style}
      aria-label={`${end === 'start' ? 'Start' : 'End'} of the ${lookOf(desk.session, entry).name.toLowerCase()}`}
      aria-valuemin={0}
      aria-valuemax={session.linearText().length}
      aria-valuenow={offset}
      aria-valuetext={wordsAt(editor, session.linearText(), entry.id, end)}
      aria-description="Arrow keys move it, with Ctrl by words, up and down by sentences; Enter keeps, Escape leaves it as it was"
      onPointerDown={startDrag}
      onKeyDown={takeKey}
      onBlur={(event) => {
        if (!isHandle(event.relatedTarget)) keepReshaped(margin);
      }}
    />
  );
}

/** From one end to the other the change is still the same one. */
function isHandle(element: EventTarget | null): boolean {
  return element instanceof Element && element.classList.contains('extent-handle');
}

/** Keeps or drops what was moved and gives the keyboard back to the text. */
function finish({ margin }: Desk, does: 'keep' | 'drop'): void {
  const changed = does === 'keep' ? keepReshaped(margin) : dropReshaped(margin);
  if (changed) announce(does === 'keep' ? 'The mark covers other words now' : 'The mark is as it was');
  margin.editor.get()?.focus();
}

/** Whether the line at an end of a mark runs from right to left. */
function isRightToLeft({ view }: ArticleEditor, id: string, end: End): boolean {
  const drawn = [...view.dom.querySelectorAll(`mark[data-mark="${CSS.escape(id)}"]`)];
  return drawn.at(end === 'start' ? 0 : -1)?.matches(':dir(rtl)') ?? false;
}

function wordsAt(editor: ArticleEditor, text: string, id: string, end: End): string {
  const pieces = editor.piecesOf(id);
  const piece = end === 'start' ? pieces[0] : pieces.at(-1);
  if (!piece) return '';
  const words = text.slice(piece.start, piece.end);
  if (words.length <= TOLD) return words;
  return end === 'start' ? clip(words, TOLD) : `…${words.slice(-TOLD).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
