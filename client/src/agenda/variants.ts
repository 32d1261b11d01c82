import {
  type Annotation,
  type AnnotationId,
  canonicalJson,
  type PersonId,
  type TextRange,
} from '@assay/shared/model';
import type { Pieces } from '../editor/index.ts';

/** A mark with where it stands: offsets of the linear text, none when its words are gone or not read yet. */
export interface PlacedAnnotation {
  readonly mark: Annotation;
  readonly pieces: Pieces;
}

/** One reading of a group: what one or several reviewers marked, to the character and with the same details. */
export interface Variant {
  /** From 1: also the key that accepts it. */
  readonly number: number;
  /** In order of creation: the first one stands for all. */
  readonly marks: readonly Annotation[];
  readonly reviewers: readonly PersonId[];
  readonly pieces: Pieces;
  /** What its marks say that other variants do not, by attribute. */
  readonly differing: readonly string[];
}

/** A stretch of the words of a group, by which variants have it. */
export interface Segment {
  readonly text: string;
  /** Numbers of variants. None: it lies in a gap of all. */
  readonly by: readonly number[];
}

/** The variants of a group, the commonest first, then in text order. Equal marks are one. */
export function variantsOf(placed: readonly PlacedAnnotation[]): readonly Variant[] {
  const alike = new Map<string, PlacedAnnotation[]>();
  for (const one of placed.toSorted(byAge)) {
    const key = canonicalJson([extentKey(one), one.mark.attributes]);
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const groups = [...alike.values()].sort(
    (a, b) => b.length - a.length || startOf(a[0]!) - startOf(b[0]!) || byAge(a[0]!, b[0]!),
  );
  const differing = differingAttributes(groups.map(([one]) => one!.mark));
  return groups.map((group, i) => ({
    number: i + 1,
    marks: group.map(({ mark }) => mark),
    reviewers: [...new Set(group.map(({ mark }) => mark.creator))],
    pieces: group[0]!.pieces,
    differing,
  }));
}

/** The variant that a mark belongs to. */
export function variantOf(variants: readonly Variant[], mark: AnnotationId): Variant | undefined {
  return variants.find(({ marks }) => marks.some(({ id }) => id === mark));
}

function extentKey({ mark, pieces }: PlacedAnnotation) {
  return pieces.length > 0 ? pieces : mark.target.ranges.map(({ start, end }) => ({ start, end }));
}

function startOf({ pieces }: PlacedAnnotation): number {
  return pieces[0]?.start ?? Number.POSITIVE_INFINITY;
}

function byAge({ mark: a }: PlacedAnnotation, { mark: b }: PlacedAnnotation): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The attributes about which marks do not all say the same. */
export function differingAttributes(marks: readonly Annotation[]): readonly string[] {
  const names = new Set(marks.flatMap(({ attributes }) => Object.keys(attributes)));
  const said = ({ attributes }: Annotation, name: string) =>
    Object.hasOwn(attributes, name) ? canonicalJson(attributes[name]) : '';
  return [...names].filter((name) => new Set(marks.map((mark) => said(mark, name))).size > 1);
}

/** From the first character that any variant has to the last. */
export function hullOf(variants: readonly Pick<Variant, 'pieces'>[]): TextRange | null {
  const all = variants.flatMap(({ pieces }) => pieces);
  if (all.length === 0) return null;
  return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) };
}

/** The words from the first to the last character, cut wherever a variant begins or ends. */
export function segmentsOf(
  text: string,
  variants: readonly Pick<Variant, 'number' | 'pieces'>[],
): readonly Segment[] {
  const hull = hullOf(variants);
  if (!hull) return [];
  const edges = new Set(variants.flatMap(({ pieces }) => pieces.flatMap(({ start, end }) => [start, end])));
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i]!;
    const has = ({ pieces }: Pick<Variant, 'pieces'>) =>
      pieces.some((piece) => piece.start <= start && piece.end >= end);
    return { text: text.slice(start, end), by: variants.filter(has).map(({ number }) => number) };
  });
}

/** Long words cut out of their middle, for where only their ends matter. */
export function withoutMiddle(words: string, length: number): string {
  if (words.length <= length) return words;
  const half = Math.floor((length - 3) / 2);
  return `${cutBack(words.slice(0, half))} … ${cutAhead(words.slice(-half))}`;
}

/** Ends between words where there is a gap near the end, else between characters. */
function cutBack(words: string): string {
  return words.replace(/\s\S{0,20}$/, '').replace(/[\uD800-\uDBFF]$/, '');
}

function cutAhead(words: string): string {
  return words.replace(/^\S{0,20}\s/, '').replace(/^[\uDC00-\uDFFF]/, '');
}

/** The words before and after a stretch, within its line: up to `length` UTF-16 units, cut between words. */
export function contextOf(
  text: string,
  { start, end }: TextRange,
  length: number,
): { readonly before: string; readonly after: string } {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const lineEnd = text.indexOf('\n', end);
  const after = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  return {
    before: before.length <= length ? before : `… ${before.slice(-length).replace(/^\S*\s/, '')}`,
    after: after.length <= length ? after : `${after.slice(0, length).replace(/\s\S*$/, '')} …`,
  };
}
