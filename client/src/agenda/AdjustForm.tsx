import type { TextRange } from '@assay/shared/model';
import { useEffect, useState } from 'react';
import { type End, nudged, type Pieces, piecesOf, samePieces } from '../editor/index.ts';
import { clip } from '../margin/index.ts';
import { useStore } from '../store/index.ts';
import { Button } from '../ui/index.ts';
import { settle } from './acts.ts';
import type { ItemProps } from './item-props.ts';
import { useAgendaDesk } from './use-agenda.ts';

/**
 * Says the words anew: from the selection in the text, or by moving an end word by word, drawn in the text meanwhile.
 * More selections make a split of it.
 */
export function AdjustForm({ entry, variants }: ItemProps) {
  const desk = useAgendaDesk();
  const editor = useStore(desk.margin.editor);
  const text = desk.session.linearText();
  const [spans, setSpans] = useState<readonly Pieces[]>([variants[0]?.pieces ?? []]);
  const [last] = spans.slice(-1);
  const drawn = entry.group.marks[0];
  useEffect(() => {
    if (drawn && last && last.length > 0) editor?.reshape({ id: drawn, pieces: last });
    return () => editor?.reshape(null);
  }, [editor, drawn, last]);
  if (!editor) return null;
  const replaceLast = (pieces: Pieces) => setSpans([...spans.slice(0, -1), pieces]);
  const selected = (): readonly TextRange[] => piecesOf(text, editor.selection.get().ranges);
  const add = (pieces: Pieces) => {
    if (!spans.some((known) => samePieces(known, pieces))) setSpans([...spans, pieces]);
  };
  const nudge = (end: End, step: 1 | -1) => replaceLast(nudged(text, last ?? [], end, 'word', step));
  const keep = () => {
    const held = spans
      .filter((pieces) => pieces.length > 0)
      .map((pieces) => ({ label: entry.group.label, ranges: [...editor.hold(pieces)], attributes: {} }));
    const attributes = commonAttributes(variants);
    const full = held.map((span) => ({ ...span, attributes }));
    void settle(desk, entry.group.id, { outcome: full.length > 1 ? 'split' : 'adjusted', spans: full });
  };
  return (
    <fieldset className="decide-form" aria-label="Other words">
      <ol className="adjust-spans">
        {spans.map((pieces) => (
          <li key={JSON.stringify(pieces)} dir="auto">
            {clip(wordsOf(text, pieces), 240) || 'Select the words in the text.'}
          </li>
        ))}
      </ol>
      <div className="decide-buttons">
        <span className="adjust-end">
          Beginning
          <Button size="small" aria-label="Begin a word earlier" onPress={() => nudge('start', -1)}>
            ←
          </Button>
          <Button size="small" aria-label="Begin a word later" onPress={() => nudge('start', 1)}>
            →
          </Button>
        </span>
        <span className="adjust-end">
          End
          <Button size="small" aria-label="End a word earlier" onPress={() => nudge('end', -1)}>
            ←
          </Button>
          <Button size="small" aria-label="End a word later" onPress={() => nudge('end', 1)}>
            →
          </Button>
        </span>
      </div>
      {/* The press must not take the selection away from the text. */}
      <div className="decide-buttons" onPointerDown={(event) => event.preventDefault()}>
        <TakeSelection name="Take the selection" take={() => replaceLast(selected())} />
        <TakeSelection name="Add it as another span" take={() => add(selected())} />
        {spans.length > 1 && (
          <Button size="small" tone="plain" onPress={() => setSpans(spans.slice(0, -1))}>
            Remove the last
          </Button>
        )}
      </div>
      <Button size="small" tone="primary" isDisabled={(last ?? []).length === 0} onPress={keep}>
        {spans.length > 1 ? `Settle as ${spans.length} spans` : 'Settle on these words'}
      </Button>
    </fieldset>
  );
}

function TakeSelection({ name, take }: { readonly name: string; take(): void }) {
  const { margin } = useAgendaDesk();
  const editor = useStore(margin.editor);
  return editor && <TakeButton editor={editor} name={name} take={take} />;
}

interface TakeButtonProps {
  readonly editor: NonNullable<ReturnType<ReturnType<typeof useAgendaDesk>['margin']['editor']['get']>>;
  readonly name: string;
  take(): void;
}

function TakeButton({ editor, name, take }: TakeButtonProps) {
  const empty = useStore(editor.selection, (selection) => selection.empty);
  return (
    <Button size="small" isDisabled={empty} onPress={take}>
      {name}
    </Button>
  );
}

function wordsOf(text: string, pieces: Pieces): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' … ');
}

/** What all variants say alike; where they differ, what to keep is not decided by the words. */
function commonAttributes(variants: ItemProps['variants']) {
  const [first] = variants;
  const all = Object.entries(first?.marks[0]?.attributes ?? {});
  // Places in the article are left out: they are said as a mark's own place is, not as it is kept.
  return Object.fromEntries(
    all.flatMap(([name, value]) =>
      first!.differing.includes(name) || isPlace(value) ? [] : [[name, value]],
    ),
  );
}

function isPlace(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ranges' in value;
}
