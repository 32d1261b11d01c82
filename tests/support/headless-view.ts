import type { EditorState, Plugin, PluginView, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** The committing half of an EditorView: state, dispatch and the plugins' views, without a screen. */
export class HeadlessView {
  state: EditorState;
  /** How often a plugin has not left the document as it was committed. */
  corrections = 0;
  readonly #pluginViews: PluginView[] = [];

  constructor(state: EditorState) {
    this.state = state;
    for (const plugin of state.plugins as readonly Plugin[]) {
      // Plugins are typed for the real view; those tested here use its state and dispatch alone.
      const view = plugin.spec.view?.(this as unknown as EditorView);
      if (view) this.#pluginViews.push(view);
    }
  }

  dispatch = (transaction: Transaction): void => this.updateState(this.state.apply(transaction));

  updateState(state: EditorState): void {
    const before = this.state;
    this.state = state;
    for (const view of this.#pluginViews) view.update?.(this as unknown as EditorView, before);
    if (!this.state.doc.eq(state.doc)) this.corrections++;
  }

  destroy(): void {
    for (const view of this.#pluginViews) view.destroy?.();
  }
}
