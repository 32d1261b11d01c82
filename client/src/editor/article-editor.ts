import type { AnnotationId, Group, Label, Person, PersonId, Quote, TextRange } from '@assay/shared/model';
import type { EditorView } from 'prosemirror-view';
import type { Readable } from '../store/index.ts';
import type { Pieces } from './extent.ts';
import type { Finder } from './finder.ts';
import type { End } from './text-stops.ts';

/** A stretch of the article held by identity, as commands send it (see `AnchoredRange`, without the words). */
export interface HeldRange {
  readonly start: string;
  readonly end: string;
}

/** A held stretch to draw. Without the quote nobody can tell whether its words have changed. */
export interface DrawnRange extends HeldRange {
  readonly quote?: Quote;
}

/** What the editor draws for one annotation, group or passage thread: where it stands, and how. */
export interface DrawnMark {
  readonly id: string;
  readonly ranges: readonly DrawnRange[];
  /** Label id, or `passage` for a thread without a label. */
  readonly label: string;
  readonly letter: string;
  /** A name of the design's set, and a kind of line: drawn through `data-hue`, `data-line` and the style sheet. */
  readonly hue: string;
  readonly line: Label['line'];
  /** Label and person in words, for assistive technology. */
  readonly description: string;
  /** Not yet confirmed by the server. */
  readonly pending: boolean;
  /** Placed, and drawn only while it is lit or reshaped. */
  readonly hidden?: boolean;
  /** Set when it is drawn once for several marks. */
  readonly group?: DrawnGroup;
}

/** How a group of marks is drawn. The ranges of its mark are those of its parts, one part after the other. */
export interface DrawnGroup {
  readonly state: Group['state'];
  /** `settled`: its parts are the settled spans; `contested`: it was decided to leave it open whose mark is right. */
  readonly decision: 'settled' | 'contested' | null;
  readonly parts: readonly DrawnPart[];
}

/** One person's mark in a group, or a settled span. */
export interface DrawnPart {
  /** How many of the ranges are its own. */
  readonly ranges: number;
  readonly label: string;
  /** The look of its label, as of a mark. */
  readonly hue: string;
  readonly line: Label['line'];
  /** Null for a settled span. */
  readonly person: Pick<Person, 'id' | 'name' | 'colour'> | null;
}

/** Where a mark stands now: ProseMirror positions, in text order; empty when all its words are gone. */
export interface PlacedMark {
  readonly id: string;
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  readonly status: 'exact' | 'changed' | 'orphaned';
  /** The words it covers now, pieces joined by ` … `. */
  readonly text: string;
  /** Of a group with one mark or more: how its marks stand to each other; the same value while its words stay. */
  readonly group?: GroupWords | null;
}

/** How the marks of a group stand to each other, in words. */
export interface GroupWords {
  /** What anybody marked, in text order. `by`: who, when not all of its reviewers did. */
  readonly runs: readonly { readonly text: string; readonly by: readonly PersonId[] | null }[];
  /** The first words from where people begin, and the last ones up to where they end; one each when all do so alike. */
  readonly begins: readonly EdgeWords[];
  readonly ends: readonly EdgeWords[];
}

export interface EdgeWords {
  readonly words: string;
  readonly people: readonly PersonId[];
}

/**
 * Where every drawn mark stands in one version of the text: an immutable value, of which only what is asked for is
 * read. A new one is made by every change that may have moved a mark, so what hangs on it must ask for little.
 */
export interface PlacedMarks {
  /** Where one mark stands. Its words and its status are read when they are asked for, and once as long as they stay. */
  get(id: string): PlacedMark | undefined;
  has(id: string): boolean;
  /**
   * Stands for which marks there are and in which order they are read (by beginning, the wider first): another object
   * whenever either may have changed, the same one while somebody only types.
   */
  readonly order: object;
  /** The drawn marks without words in the article; the same set while it has the same members. */
  readonly orphaned: ReadonlySet<string>;
}

/** A mark whose extent is being changed, with what it would cover: pieces in linear-text offsets. */
export interface ReshapedMark {
  readonly id: string;
  readonly pieces: Pieces;
}

/** The person's own selection in the article. `ranges` are linear-text offsets. */
export interface ArticleSelection {
  readonly empty: boolean;
  readonly ranges: readonly TextRange[];
  readonly text: string;
}

