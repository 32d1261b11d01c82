import { describe, resolveAll } from '@assay/shared/anchoring';
import { linearText, schema } from '@assay/shared/article';
import type { TextRange } from '@assay/shared/model';
import { articleText } from '@assay/shared/ydoc';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { ArticleBinding } from '../binding/index.ts';
import { createStore } from '../store/index.ts';
import type {
  ArticleEditor,
  ArticleEditorOptions,
  ArticleSelection,
  DrawnRange,
  HeldRange,
  PlacedMarks,
  ReshapedMark,
  TextCommand,
} from './article-editor.ts';
import { BandKeeper } from './band-keeper.ts';
import { CaretKeeper } from './caret-keeper.ts';
import { caretsPlugin } from './caret-plugin.ts';
import { cellsPlugin } from './cell-plugin.ts';
import { quietHtml } from './clipboard-elements.ts';
import { ClipboardReader } from './clipboard-reader.ts';
import { ClipboardWriter, clipboardText } from './clipboard-writer.ts';
import { composingPlugin } from './composing-plugin.ts';
import { correctingPlugin } from './correcting-plugin.ts';
import { changeOf } from './document-change.ts';
import { type Pieces, piecesOf } from './extent.ts';
import { edgeOf, offsetAt, piecesOfMark, readReshaped } from './extent-places.ts';
import { findPlugin } from './find-plugin.ts';
import { ViewFinder } from './finder.ts';
import { keysPlugin } from './keys.ts';
import type { Emphasis } from './mark-decorations.ts';
import { extentOf, markById } from './mark-index.ts';
import { afterPaint, MarkKeeper } from './mark-keeper.ts';
import { marksOf, marksPlugin, withAction } from './mark-plugin.ts';
import { placedMarksReader } from './placed-marks.ts';
import { activateAtCaret, caretRectangle, pointingPlugin } from './pointing.ts';
import { spanOf } from './positions.ts';
import { readingGuard } from './reading-guard.ts';
import { boxOf, bringIntoView, topOf } from './rectangles.ts';
import { holdSelection, readSelection } from './selection.ts';
import { textCommands } from './text-commands.ts';
import type { End } from './text-stops.ts';
import { typingRulesPlugin } from './typing-rules.ts';
import { Watched } from './watched.ts';
import './editor.css';
import './group-marks.css';

/** What an editor is made of. */
export interface ArticleEditorParts extends ArticleEditorOptions {
  /** The article's text document. */
  readonly doc: Y.Doc;
  /** Of the text room: carets of others are read from it and the own one is told through it. */
  readonly awareness: Awareness;
  /** The accessible name of the text; "Article text" when left out. */
  readonly label?: string;
}

/**
 * Puts the article into an element. Throws `ArticleRootError` or the binding's `UnbindableTextError` when the
 * document holds no article that this version can show.
 */
export function createArticleEditor(element: HTMLElement, parts: ArticleEditorParts): ArticleEditor {
  return new BoundEditor(element, parts);
}

class BoundEditor implements ArticleEditor {
  readonly view: EditorView;
  readonly selection: Watched<ArticleSelection>;
  readonly placed: Watched<PlacedMarks>;
  readonly reshaped: Watched<ReshapedMark | null>;
  readonly layoutVersion = createStore(0);
  readonly problem = createStore<Error | null>(null);
  readonly composing = createStore(false);
  readonly commands: ReadonlyMap<string, TextCommand>;
  readonly finder: ViewFinder;
  readonly canUndo;
  readonly canRedo;
  private readonly ytext: Y.Text;
  private readonly binding: ArticleBinding;
  private readonly marks: MarkKeeper;
  private readonly bands: BandKeeper;
  private readonly carets: CaretKeeper;
  private readonly stops: (() => void)[] = [];

  constructor(
    element: HTMLElement,
    private readonly parts: ArticleEditorParts,
  ) {
    this.ytext = articleText(parts.doc);
    this.binding = new ArticleBinding(this.ytext, { mayWrite: this.mayChange });
    this.canUndo = this.binding.canUndo;
    this.canRedo = this.binding.canRedo;
    const read = placedMarksReader();
    this.selection = new Watched((before) => readSelection(this.view.state, before));
    this.placed = new Watched(() => read(marksOf(this.view.state).index, this.view.state.doc));
    this.reshaped = new Watched((before) => readReshaped(this.view.state, before));
    this.view = this.createView(element);
    this.bands = new BandKeeper(this.view);
    this.marks = new MarkKeeper(this.view, this.binding, parts.marks, afterPaint);
    this.carets = new CaretKeeper(this.view, this.binding, parts.awareness);
    this.finder = new ViewFinder(this.view, {
      mayChange: this.mayChange,
      beginStep: () => this.binding.stopCapturing(),
    });
    this.commands = textCommands(this.view, this.history, this.mayChange);
    this.watch();
  }

  private readonly mayChange = (): boolean =>
    this.parts.editable.get() && this.parts.mode.get() === 'edit' && this.problem.get() === null;

  private readonly history = {
    undo: () => this.binding.undo(),
    redo: () => this.binding.redo(),
    canUndo: () => this.binding.canUndo.get(),
    canRedo: () => this.binding.canRedo.get(),
  };

  private createView(element: HTMLElement): EditorView {
    return new EditorView(element, {
      state: EditorState.create({ schema, doc: this.binding.doc, plugins: this.plugins() }),
      clipboardParser: new ClipboardReader(),
      clipboardSerializer: new ClipboardWriter(),
      clipboardTextSerializer: clipboardText,
      transformPastedHTML: quietHtml,
      dispatchTransaction: (tr) => this.dispatch(tr),
    });
  }

