import { quietFormatting, readBlocks } from '@assay/shared/article';
import type { Node } from 'prosemirror-model';
import { type EditorState, type Plugin, type Selection, TextSelection, Transaction } from 'prosemirror-state';
import { Transform } from 'prosemirror-transform';
import * as Y from 'yjs';
import { applyRegions, mapIndex, replaceDifference } from './apply-regions.ts';
import { BlockTable } from './block-table.ts';
import { agrees, childrenOf, rowOf } from './blocks.ts';
import type { Flag } from './flag.ts';
import { type HeldSelection, TextHistory } from './history.ts';
import { type StepChange, stepChanges, wholeChange } from './local-changes.ts';
import { asRemote, type BoundView, bindingPlugin, unwrittenSince } from './plugin.ts';
import { positionToRelative, relativeToPosition } from './positions.ts';
import type { Region } from './region.ts';
import { changedRegions, UnknownMarkerError } from './remote-changes.ts';
import { edgesOf, keepSelection, type SelectionEdge } from './selection.ts';
import { writeChange, writeMissingMarkers } from './write-changes.ts';

/** This version cannot bind the text: it is no Y.Text in a document. */
export class UnbindableTextError extends Error {
  override readonly name = 'UnbindableTextError';
}

export interface ArticleBindingOptions {
  /** Whether the person may change the text now. While false nothing is ever written, not even a repair. */
  mayWrite(): boolean;
  /** Edits closer together than this many milliseconds are undone together; 500 when left out. */
  readonly captureTimeout?: number;
}

/** The origin of repairs, which no undo takes back. */
const REPAIR = Symbol('repair');

/**
 * Holds a Y.Text and a ProseMirror document together.
 *
 * 1. After every transaction of either side, `doc` is what the Y.Text decodes to.
 * 2. The Y.Text is written only after the view has committed, in one Yjs transaction, by exactly what the steps say.
 * 3. What arrives is shown by the smallest steps, so that `tr.mapping` is true; only touched blocks are read.
 * 4. While `mayWrite()` is false nothing is written.
 *
 * The plugin has to be the first of the editor's, so that nothing comes between a commit and its writing.
 */
export class ArticleBinding {
  readonly plugin: Plugin;
  readonly #text: Y.Text;
  readonly #document: Y.Doc;
  readonly #mayWrite: () => boolean;
  readonly #history: TextHistory;
  readonly #stops: (() => void)[];
  #view: BoundView | null = null;
  #doc: Node;
  /** The blocks of `#doc` with their markers. */
  #blocks: BlockTable;
  #lastWritten: Transaction | null = null;
  /** The document whose writing is under way. */
  #writing: Node | null = null;

  /** Throws `UnbindableTextError` when `text` is no Y.Text of a document. Writes nothing. */
  constructor(text: Y.Text, options: ArticleBindingOptions) {
    if (!(text instanceof Y.Text) || !text.doc)
      throw new UnbindableTextError('The article is no text in a document.');
    this.#text = text;
    this.#document = text.doc;
    this.#mayWrite = () => options.mayWrite();
    this.#blocks = new BlockTable(readBlocks(text));
    this.#doc = rowOf(this.#blocks.nodes());
    this.#history = new TextHistory(text, this, options.captureTimeout ?? 500);
    const observe = (_events: unknown, transaction: Y.Transaction) => this.#observe(transaction);
    text.observeDeep(observe);
    this.#stops = [
      () => text.unobserveDeep(observe),
      quietFormatting(this.#document),
      () => this.#history.destroy(),
    ];
    this.plugin = bindingPlugin({
      lastWritten: () => this.#lastWritten,
      mayWrite: this.#mayWrite,
      attach: (view) => this.#attach(view),
    });
  }

  /** The Y.Text that is bound. */
  get text(): Y.Text {
    return this.#text;
  }

  /** The document last agreed with the Y.Text. An editor begins with it. */
  get doc(): Node {
    return this.#doc;
  }

  get canUndo(): Flag {
    return this.#history.canUndo;
  }

  get canRedo(): Flag {
    return this.#history.canRedo;
  }

  /** Takes back the person's own last step and puts the selection where it was before it. False: nothing done. */
  undo(): boolean {
    return this.#mayWrite() && this.#goBackTo(this.#history.undo(this.#hold(this.#view?.state.selection)));
  }

  redo(): boolean {
    return this.#mayWrite() && this.#goBackTo(this.#history.redo(this.#hold(this.#view?.state.selection)));
  }

  /** The next edit begins a step of its own for undo. */
  stopCapturing(): void {
    this.#history.stopCapturing();
  }