export interface ArticleEditorOptions {
  /** What to draw; told again when it changes. */
  readonly marks: Readable<readonly DrawnMark[]>;
  /** Whether the person may change the text now. Marking and selecting never need this. */
  readonly editable: Readable<boolean>;
  /** `edit`: letters type. `review`: letters are commands of the page, the text does not change. */
  readonly mode: Readable<'edit' | 'review'>;
  /** A click or Enter on marks, innermost first. `at` is the client rectangle of the words clicked. */
  onActivate(ids: readonly string[], at: DOMRect): void;
  /** The pointer or the caret entered or left marks. */
  onHover(ids: readonly string[]): void;
  /** A key pressed in review mode with its selection; true when the page has used it. */
  onReviewKey(event: KeyboardEvent): boolean;
}

/** The article on the page. Made once per mount, `destroy`ed with it. */
export interface ArticleEditor {
  readonly view: EditorView;
  readonly selection: Readable<ArticleSelection>;
  /** Where every drawn mark stands. */
  readonly placed: Readable<PlacedMarks>;
  /** Bumped after each view update that may have moved lines on the screen: margin cards measure again. */
  readonly layoutVersion: Readable<number>;
  /** The selection held by identity, trimmed of white space at its ends; empty when nothing is selected. */
  heldSelection(): readonly HeldRange[];
  /** Draws these as focused and brings the first into view when `scroll`. */
  focusMarks(ids: readonly string[], options?: { readonly scroll?: boolean }): void;
  hoverMarks(ids: readonly string[]): void;
  /** The top of the mark's first line and its box, in client coordinates; null when it is nowhere. */
  rectangleOf(id: AnnotationId | string): DOMRect | null;
  /** The top of the mark's first line in client coordinates; null when it has no place on the screen. */
  topOf(id: AnnotationId | string): number | null;
  /** The rectangle of the selection's end, where the marking bar stands; null when nothing is selected. */
  selectionRectangle(): DOMRect | null;
  /** Selects what is left of held words and brings them into view; false when nothing is. */
  selectWords(range: DrawnRange): boolean;
  /** Selects a mark's words. */
  selectMark(id: string): void;
  /** What a drawn mark covers, or would cover while it is being reshaped: linear-text offsets. None when it is nowhere. */
  piecesOf(id: string): Pieces;
  /** The mark being reshaped; it stays on its words while others edit. */
  readonly reshaped: Readable<ReshapedMark | null>;
  /** Draws a mark where it would stand with these pieces, until it is told null. Changes nothing but the picture. */
  reshape(mark: ReshapedMark | null): void;
  /** Stretches of the linear text held by identity, made into pieces first. */
  hold(ranges: readonly TextRange[]): readonly HeldRange[];
  /** The linear-text offset nearest to a point of the window; null when the text is not there. */
  offsetAt(left: number, top: number): number | null;
  /** The edge at an end of a drawn mark, as a box without width, in client coordinates; null when it is nowhere. */
  edgeOf(id: string, end: End): DOMRect | null;
  focus(): void;
  undo(): boolean;
  redo(): boolean;
  /** Find and replace. */
  readonly finder: Finder;
  readonly canUndo: Readable<boolean>;
  readonly canRedo: Readable<boolean>;
  /** Named text commands for toolbar, palette and keys: `bold`, `emphasis`, `heading-2`, `quote`, `bullet-list` … */
  readonly commands: ReadonlyMap<string, TextCommand>;
  /**
   * Whether an input method is at work in the text. What others do meanwhile is to be kept out of the document until
   * it is not: it stays true no longer than ten seconds after the last key.
   */
  readonly composing: Readable<boolean>;
  /** Set once the document and the text could not be kept together: from then on nothing is written. */
  readonly problem: Readable<Error | null>;
  destroy(): void;
}

export interface TextCommand {
  readonly name: string;
  readonly title: string;
  /** In ProseMirror's notation, such as `Mod-b`; shown to people, and bound. */
  readonly key?: string;
  /** Set when it needs to be told something: `link` takes an address, and without one removes the link. */
  readonly takes?: 'address';
  /** What it was told where the selection is now, such as the address of the link; null when nothing. */
  value?(): string | null;
  /** Whether it did something. An address that may not stand in an article is refused. */
  run(argument?: string): boolean;
  /** Whether it could run now. */
  enabled(): boolean;
  /** Whether what it makes is already so at the selection. */
  active(): boolean;
}
