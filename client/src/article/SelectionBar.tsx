import type { GuideLabel, Label } from '@assay/shared/model';
import { autoUpdate, flip, hide, offset, shift, useFloating } from '@floating-ui/react';
import BookOpen from 'lucide-react/icons/book-open';
import MessageSquarePlus from 'lucide-react/icons/message-square-plus';
import { type ReactNode, useEffect, useState } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { Focusable } from 'react-aria-components/Tooltip';
import type { ArticleEditor } from '../editor/index.ts';
import { clip, digitOf, offeredLabels } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { buttonClass, classes, Keys, LabelTag, Tooltip } from '../ui/index.ts';
import type { Desk } from './desk.ts';
import { commentHere, markSelection } from './marking.ts';
import { Precedents } from './Precedents.tsx';
import { useMedia } from './use-media.ts';
import { useNewestGuide } from './use-newest-guide.ts';
import './SelectionBar.css';

/** A selection must rest this long, in milliseconds, before the bar comes. */
const REST = 120;

/** Claim, Quote, Speculation, Comment at the selected words. On touch it stands at the foot of the screen. */
export function SelectionBar({ desk }: { readonly desk: Desk }) {
  const editor = useStore(desk.margin.editor);
  return editor && <BarOf desk={desk} editor={editor} />;
}

function BarOf({ desk, editor }: { readonly desk: Desk; readonly editor: ArticleEditor }) {
  const { session, margin } = desk;
  useStore(session.rights);
  const newest = useNewestGuide(useStore(session.guide));
  const selection = useStore(editor.selection);
  const settled = useStore(desk.settledSelection);
  useEffect(() => {
    if (selection.empty) desk.settledSelection.set(null);
  }, [selection, desk]);
  const composing = useStore(margin.composing);
  const aiming = useStore(margin.aim) !== null;
  const resting = useRestingSelection(editor);
  const mayMark = session.may('annotation.create');
  const mayComment = session.may('comment.add');
  const touch = useMedia('(pointer: coarse)');
  const wanted = resting && !selection.empty && settled !== selection.text && !composing && !aiming;
  if (!wanted || (!mayMark && !mayComment)) return null;
  const Place = touch ? Docked : Floating;
  return (
    <Place desk={desk} editor={editor}>
      <Toolbar
        className="selection-bar"
        aria-label="Mark the selected words"
        // The press must not take the selection away from the text.
        onMouseDown={(event) => event.preventDefault()}
      >
        {mayMark &&
          offeredLabels(session).map((label, i) => (
            <BarButton
              key={label.id}
              keys={digitOf(i) ?? label.key}
              hint={hintOf(label)}
              act={() => markSelection(desk, label.id)}
            >
              <LabelTag label={label} />
            </BarButton>
          ))}
        {mayMark && (
          <BarButton keys="g" name="Open the label guide" act={() => desk.guideOpen.set({ about: null })}>
            <BookOpen className="icon" aria-hidden="true" />
          </BarButton>
        )}
        {mayComment && (
          <BarButton keys="m" act={() => commentHere(desk)}>
            <MessageSquarePlus className="icon" aria-hidden="true" /> Comment
          </BarButton>
        )}
      </Toolbar>
      {mayMark && <Precedents guide={newest} words={selection.text} />}
    </Place>
  );
}

/** What takes the label, in as many words as can be read in passing; the guide has them all. */
function hintOf(label: Label | GuideLabel): string {
  return clip('definition' in label && label.definition ? label.definition : label.question, 320);
}

interface BarButtonProps {
  readonly keys: string;
  /** Said instead of what stands in it. */
  readonly name?: string;
  /** What it does, at length: shown when the pointer or the keyboard rests on it. */
  readonly hint?: string;
  act(): void;
  readonly children: ReactNode;
}

function BarButton({ keys, name, hint, act, children }: BarButtonProps) {
  const button = (
    // Not one of React Aria's, which would take the keyboard away from the text when it is pressed.
    <button
      type="button"
      className={classes(buttonClass('plain', 'small'), 'selection-button')}
      onClick={act}
      aria-label={name}
    >
      {children}
      <span className="selection-key" aria-hidden="true">
        <Keys keys={keys} />
      </span>
    </button>
  );
  if (!hint) return button;
  return (
    <Tooltip text={hint} placement="top">
      <Focusable>{button}</Focusable>
    </Tooltip>
  );
}

interface PlaceProps {
  readonly desk: Desk;
  readonly editor: ArticleEditor;
  readonly children: ReactNode;
}

function Floating({ editor, children }: PlaceProps) {
  const [, moved] = useState(0);
  const { refs, floatingStyles, middlewareData } = useFloating({
    placement: sideOf(editor),
    strategy: 'fixed',
    middleware: [offset(8), flip({ padding: 64 }), shift({ boundary: editor.view.dom }), hide()],
    whileElementsMounted: (reference, floating, update) =>
      autoUpdate(reference, floating, update, { layoutShift: false }),
  });
  useEffect(() => {
    refs.setPositionReference({
      getBoundingClientRect: () => editor.selectionRectangle() ?? new DOMRect(),
      contextElement: editor.view.dom,
    });
    return editor.layoutVersion.subscribe(() => moved((n) => n + 1));
  }, [refs, editor]);
  const away = middlewareData.hide?.referenceHidden ?? false;
  return (
    <div ref={refs.setFloating} className="selection-place" style={floatingStyles} hidden={away}>
      {children}
    </div>
  );
}

/** Over the last line selected; under it when the words before it on the screen are selected too: they stay in view. */
function sideOf({ view }: ArticleEditor): 'top' | 'bottom' {
  const { anchor, head } = view.state.selection;
  return view.coordsAtPos(anchor).top < view.coordsAtPos(head, -1).top ? 'bottom' : 'top';
}

function Docked({ desk, children }: PlaceProps) {
  useEffect(() => {
    desk.barDocked.set(true);
    return () => desk.barDocked.set(false);
  }, [desk]);
  return <div className="selection-place selection-docked">{children}</div>;
}

/** True while the text, or the bar itself, has the keyboard and its selection was left alone for a moment. */
function useRestingSelection(editor: ArticleEditor): boolean {
  const [resting, setResting] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let held = false;
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => setResting(!held && !editor.selection.get().empty && hasKeyboard(editor)),
        REST,
      );
    };
    const press = () => {
      held = true;
      setResting(false);
    };
    const release = () => {
      held = false;
      settle();
    };
    const text = editor.view.dom;
    const stop = editor.selection.subscribe(settle);
    const listeners = new AbortController();
    const { signal } = listeners;
    text.addEventListener('pointerdown', press, { signal });
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, release, { signal });
    for (const type of ['focusin', 'focusout']) addEventListener(type, settle, { signal });
    return () => {
      clearTimeout(timer);
      stop();
      listeners.abort();
    };
  }, [editor]);
  return resting;
}

function hasKeyboard({ view }: ArticleEditor): boolean {
  return view.hasFocus() || Boolean(document.activeElement?.closest('.selection-bar'));
}
