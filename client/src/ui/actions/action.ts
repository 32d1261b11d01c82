/** Something a person can do here, by name in the palette and by key. */
export interface Action {
  readonly id: string;
  /** In the imperative: `Import an article`. */
  readonly title: string;
  /** The heading it stands under in the palette and in the list of keys. */
  readonly section: string;
  /** In ProseMirror's notation: `Mod-k`, `j`, `?`, `Shift-e`. Several keys may do the same. */
  readonly keys?: readonly string[];
  /** Other words by which people look for it. */
  readonly keywords?: string;
  readonly isDisabled?: boolean;
  /** Shown with its keys, but they are bound elsewhere (the editor's keymap). */
  readonly boundElsewhere?: boolean;
  /** Left out of the palette: the key alone is useful (next, previous). */
  readonly hidden?: boolean;
  run(): void;
}