  /** In order: the binding writes what the view commits before anybody else looks; the guard sees every key first. */
  private plugins() {
    const { parts } = this;
    return [
      this.binding.plugin,
      readingGuard({
        mayChange: this.mayChange,
        isReviewing: () => parts.mode.get() === 'review',
        onReviewKey: (event) => parts.onReviewKey(event),
        activateAtCaret: (view) => activateAtCaret(view, parts),
        label: parts.label ?? 'Article text',
      }),
      typingRulesPlugin(),
      correctingPlugin(this.mayChange),
      composingPlugin(this.composing),
      cellsPlugin(this.mayChange),
      keysPlugin(this.history, this.mayChange),
      marksPlugin(),
      findPlugin(),
      caretsPlugin(),
      pointingPlugin(parts),
      gapCursor(),
      dropCursor({ class: 'assay-drop-cursor', color: false }),
    ];
  }

  private dispatch(tr: Transaction): void {
    const before = this.view.state;
    const after = before.apply(tr);
    try {
      this.view.updateState(after);
    } catch (error) {
      this.fail(error);
    }
    this.tellOf(tr, before);
    this.finder?.refresh();
  }

  /** An edit could not be written: the page says so, and the binding shows what the text really holds. */
  private fail(error: unknown): void {
    if (this.problem.get()) throw error;
    this.problem.set(error instanceof Error ? error : new Error(String(error)));
    this.view.setProps({});
  }

  private tellOf(tr: Transaction, before: EditorState): void {
    if (tr.docChanged) {
      this.marks?.refresh();
      if (changeOf(tr)?.structural) {
        this.carets?.showAll();
        this.bands?.schedule();
      }
      this.layoutVersion.update((version) => version + 1);
    }
    const { state } = this.view;
    if (marksOf(state).index !== marksOf(before).index) this.placed.outdated();
    if (marksOf(state).index.tree.length !== marksOf(before).index.tree.length) this.bands?.refresh();
    if (marksOf(state).emphasis.reshaped !== marksOf(before).emphasis.reshaped) this.reshaped.outdated();
    if (tr.docChanged || tr.selectionSet) {
      this.carets?.moved();
      this.selection.outdated();
    }
  }

  private watch(): void {
    const { editable, mode } = this.parts;
    // The element says whether it can be written in.
    const refresh = () => this.view.setProps({});
    this.stops.push(editable.subscribe(refresh), mode.subscribe(refresh));
    const resized = new ResizeObserver(() => {
      this.layoutVersion.update((version) => version + 1);
      this.bands.schedule();
    });
    resized.observe(this.view.dom);
    this.stops.push(() => resized.disconnect());
  }

  heldSelection(): readonly HeldRange[] {
    return holdSelection(this.view.state, this.ytext);
  }

  focusMarks(ids: readonly string[], options: { readonly scroll?: boolean } = {}): void {
    this.emphasise({ focused: new Set(ids) });
    const first = ids.map((id) => this.extent(id)).find((extent) => extent !== null);
    if (options.scroll && first) bringIntoView(this.view, first.from);
  }

  hoverMarks(ids: readonly string[]): void {
    this.emphasise({ hovered: new Set(ids) });
  }

  private emphasise(change: Partial<Emphasis>): void {
    const emphasis = { ...marksOf(this.view.state).emphasis, ...change };
    this.view.dispatch(withAction(this.view.state.tr, { type: 'emphasise', emphasis }));
  }

  private extent(id: string) {
    if (!marksOf(this.view.state).index.numberOf.has(id)) this.marks.complete();
    const one = markById(marksOf(this.view.state).index, id);
    return one ? extentOf(one) : null;
  }

  rectangleOf(id: string): DOMRect | null {
    const extent = this.extent(id);
    return extent && boxOf(this.view, extent);
  }

  topOf(id: string): number | null {
    const extent = this.extent(id);
    return extent && topOf(this.view, extent);
  }

  selectionRectangle(): DOMRect | null {
    const { empty, head } = this.view.state.selection;
    return empty ? null : caretRectangle(this.view, head);
  }

  selectWords(range: DrawnRange): boolean {
    const [place] = resolveAll(this.ytext, [{ ranges: [range] }]);
    const [words] = place?.ranges ?? [];
    if (!words) return false;
    const { from, to } = spanOf(this.view.state.doc, words);
    this.select(from, to);
    bringIntoView(this.view, from);
    return true;
  }

  selectMark(id: string): void {
    const extent = this.extent(id);
    if (extent) this.select(extent.from, extent.to);
  }

  private select(from: number, to: number): void {
    const { state } = this.view;
    const selection = TextSelection.create(state.doc, from, to);
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  }

  piecesOf(id: string): Pieces {
    return piecesOfMark(this.view.state, id);
  }

  reshape(mark: ReshapedMark | null): void {
    const { doc } = this.view.state;
    const reshaped = mark && { id: mark.id, pieces: mark.pieces.map((piece) => spanOf(doc, piece)) };
    if (reshaped || this.reshaped.get()) this.emphasise({ reshaped });
  }

  hold(ranges: readonly TextRange[]): readonly HeldRange[] {
    const pieces = piecesOf(linearText(this.view.state.doc), ranges);
    if (pieces.length === 0) return [];
    return describe(this.ytext, pieces).ranges.map(({ start, end }) => ({ start, end }));
  }

  offsetAt(left: number, top: number): number | null {
    return offsetAt(this.view, left, top);
  }

  edgeOf(id: string, end: End): DOMRect | null {
    return edgeOf(this.view, id, end);
  }

  focus(): void {
    this.view.focus();
  }

  undo(): boolean {
    return this.history.undo();
  }

  redo(): boolean {
    return this.history.redo();
  }

  destroy(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.marks.destroy();
    this.bands.destroy();
    this.carets.destroy();
    this.binding.destroy();
    this.view.destroy();
  }
}
