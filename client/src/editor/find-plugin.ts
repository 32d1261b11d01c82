import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type FindQuery, findInBlocks } from './find-words.ts';
import type { Span } from './positions.ts';

/** What is looked for and where it stands. Invariant: `found` is what `findInBlocks` finds in the whole document. */
export interface FindState {
  readonly query: FindQuery | null;
  readonly found: readonly Span[];
  /** Which of them one is at; -1 when there is none. */
  readonly current: number;
  readonly drawn: DecorationSet;
}

type FindAction =
  | { readonly type: 'search'; readonly query: FindQuery | null; readonly from: number }
  | { readonly type: 'go'; readonly to: number };

const NOTHING: FindState = { query: null, found: [], current: -1, drawn: DecorationSet.empty };

const key = new PluginKey<FindState>('assay-find');

export function findStateOf(state: EditorState): FindState {
  return key.getState(state) ?? NOTHING;
}

export function withFind(tr: Transaction, action: FindAction): Transaction {
  return tr.setMeta(key, action).setMeta('addToHistory', false);
}

function draw({ from, to }: Span): Decoration {
  return Decoration.inline(from, to, { class: 'assay-found' });
}

/** The first at or behind a position, else the first of all. */
function firstFrom(found: readonly Span[], position: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (found[middle]!.from < position) low = middle + 1;
    else high = middle;
  }
  return found.length === 0 ? -1 : low % found.length;
}

function search(query: FindQuery | null, from: number, doc: Node): FindState {
  if (!query || query.words === '') return NOTHING;
  const found = findInBlocks(doc, 0, doc.content.size, query);
  return { query, found, current: firstFrom(found, from), drawn: DecorationSet.create(doc, found.map(draw)) };
}

/** The blocks that a transaction touched, by their edges in the document after it; null when no text changed. */
function touchedBlocks({ mapping, doc }: Transaction): Span | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const map of mapping.maps) {
    if (to >= from) [from, to] = [map.map(from, -1), map.map(to, 1)];
    map.forEach((_start, _end, start, end) => {
      from = Math.min(from, start);
      to = Math.max(to, end);
    });
  }
  if (from > to) return null;
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  return { from: $from.depth > 0 ? $from.before(1) : from, to: $to.depth > 0 ? $to.after(1) : to };
}

/** Looks again in the touched blocks alone; what stands elsewhere only moves. */
function followed(before: FindState, tr: Transaction): FindState {
  const { query } = before;
  const touched = query && touchedBlocks(tr);
  if (!query || !touched) return before;
  const delta = tr.doc.content.size - tr.before.content.size;
  const fresh = findInBlocks(tr.doc, touched.from, touched.to, query);
  const found = [
    ...before.found.filter(({ to }) => to <= touched.from),
    ...fresh,
    ...before.found
      .filter(({ from }) => from + delta >= touched.to)
      .map(({ from, to }) => ({ from: from + delta, to: to + delta })),
  ];
  const drawn = before.drawn.map(tr.mapping, tr.doc);
  const at = before.found[before.current];
  return {
    query,
    found,
    current: firstFrom(found, at ? tr.mapping.map(at.from, -1) : 0),
    drawn: drawn.remove(drawn.find(touched.from, touched.to)).add(tr.doc, fresh.map(draw)),
  };
}

/** Draws what was found, and follows every edit at the cost of the blocks that it touches. */
export function findPlugin(): Plugin<FindState> {
  return new Plugin<FindState>({
    key,
    state: {
      init: () => NOTHING,
      apply(tr, before) {
        const now = tr.docChanged ? followed(before, tr) : before;
        const action = tr.getMeta(key) as FindAction | undefined;
        if (action?.type === 'search') return search(action.query, action.from, tr.doc);
        return action ? { ...now, current: action.to } : now;
      },
    },
    props: {
      decorations(state) {
        const { drawn, found, current } = findStateOf(state);
        const at = found[current];
        return at
          ? drawn.add(state.doc, [Decoration.inline(at.from, at.to, { class: 'assay-found-current' })])
          : drawn;
      },
    },
  });
}
