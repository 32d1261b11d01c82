import type { PersonId } from '@assay/shared/model';
import type { Node } from 'prosemirror-model';
import { Decoration, type DecorationAttrs } from 'prosemirror-view';
import type { DrawnGroup, DrawnMark, DrawnPart, EdgeWords, GroupWords } from './article-editor.ts';
import { firstCharacterEnd, headAttributes, isFirstFrom, type PlacedBlock } from './block-drawing.ts';
import { type ContestedEdge, type GroupRun, isOfMarks, shapeOf } from './group-shape.ts';
import { extentOf, type IndexedMark } from './mark-index.ts';
import type { Span } from './positions.ts';

/** A stretch that looks alike, with what sets it off. */
interface Look extends Span {
  readonly attributes: DecorationAttrs;
}

/**
 * What is drawn of a group in one block: what all of its reviewers marked, what only some did, and a whisker at each
 * edge that they do not share. Positions count from the start of the block's content.
 */
export function drawnGroupIn(
  doc: Node,
  block: PlacedBlock,
  one: IndexedMark,
  shared: DecorationAttrs,
): Decoration[] {
  const extent = extentOf(one);
  if (!extent) return [];
  const { mark } = one;
  const shape = isOfMarks(mark) ? shapeOf(one, doc) : null;
  const looks = shape ? shape.runs.map((run) => lookOfRun(run, mark, extent)) : settledLooks(one);
  const group = {
    ...shared,
    'data-group': mark.group!.state,
    ...(mark.group!.decision && { 'data-decision': mark.group!.decision }),
  };
  const description = [mark.description, shape && edgesInWords(shape.words, mark)].filter(Boolean).join(' ');
  const head = { ...headAttributes(one), 'aria-description': description };
  const inside = new Inside(block);
  const isHead = isFirstFrom(extent.from, doc, block);
  const spec = { id: mark.id };
  const drawn = looks.flatMap(({ attributes, ...span }) => {
    const part = inside.part(span);
    if (!part) return [];
    const all = { ...group, ...attributes };
    const beginsHere = isHead && span.from === extent.from;
    const bodyFrom = beginsHere ? firstCharacterEnd(block.node, part) : part.from;
    return [
      ...(beginsHere ? [Decoration.inline(part.from, bodyFrom, { ...all, ...head }, spec)] : []),
      ...(bodyFrom < part.to ? [Decoration.inline(bodyFrom, part.to, all, spec)] : []),
    ];
  });
  const whiskers = (side: 'begin' | 'end', edges: readonly ContestedEdge[]) =>
    edges.flatMap(({ at, people }) => {
      const character = inside.characterAt(extent.from + at, side);
      const attributes = whiskerAttributes(side, people, mark, shared);
      return character ? [Decoration.inline(character.from, character.to, attributes, spec)] : [];
    });
  return shape ? [...drawn, ...whiskers('begin', shape.begins), ...whiskers('end', shape.ends)] : drawn;
}

/** Cuts stretches of the document to one block. */
class Inside {
  constructor(private readonly block: PlacedBlock) {}

  part({ from, to }: Span): Span | null {
    const { start, node } = this.block;
    const part = { from: Math.max(from - start, 0), to: Math.min(to - start, node.content.size) };
    return part.from < part.to ? part : null;
  }

  /** The character behind a place where somebody begins, or before one where somebody ends. */
  characterAt(pos: number, side: 'begin' | 'end'): Span | null {
    const { start, node } = this.block;
    const at = pos - start;
    if (side === 'begin') {
      const rest = this.part({ from: pos, to: start + node.content.size });
      return rest && at >= 0 ? { from: rest.from, to: firstCharacterEnd(node, rest) } : null;
    }
    if (at <= 0 || at > node.content.size) return null;
    const low = node.textBetween(at - 1, at, undefined, '\ufffc').charCodeAt(0);
    return { from: at - (at > 1 && low >= 0xdc00 && low <= 0xdfff ? 2 : 1), to: at };
  }
}

