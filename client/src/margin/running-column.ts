import { firstWhere } from './visible-cards.ts';

/**
 * A column whose cards take more room than the text beside them. It is shown through a pane of the screen's height and
 * runs at a pace of its own, like a pane that is kept in step with another: what stands at the reading height of the
 * text has its cards at the same height, the first cards come with the top of the text and the last with its end.
 * Everything is in pixels; all but the chain counts from the top of the column, where the text begins.
 */
export interface RunningColumn {
  /** Where the first line of each card's words stands; never falling. */
  readonly lines: ArrayLike<number>;
  /** Where the cards stand in the chain of all cards, without overlap. */
  readonly tops: ArrayLike<number>;
  /** Where the chain ends. */
  readonly depth: number;
  /** How long the column is: as the text, or longer where so many cards could not be read in passing. */
  readonly length: number;
  /** How tall the pane is. */
  readonly pane: number;
}

/** The card that is held at its line. */
export interface Pin {
  readonly line: number;
  /** In the chain. */
  readonly top: number;
}

/** Where on the pane one reads, away from both ends of the text. */
const READING_PLACE = 0.35;

/** The cards pass at most this many times faster than the text. */
const FASTEST = 12;

/** How long a column must be for its cards to pass beside a text of `textLength`. */
export function runLength(textLength: number, depth: number, pane: number): number {
  return Math.max(textLength, Math.min(depth, pane) + Math.max(0, depth - pane) / FASTEST);
}

/** How far the pane can go down the column. */
function wayOf({ length, pane }: RunningColumn): number {
  return Math.max(0, length - pane);
}

/**
 * The height in the text that is read while the pane's top is at `at`: the top of the text at the start, the end of it
 * at the end, and in between what stands at the reading place, with soft passages of a screen in all.
 */
export function readingHeight(column: RunningColumn, at: number): number {
  const { length, pane } = column;
  const way = wayOf(column);
  const here = Math.min(Math.max(at, 0), way);
  if (way < pane) return way === 0 ? 0 : (here / way) * length;
  const place = pane * READING_PLACE;
  const lastStretch = way - (pane - place);
  if (here < place) return 2 * here;
  return here + place + Math.max(0, here - lastStretch);
}

/** The place in the chain that belongs to a height in the text: the cards of each line at it, steadily from line to line. */
export function chainAt({ lines, tops, depth, length }: RunningColumn, height: number): number {
  const count = lines.length;
  const next = firstWhere(count, (i) => lines[i]! > height);
  const line = next === 0 ? 0 : lines[next - 1]!;
  const first = next === 0 ? 0 : firstWhere(count, (i) => lines[i]! >= line);
  const [fromTop, toTop] = [next === 0 ? 0 : tops[first]!, next === count ? depth : tops[next]!];
  const nextLine = next === count ? Math.max(length, line) : lines[next]!;
  if (nextLine <= line) return toTop;
  return fromTop + ((toTop - fromTop) * Math.min(height - line, nextLine - line)) / (nextLine - line);
}

/**
 * What is added to a card's place in the chain to get its top in the column while the pane's top is at `at`. A pinned
 * card is exactly at its line as long as that is in the pane; when it has left, the column finds back to the reading
 * height without a jump.
 */
export function chainShift(column: RunningColumn, at: number, pin: Pin | null = null): number {
  const here = Math.min(Math.max(at, 0), wayOf(column));
  const reading = readingHeight(column, here);
  if (!pin) return reading - chainAt(column, reading);
  const height = pinnedHeight(column, here, reading, pin);
  const beside = pin.top - chainAt(column, pin.line);
  const fading = Math.max(0, 1 - Math.abs(height - pin.line) / column.pane);
  return height - chainAt(column, height) - beside * fading;
}

/** The pinned line while it is in the pane; from there on twice as fast as the pane towards what is read. */
function pinnedHeight({ pane }: RunningColumn, here: number, reading: number, { line }: Pin): number {
  const above = here - line;
  const below = line - (here + pane);
  if (above > 0) return Math.min(reading, line + 2 * above);
  return below > 0 ? Math.max(reading, line - 2 * below) : line;
}

/** Places in the chain with card number `grown` at another height than the chain was made for; what follows gives way. */
export function withGrown(
  tops: Float64Array,
  heights: ArrayLike<number>,
  gap: number,
  grown: number,
): Float64Array {
  if (grown < 0) return tops;
  const next = tops.slice();
  for (let i = grown + 1; i < next.length; i++) {
    const free = next[i - 1]! + heights[i - 1]! + gap;
    if (next[i]! >= free) break;
    next[i] = free;
  }
  return next;
}
