import { type CSSProperties, useEffect, useRef, useState } from 'react';
import type { ArticleEditor, End } from '../editor/index.ts';
import { type Entry, keepReshaped, rightsOn, useLooks } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import type { Desk } from './desk.ts';
import { ExtentHandle } from './ExtentHandle.tsx';
import './ExtentHandles.css';

const ENDS: readonly End[] = ['start', 'end'];

/** At both ends of the own mark in focus, something to take hold of. */
export function ExtentHandles({ desk }: { readonly desk: Desk }) {
  const { margin, session } = desk;
  useStore(session.rights);
  const editor = useStore(margin.editor);
  const card = useStore(margin.focused);
  const focused = useStore(margin.member) ?? card;
  const entry = useStore(margin.entries, () => (focused === null ? null : margin.entry(focused)));
  if (!editor || !entry || entry.status === 'orphaned' || !rightsOn(session, entry).reshape) return null;
  return <Handles key={entry.id} desk={desk} editor={editor} entry={entry} />;
}

interface HandlesProps {
  readonly desk: Desk;
  readonly editor: ArticleEditor;
  readonly entry: Entry;
}

function Handles({ desk, editor, entry }: HandlesProps) {
  const layer = useRef<HTMLDivElement>(null);
  const edges = useEdges(editor, entry.id, layer);
  const { margin } = desk;
  const look = useLooks()(entry);
  // What was moved and not yet kept is kept when one goes on to another mark.
  useEffect(() => () => void keepReshaped(margin), [margin]);
  return (
    <div
      ref={layer}
      className="extent-layer"
      data-label={entry.label ?? undefined}
      data-hue={look.hue}
      data-line={look.line}
    >
      {ENDS.map((end) => {
        const edge = edges?.[end];
        return (
          edge && <ExtentHandle key={end} desk={desk} editor={editor} entry={entry} end={end} style={edge} />
        );
      })}
    </div>
  );
}

type Edges = Readonly<Record<End, CSSProperties>>;

/** Where the ends stand, counted from the layer; measured again whenever a line or the mark may have moved. */
function useEdges(
  editor: ArticleEditor,
  id: string,
  layer: React.RefObject<HTMLElement | null>,
): Edges | null {
  const [edges, setEdges] = useState<Edges | null>(null);
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      frame = 0;
      const origin = layer.current?.getBoundingClientRect();
      const [start, end] = ENDS.map((one) => editor.edgeOf(id, one));
      setEdges(origin && start && end ? { start: boxIn(origin, start), end: boxIn(origin, end) } : null);
    };
    const measureSoon = () => {
      frame ||= requestAnimationFrame(measure);
    };
    const stops = [editor.layoutVersion, editor.placed, editor.reshaped].map((store) =>
      store.subscribe(measureSoon),
    );
    measureSoon();
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [editor, id, layer]);
  return edges;
}

function boxIn(origin: DOMRect, { left, top, height }: DOMRect): CSSProperties {
  return { left: left - origin.left, top: top - origin.top, height };
}