function lookOfRun({ from, to, by }: GroupRun, mark: DrawnMark, extent: Span): Look {
  const span = { from: from + extent.from, to: to + extent.from };
  if (by === null) return { ...span, attributes: { 'data-part': 'firm', title: mark.description } };
  const reviewers = new Set(mark.group!.parts.map(({ person }) => person?.id));
  const share = by.length * 2 > reviewers.size ? 'most' : 'few';
  const title = `These words: ${namesOf(by, mark.group!)} only. ${mark.description}`;
  return { ...span, attributes: { 'data-part': 'loose', 'data-share': share, title } };
}

/** Each settled span in its own label. */
function settledLooks({ mark, pieces }: IndexedMark): Look[] {
  const parts = mark.group!.parts.flatMap((part) => new Array<DrawnPart>(part.ranges).fill(part));
  return pieces.map(({ from, to, range }) => {
    const { label, hue, line } = parts[range] ?? mark;
    return {
      from,
      to,
      attributes: { 'data-part': 'firm', 'data-label': label, 'data-hue': hue, 'data-line': line },
    };
  });
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** One bar with a length of it for each person in their colour, and their names for whoever points at it. */
function whiskerAttributes(
  side: 'begin' | 'end',
  people: readonly PersonId[],
  mark: DrawnMark,
  shared: DecorationAttrs,
): DecorationAttrs {
  const colours = people.map((id) => {
    const colour = mark.group!.parts.find(({ person }) => person?.id === id)?.person?.colour ?? '';
    return COLOUR.test(colour) ? colour : '#5f6b7a';
  });
  const share = 100 / colours.length;
  const stops = colours.map((colour, i) => `${colour} ${i * share}% ${(i + 1) * share}%`);
  const names = namesOf(people, mark.group!);
  return {
    nodeName: 'span',
    class: 'assay-whisker',
    'data-side': side,
    'data-names': names,
    'data-short': shortNames(people, mark.group!),
    title: `${names} ${verb(people, side)} here`,
    style: `--whisker: linear-gradient(${stops.join(', ')}); --whisker-first: ${colours[0]}`,
    ...(shared['data-focused'] || shared['data-hovered'] ? { 'data-lit': 'true' } : {}),
  };
}

/** `Ana begins at “that the”, Ben and Cy at “gate”. Ben ends at “night”, …` */
function edgesInWords({ begins, ends }: GroupWords, { group }: DrawnMark): string {
  const sentence = (edges: readonly EdgeWords[], side: 'begin' | 'end') => {
    if (edges.length < 2) return '';
    const parts = edges.map(({ words, people }, i) => {
      const names = namesOf(people, group!);
      return i === 0 ? `${names} ${verb(people, side)} at “${words}”` : `${names} at “${words}”`;
    });
    return `${parts.join(', ')}.`;
  };
  return [sentence(begins, 'begin'), sentence(ends, 'end')].filter(Boolean).join(' ');
}

function verb(people: readonly PersonId[], side: 'begin' | 'end'): string {
  return people.length === 1 ? `${side}s` : side;
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

function namesOf(people: readonly PersonId[], { parts }: DrawnGroup): string {
  return LIST.format(
    people.map((id) => parts.find(({ person }) => person?.id === id)?.person?.name ?? 'Somebody'),
  );
}

/** The first word of each name, where that tells them apart: it has little room. */
function shortNames(people: readonly PersonId[], { parts }: DrawnGroup): string {
  const shortOf = (name: string) => name.split(/\s/u)[0]!;
  const names = new Map(parts.flatMap(({ person }) => (person ? [[person.id, person.name] as const] : [])));
  const short = [...names.values()].map(shortOf);
  return people
    .map((id) => {
      const name = names.get(id) ?? 'Somebody';
      return short.filter((one) => one === shortOf(name)).length > 1 ? name : shortOf(name);
    })
    .join(', ');
}
