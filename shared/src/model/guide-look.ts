import { inUse } from './guide.ts';
import { COMMENT_LOOK, type Label } from './label.ts';

/** The hues that the style sheet has for labels, in the order in which new labels take them. */
export const HUES = ['blue', 'green', 'amber', 'plum', 'teal', 'rust', 'rose', 'slate'] as const;

export const LINES = [
  'solid',
  'double',
  'dashed',
  'dotted',
  'wavy',
] as const satisfies readonly Label['line'][];

/** How a label is drawn and which key marks with it. */
export type Look = Pick<Label, 'hue' | 'line' | 'letter' | 'key'>;

export interface LookWishes {
  /** The label's name: its letters are tried first. */
  readonly name?: string;
  /** Keys that the page uses for something else. */
  readonly takenKeys?: readonly string[];
}

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

type Drawn = Pick<Label, 'hue' | 'line' | 'letter' | 'key'> & { readonly retired?: true };

/**
 * A look that none of the labels in use has: no label with the same letter or key, none with the same hue and line. It
 * takes the hue and the line that fewest of them have. Throws a RangeError when no letter or key is left, which 24
 * labels and a page that takes fewer than 29 keys never come to.
 */
export function nextLook(labels: readonly Drawn[], { name = '', takenKeys = [] }: LookWishes = {}): Look {
  const used = inUse(labels);
  const wished = [...name.toUpperCase()].filter((letter) => ALPHABET.includes(letter));
  const letter = first(
    [...wished, ...ALPHABET],
    used.map((label) => label.letter.toUpperCase()),
  );
  const plain = [letter, ...wished, ...ALPHABET].map((candidate) => candidate.toLowerCase());
  const shifted = plain.map((key) => `Shift-${key}`);
  const key = first(
    [plain[0]!, shifted[0]!, ...plain, ...shifted],
    [...takenKeys, ...used.map((label) => label.key)],
  );
  return { ...nextDrawing(used), letter, key };
}

function first(candidates: readonly string[], taken: readonly string[]): string {
  const free = candidates.find((candidate) => !taken.includes(candidate));
  if (free === undefined) throw new RangeError('Every letter or key is taken by a label in use');
  return free;
}

function nextDrawing(used: readonly Pick<Label, 'hue' | 'line'>[]): Pick<Label, 'hue' | 'line'> {
  const free = HUES.flatMap((hue) => LINES.map((line) => ({ hue, line }))).filter(
    (pair) => ![...used, COMMENT_LOOK].some(({ hue, line }) => hue === pair.hue && line === pair.line),
  );
  const likeness = (pair: Pick<Label, 'hue' | 'line'>): number =>
    100 * count(used, ({ hue }) => hue === pair.hue) + count(used, ({ line }) => line === pair.line);
  const best = free.toSorted((a, b) => likeness(a) - likeness(b))[0];
  if (!best) throw new RangeError('Every hue has every line in use');
  return best;
}

function count<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length;
}