  /**
   * A position of `doc` held by identity: association 0 by the character after it, -1 by the one before. Walks one
   * block. Throws a RangeError outside the document.
   */
  toRelative(position: number, assoc: 0 | -1): Y.RelativePosition {
    return positionToRelative(this.#text, this.#blocks, position, assoc);
  }

  /**
   * Where a relative position stands in `doc`; null when its character is not known here. Walks one block. With
   * `followUndone` a character that this person's own undo has brought back is found, which others do not see so.
   */
  toPosition(relative: Y.RelativePosition, options: { readonly followUndone?: boolean } = {}): number | null {
    return relativeToPosition(this.#text, this.#blocks, relative, options.followUndone ?? false);
  }

  destroy(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#view = null;
  }

  #attach(view: BoundView) {
    this.#view = view;
    if (view.state.doc !== this.#doc) this.#show(null);
    return {
      update: (_view: BoundView, before: EditorState) => this.#write(before),
      destroy: () => {
        this.#view = null;
      },
    };
  }

  /** Writes what the view has committed since the last time. */
  #write(before: EditorState): void {
    const state = this.#view?.state;
    if (!state || this.#writing || state.doc === this.#doc) return;
    const changes = this.#changesTo(state);
    if (this.#mayWrite()) {
      if (this.#history.beginsStep) this.#history.noteSelection(this.#hold(before.selection));
      this.#writeMissingMarkers();
      this.#writeChanges(changes, state.doc);
    }
    // Nothing was written, or not what the view shows (half a surrogate pair): the Y.Text is right.
    if (this.#view && this.#view.state.doc !== this.#doc) this.#show(null);
  }

  #changesTo(state: EditorState): StepChange[] {
    const transactions = unwrittenSince(this.#lastWritten, state);
    this.#lastWritten = transactions.at(-1) ?? this.#lastWritten;
    const known = transactions[0]?.before === this.#doc && transactions.at(-1)?.doc === state.doc;
    // Otherwise somebody has put a state of their own into the view.
    return known ? transactions.flatMap(stepChanges) : [wholeChange(this.#doc, state.doc)];
  }

  #writeMissingMarkers(): void {
    if (!this.#blocks.missing) return;
    const markers = this.#blocks.markers();
    this.#document.transact(() => writeMissingMarkers(this.#text, this.#doc, markers), REPAIR);
    // Read anew: formats that began in front of the first words begin behind the new marker.
    this.#blocks = new BlockTable(readBlocks(this.#text));
  }

  #writeChanges(changes: readonly StepChange[], doc: Node): void {
    const markers = this.#blocks.markers() as Y.Map<unknown>[];
    const [known, blocks] = [this.#doc, this.#blocks];
    this.#writing = doc;
    try {
      this.#document.transact(() => {
        for (const [i, change] of changes.entries()) {
          const counted = i === 0 && change.before === known;
          writeChange(this.#text, markers, change, counted ? blocks : undefined);
        }
      }, this);
    } finally {
      this.#writing = null;
    }
  }

  #observe(transaction: Y.Transaction): void {
    if (transaction.origin === REPAIR) return;
    const regions = this.#regionsOf(transaction);
    if (transaction.origin === this && this.#writing) this.#agree(regions, this.#writing);
    else this.#show(regions);
  }

  /** Compares what was written with what is shown, in the touched blocks. */
  #agree(regions: readonly Region[] | null, shown: Node): void {
    this.#writing = null;
    if (!regions || !agrees(shown, regions) || !this.#fits(shown, regions)) return;
    this.#doc = shown;
    this.#blocks.take(regions);
  }

  #regionsOf(transaction: Y.Transaction): Region[] | null {
    try {
      return changedRegions(this.#text, transaction, this.#blocks);
    } catch (error) {
      if (error instanceof UnknownMarkerError) return null;
      throw error;
    }
  }

  /** Shows what the Y.Text says: in the regions, or everywhere when they are not known. */
  #show(regions: readonly Region[] | null): void {
    let tr: Transform | Transaction = this.#begin();
    const edges = this.#view ? edgesOf(this.#view.state) : [];
    const moved = regions && tr.doc === this.#doc && this.#showRegions(tr, regions, edges);
    if (!moved) {
      tr = this.#begin();
      this.#blocks = new BlockTable(readBlocks(this.#text));
      replaceDifference(tr, 0, childrenOf(tr.doc, 0, tr.doc.childCount), this.#blocks.nodes());
    }
    this.#doc = tr.doc;
    if (!(tr instanceof Transaction) || !this.#view || !tr.docChanged) return;
    const { mapping } = tr;
    const mapped = () => edges.map(({ position, side }) => mapping.map(position, side));
    keepSelection(tr, this.#view.state, moved || mapped());
    this.#view.dispatch(asRemote(tr));
  }

  #begin(): Transform | Transaction {
    return this.#view ? this.#view.state.tr : new Transform(this.#doc);
  }

  /** Where the edges of the selection are then; false when the regions do not lead to what the Y.Text holds. */
  #showRegions(
    tr: Transform,
    regions: readonly Region[],
    edges: readonly SelectionEdge[],
  ): readonly number[] | false {
    applyRegions(tr, this.#blocks, regions);
    if (!this.#fits(tr.doc, regions)) return false;
    const indexes = edges.map(({ position, side }) =>
      mapIndex(this.#blocks, regions, this.#blocks.indexOfPosition(position), side < 0 ? -1 : 0),
    );
    this.#blocks.take(regions);
    return indexes.map((index) => this.#blocks.positionOfIndex(index));
  }

  /** Whether a document has what the Y.Text holds after the regions, as far as numbers tell. */
  #fits(doc: Node, regions: readonly Region[]): boolean {
    return this.#blocks.fits(doc, regions, this.#text.length);
  }

  #hold(selection: Selection | undefined): HeldSelection | null {
    if (!selection || selection.$head.doc !== this.#doc) return null;
    return { anchor: this.toRelative(selection.anchor, -1), head: this.toRelative(selection.head, -1) };
  }

  #goBackTo(held: HeldSelection | null | false): boolean {
    if (held === false) return false;
    const [anchor, head] = held
      ? [held.anchor, held.head].map((place) => this.toPosition(place, { followUndone: true }))
      : [];
    if (this.#view && typeof anchor === 'number' && typeof head === 'number') {
      const { tr } = this.#view.state;
      const selection = TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head));
      this.#view.dispatch(tr.setSelection(selection).scrollIntoView());
    }
    return true;
  }
}
