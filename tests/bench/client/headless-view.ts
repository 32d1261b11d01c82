import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/**
 * An editor view without a screen: keeps the state and runs the plugins' views, as a binding needs. What it costs is the
 * editor's state alone, for every subject the same.
 */
export class HeadlessView {
  state: EditorState;
  readonly editable = true;
  readonly composing = false;
  /** Called after each transaction, as the page's own `dispatchTransaction` would go on. */
  onDispatch: (transaction: Transaction) => void = () => {};
  readonly #plugins: {
    update?: ((view: EditorView, before: EditorState) => void) | undefined;
    destroy?: (() => void) | undefined;
  }[];

  constructor(state: EditorState) {
    this.state = state;
    this.#plugins = [];
    for (const plugin of state.plugins)
      if (plugin.spec.view) this.#plugins.push(plugin.spec.view(this.asView()));
  }

  /** Seen as the view that plugins expect; they touch nothing of it but what is here. */
  asView(): EditorView {
    return this as unknown as EditorView;
  }

  dispatch(transaction: Transaction): void {
    this.updateState(this.state.apply(transaction));
    this.onDispatch(transaction);
  }

  updateState(state: EditorState): void {
    const before = this.state;
    this.state = state;
    for (const plugin of this.#plugins) plugin.update?.(this.asView(), before);
  }

  hasFocus(): boolean {
    return false;
  }

  destroy(): void {
    for (const plugin of this.#plugins) plugin.destroy?.();
  }
}
