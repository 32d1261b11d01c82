import { schema } from '@assay/shared/article';
import { chainCommands } from 'prosemirror-commands';
import { keydownHandler } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { type Command, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { AddMarkStep, RemoveMarkStep, ReplaceStep } from 'prosemirror-transform';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import {
  breakInCell,
  crossesCells,
  deleteAcrossCells,
  pasteIntoCell,
  stepOverCellEdge,
  toCell,
  typeAcrossCells,
} from './cell-commands.ts';
import { changeOf } from './document-change.ts';

interface PlacedCell {
  readonly node: Node;
  readonly pos: number;
}

/** Neighbouring cells of one table. */
function tablesOf(doc: Node): PlacedCell[][] {
  const tables: PlacedCell[][] = [];
  let before: Node | null = null;
  doc.forEach((node, pos) => {
    if (node.type === schema.nodes.cell) {
      if (before?.type !== node.type || before.attrs.table !== node.attrs.table) tables.push([]);
      tables[tables.length - 1]!.push({ node, pos });
    }
    before = node;
  });
  return tables;
}

/** How wide each cell is and where its row begins: what the style sheet needs to set a row of blocks as a grid. */
function gridOf(cells: readonly PlacedCell[]): Decoration[] {
  const cols = Math.max(...cells.map(({ node }) => node.attrs.col + 1));
  const lastRow = cells[cells.length - 1]!.node.attrs.row;
  return cells.map(({ node, pos }, i) => {
    const before = cells[i - 1]?.node.attrs;
    const { row, col } = node.attrs;
    const begins = !before || before.row !== row || before.col >= col;
    const skipped = begins ? col : col - before.col - 1;
    const classes = ['assay-cell', begins ? 'assay-row-start' : '', row === lastRow ? 'assay-last-row' : ''];
    return Decoration.node(pos, pos + node.nodeSize, {
      class: classes.filter(Boolean).join(' '),
      style: `--cols: ${cols}; --skipped: ${skipped}`,
    });
  });
}

function drawn(doc: Node): DecorationSet {
  return DecorationSet.create(doc, tablesOf(doc).flatMap(gridOf));
}

function isOnlyWords(tr: Transaction): boolean {
  const inText = tr.steps.every(
    (step) => step instanceof ReplaceStep || step instanceof AddMarkStep || step instanceof RemoveMarkStep,
  );
  return inText && !changeOf(tr)?.structural;
}

const key = new PluginKey<DecorationSet>('assay-cells');

const onKeyDown = keydownHandler({
  Enter: breakInCell,
  Tab: toCell(1),
  'Shift-Tab': toCell(-1),
  Backspace: chainCommands(deleteAcrossCells, stepOverCellEdge(-1)),
  'Shift-Backspace': chainCommands(deleteAcrossCells, stepOverCellEdge(-1)),
  'Mod-Backspace': chainCommands(deleteAcrossCells, stepOverCellEdge(-1)),
  Delete: chainCommands(deleteAcrossCells, stepOverCellEdge(1)),
  'Mod-Delete': chainCommands(deleteAcrossCells, stepOverCellEdge(1)),
});

/** Tables: their cells as a grid, and keys, typing, cut and paste that leave the grid whole. */
export function cellsPlugin(mayChange: () => boolean): Plugin<DecorationSet> {
  const run = (command: Command, view: EditorView) => mayChange() && command(view.state, view.dispatch, view);
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => drawn(doc),
      apply(tr, before) {
        if (!tr.docChanged) return before;
        return isOnlyWords(tr) ? before.map(tr.mapping, tr.doc) : drawn(tr.doc);
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: (view, event) => mayChange() && onKeyDown(view, event),
      handleTextInput: (view, _from, _to, text) => run(typeAcrossCells(text), view),
      handlePaste: (view, _event, slice) => run(pasteIntoCell(slice), view),
      handleDOMEvents: { cut: (view, event) => mayChange() && cutAcross(view, event) },
    },
  });
}

function cutAcross(view: EditorView, event: ClipboardEvent): boolean {
  if (!crossesCells(view.state) || !event.clipboardData) return false;
  const { dom, text } = view.serializeForClipboard(view.state.selection.content());
  event.clipboardData.clearData();
  event.clipboardData.setData('text/html', dom.innerHTML);
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
  return deleteAcrossCells(view.state, view.dispatch);
}
