import { type Edge, type GroupPicture, groupDetail } from '@assay/shared/grouping';
import type { PersonId, TextRange } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';
import type { DrawnMark, EdgeWords, GroupWords } from './article-editor.ts';
import { extentOf, type IndexedMark } from './mark-index.ts';
import { linearTextBetween, offsetOf, posOf, type Span } from './positions.ts';

/** A place where some of a group's people begin or end, and they do so elsewhere than others. */
export interface ContestedEdge {
  readonly at: number;
  readonly people: readonly PersonId[];
}

/** A stretch of a group; `by`: who marked it, when not all of its reviewers did. */
export interface GroupRun extends Span {
  readonly by: readonly PersonId[] | null;
}

/** How the marks of a group stand to each other. Positions count from the group's first character. */
interface GroupShape {
  readonly runs: readonly GroupRun[];
  readonly begins: readonly ContestedEdge[];
  readonly ends: readonly ContestedEdge[];
  readonly words: GroupWords;
}

/** Shapes by the objects that stand for a group's words: they are read again only where these may be others. */
const known = new WeakMap<object, { readonly mark: DrawnMark; readonly shape: GroupShape | null }>();

/** The shape of a group's marks where they stand now; null when nothing of them stands. */
export function shapeOf(one: IndexedMark, doc: Node): GroupShape | null {
  const before = known.get(one.words);
  if (before && before.mark.group === one.mark.group && before.mark.ranges === one.mark.ranges)
    return before.shape;
  const shape = readShape(one, doc);
  known.set(one.words, { mark: one.mark, shape });
  return shape;
}

export function groupWordsOf(one: IndexedMark, doc: Node): GroupWords | null {
  return isOfMarks(one.mark) ? (shapeOf(one, doc)?.words ?? null) : null;
}

/** Whether a drawn group is made of people's marks, not of settled spans. */
export function isOfMarks({ group }: DrawnMark): boolean {
  return group?.parts.every(({ person }) => person !== null) ?? false;
}

function readShape(one: IndexedMark, doc: Node): GroupShape | null {
  const extent = extentOf(one);
  if (!extent) return null;
  const text = linearTextBetween(doc, extent);
  const start = offsetOf(doc, extent.from);
  const picture = groupDetail(
    membersOf(one, (pos) => offsetOf(doc, pos) - start),
    text,
  );
  if (!picture) return null;
  const place = (offset: number) => posOf(doc, start + offset) - extent.from;
  const edges = (all: readonly Edge[]): ContestedEdge[] =>
    all.length < 2 ? [] : all.map(({ at, reviewers }) => ({ at: place(at), people: asPeople(reviewers) }));
  const runs = runsOf(picture);
  return {
    runs: runs.map(({ start: from, end: to, by }) => ({ from: place(from), to: place(to), by })),
    begins: edges(picture.begins),
    ends: edges(picture.ends),
    words: {
      runs: runs.map(({ start: from, end: to, by }) => ({ text: text.slice(from, to), by })),
      begins: picture.begins.map((edge) => edgeWords(edge, firstWords(text.slice(edge.at)))),
      ends: picture.ends.map((edge) => edgeWords(edge, lastWords(text.slice(0, edge.at)))),
    },
  };
}

/** The marks of a group, in offsets that `offset` tells of positions. */
function membersOf({ mark, pieces }: IndexedMark, offset: (pos: number) => number) {
  let first = 0;
  return mark.group!.parts.map(({ ranges, person, label }, number) => {
    const [from, to] = [first, first + ranges];
    first = to;
    const own = pieces.filter(({ range }) => range >= from && range < to);
    const where = own.map((piece) => ({ start: offset(piece.from), end: offset(piece.to) }));
    return { id: String(number), reviewer: person?.id ?? '', label, ranges: where };
  });
}

const asPeople = (reviewers: readonly string[]) => reviewers as readonly PersonId[];

function runsOf({ firm, loose }: GroupPicture): (TextRange & { readonly by: readonly PersonId[] | null })[] {
  const runs = [
    ...firm.map(({ start, end }) => ({ start, end, by: null })),
    ...loose.map(({ start, end, by }) => ({ start, end, by: asPeople(by) })),
  ];
  return runs.sort((a, b) => a.start - b.start);
}

function edgeWords({ reviewers }: Edge, words: string): EdgeWords {
  return { words, people: asPeople(reviewers) };
}

/** So many words tell a place. */
const firstWords = (text: string) => /^\s*(?:\S+\s*){1,3}/u.exec(text)?.[0].trim() ?? '';
const lastWords = (text: string) => text.trim().split(/\s+/u).slice(-3).join(' ');
