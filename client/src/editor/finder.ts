import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { createStore, type Readable } from '../store/index.ts';
import { findStateOf, withFind } from './find-plugin.ts';
import type { FindQuery } from './find-words.ts';
import { bringIntoView } from './rectangles.ts';
import { replaceWords } from './replace-words.ts';

/** How many were found, and which one is the current: counted from 1, 0 when there is none. */
export interface Found {
  readonly count: number;
  readonly current: number;
}

/** Find and replace in the article. */
export interface Finder {
  readonly found: Readable<Found>;
  /** Draws every place, and brings the first behind the caret onto the screen; null ends the search. */
  search(query: FindQuery | null): void;
  /** To the next (1) or the one before (-1), around the ends of the article. */
  go(direction: -1 | 1): void;
  /** Selects the current place in the text; false when there is none. */
  select(): boolean;
  mayReplace(): boolean;
  /** Replaces the current place and goes on to the next. How many were replaced: 0 or 1. */
  replace(words: string): number;
  /** Replaces all, as one step for undo. How many. */
  replaceAll(words: string): number;
}

/** What the finder needs of the editor around it. */
interface Surroundings {
  mayChange(): boolean;
  /** What is written from now on is a step of its own for undo. */
  beginStep(): void;
}

const NONE: Found = { count: 0, current: 0 };

export class ViewFinder implements Finder {
  readonly found = createStore<Found>(NONE);
  readonly #view: EditorView;
  readonly #around: Surroundings;

  constructor(view: EditorView, around: Surroundings) {
    this.#view = view;
    this.#around = around;
  }

  /** The editor has a new state. */
  refresh(): void {
    const { found, current } = findStateOf(this.#view.state);
    const before = this.found.get();
    if (before.count !== found.length || before.current !== current + 1)
      this.found.set({ count: found.length, current: current + 1 });
  }

  search(query: FindQuery | null): void {
    const { state } = this.#view;
    const at = findStateOf(state);
    const from = at.found[at.current]?.from ?? state.selection.from;
    this.#view.dispatch(withFind(state.tr, { type: 'search', query, from }));
    this.#show();
  }

  go(direction: -1 | 1): void {
    const { state } = this.#view;
    const { found, current } = findStateOf(state);
    if (found.length === 0) return;
    const to = (current + direction + found.length) % found.length;
    this.#view.dispatch(withFind(state.tr, { type: 'go', to }));
    this.#show();
  }

  select(): boolean {
    const { state } = this.#view;
    const { found, current } = findStateOf(state);
    const at = found[current];
    if (!at) return false;
    this.#view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at.from, at.to)));
    return true;
  }

  mayReplace(): boolean {
    return this.#around.mayChange();
  }

  replace(words: string): number {
    const { found, current } = findStateOf(this.#view.state);
    const at = found[current];
    if (!at || !this.mayReplace()) return 0;
    const written = this.#write([at], words);
    // Words that are still found after the replacement would be the current ones again.
    const now = findStateOf(this.#view.state);
    if (now.found[now.current]?.from === at.from && now.found.length > 1) this.go(1);
    else this.#show();
    return written;
  }

  replaceAll(words: string): number {
    if (!this.mayReplace()) return 0;
    return this.#write(findStateOf(this.#view.state).found, words);
  }

  #write(places: readonly { readonly from: number; readonly to: number }[], words: string): number {
    const { tr } = this.#view.state;
    let written = 0;
    for (const place of places.toReversed()) if (replaceWords(tr, place, words)) written++;
    if (written === 0) return 0;
    this.#around.beginStep();
    this.#view.dispatch(tr);
    this.#around.beginStep();
    return written;
  }

  #show(): void {
    const { found, current } = findStateOf(this.#view.state);
    const at = found[current];
    if (at) bringIntoView(this.#view, at.from);
  }
}
