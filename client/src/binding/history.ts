import * as Y from 'yjs';
import { Flag } from './flag.ts';

/** A selection held by identity. */
export interface HeldSelection {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

const SELECTION = 'selection';

/** Undo and redo of the local person's own edits of the text, with the selection they had before each. */
export class TextHistory {
  readonly canUndo: Flag;
  readonly canRedo: Flag;
  readonly #manager: Y.UndoManager;
  #selectionBefore: HeldSelection | null = null;

  /** Takes in the transactions whose origin is `origin`; edits within `captureTimeout` ms are one step. */
  constructor(text: Y.Text, origin: object, captureTimeout: number) {
    this.#manager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout });
    this.canUndo = new Flag(() => this.#manager.canUndo());
    this.canRedo = new Flag(() => this.#manager.canRedo());
    this.#manager.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set(SELECTION, this.#selectionBefore);
      this.#refresh();
    });
    this.#manager.on('stack-item-popped', () => this.#refresh());
    this.#manager.on('stack-cleared', () => this.#refresh());
  }

  /** Whether an edit now would begin a step of its own. */
  get beginsStep(): boolean {
    const { lastChange, captureTimeout, undoStack } = this.#manager;
    return lastChange === 0 || undoStack.length === 0 || Date.now() - lastChange >= captureTimeout;
  }

  /** Where the person stood before the edit that is about to be written. */
  noteSelection(selection: HeldSelection | null): void {
    this.#selectionBefore = selection;
  }

  stopCapturing(): void {
    this.#manager.stopCapturing();
  }

  /** Takes back the last step. Returns the selection to go back to; null: none was kept; false: nothing to undo. */
  undo(selection: HeldSelection | null): HeldSelection | null | false {
    this.noteSelection(selection);
    return this.#selectionOf(this.#manager.undo());
  }

  redo(selection: HeldSelection | null): HeldSelection | null | false {
    this.noteSelection(selection);
    return this.#selectionOf(this.#manager.redo());
  }

  destroy(): void {
    this.#manager.destroy();
  }

  #selectionOf(step: { readonly meta: Map<unknown, unknown> } | null): HeldSelection | null | false {
    this.#refresh();
    if (!step) return false;
    return (step.meta.get(SELECTION) as HeldSelection | null | undefined) ?? null;
  }

  #refresh(): void {
    this.canUndo.refresh();
    this.canRedo.refresh();
  }
}
