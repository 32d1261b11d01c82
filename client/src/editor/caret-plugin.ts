import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { RemoteCaret } from './caret-state.ts';
import { forEachBlockPart } from './positions.ts';

/** A caret with where it stands in the document. */
export interface PlacedCaret {
  readonly caret: RemoteCaret;
  readonly anchor: number;
  readonly head: number;
}

interface CaretsAction {
  /** Everything drawn for these clients is taken off, then `placed` is drawn. */
  readonly clients: ReadonlySet<number>;
  readonly placed: readonly PlacedCaret[];
}

const caretsKey = new PluginKey<DecorationSet>('assay-carets');

export function withCarets(tr: Transaction, action: CaretsAction): Transaction {
  return tr.setMeta(caretsKey, action).setMeta('addToHistory', false);
}

function caretElement({ name, colour }: RemoteCaret): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'assay-caret';
  caret.setAttribute('aria-hidden', 'true');
  caret.style.setProperty('--caret-colour', colour);
  const label = document.createElement('span');
  label.className = 'assay-caret-name';
  // Also keeps the name out of what decides the direction of the block it stands in.
  label.dir = 'auto';
  label.textContent = name;
  caret.append(label);
  return caret;
}

function decorationsOf(doc: Node, { caret, anchor, head }: PlacedCaret): Decoration[] {
  const { client, colour } = caret;
  const key = `${client} ${caret.anchor} ${caret.head} ${caret.name} ${colour}`;
  const drawn = [
    Decoration.widget(head, () => caretElement(caret), {
      key,
      client,
      side: -1,
      ignoreSelection: true,
      marks: [],
    }),
  ];
  const span = { from: Math.min(anchor, head), to: Math.max(anchor, head) };
  // Safe as text: the colour was checked to be six hexadecimal digits.
  const attributes = { class: 'assay-remote-selection', style: `--caret-colour: ${colour}` };
  forEachBlockPart(doc, span, ({ from, to }) =>
    drawn.push(Decoration.inline(from, to, attributes, { client })),
  );
  return drawn;
}

function applyAction(set: DecorationSet, { clients, placed }: CaretsAction, doc: Node): DecorationSet {
  const old = set.find(undefined, undefined, (spec) => clients.has(spec.client));
  return set.remove(old).add(
    doc,
    placed.flatMap((one) => decorationsOf(doc, one)),
  );
}

/** Draws other people's carets and selections. */
export function caretsPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: caretsKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const set = tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
        const action: CaretsAction | undefined = tr.getMeta(caretsKey);
        return action ? applyAction(set, action, tr.doc) : set;
      },
    },
    props: { decorations: (state: EditorState) => caretsKey.getState(state) },
  });
}
