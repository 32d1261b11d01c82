import type { TextRange } from '@assay/shared/model';
import { type Candidate, candidateOf, type GroupableMark, inTextOrder } from './candidates.ts';
import { type Face, facesOf } from './constraints.ts';
import { coveredBy, type Stretch, stretchesOf } from './coverage.ts';
import { hullOf, overlaps, type Spans, spansOf } from './spans.ts';

/** A place in the text where reviewers begin, or end. */
export interface Edge {
  readonly at: number;
  readonly reviewers: readonly string[];
}

/** Where the marks of one group agree and where they lie apart. All offsets are UTF-16 units of the linear text. */
export interface GroupDetail {
  /** In the order of their first marks. */
  readonly reviewers: readonly string[];
  /** What all of its reviewers marked; empty only where marks were joined by hand or have pieces. */
  readonly core: Spans;
  /** From the first unit that anybody marked to the last. */
  readonly extent: TextRange;
  /** Where the compared words begin and end, in text order: contested when there are several. */
  readonly begins: readonly Edge[];
  readonly ends: readonly Edge[];
  /** The compared words that some of its reviewers marked and others did not, those inside gaps too. */
  readonly contested: readonly Stretch[];
}

/** The detail of a group with how it is drawn: everything that anybody marked is either firm or loose. */
export interface GroupPicture extends GroupDetail {
  /** The core, with the punctuation, white space and lead-in word beside it that only some of its reviewers marked. */
  readonly firm: Spans;
  /** The rest, cut wherever the marks of one of its reviewers begin or end, with who marked each stretch. */
  readonly loose: readonly Stretch[];
}

/** The detail of marks in text order; `faces` are those of their compared words. */
export function detailOf(sorted: readonly Candidate[], faces: readonly Face[]): GroupDetail {
  return {
    reviewers: faces.map(({ reviewer }) => reviewer),
    core: coveredBy(stretchesOf(facesAsMarked(sorted)), faces.length),
    extent: hullOf(spansOf(sorted.flatMap(({ marked }) => marked))),
    begins: edgesOf(faces, (hull) => hull.start),
    ends: edgesOf(faces, (hull) => hull.end),
    contested: stretchesOf(faces).filter(({ by }) => by.length < faces.length),
  };
}

/**
 * Where the marks of one group stand to each other, as `groupMarks` tells it, from these marks alone. `text`: what the
 * ranges count in; a part of the linear text will do, as long as it holds all of them. Marks that cover nothing are left
 * out; null when none is left. Throws a RangeError for a mark outside the text.
 */
export function groupDetail(members: readonly GroupableMark[], text: string): GroupPicture | null {
  const standing = members.filter(({ ranges }) => ranges.some(({ start, end }) => start < end));
  if (standing.length === 0) return null;
  const sorted = standing.map((mark) => candidateOf(mark, text)).sort(inTextOrder);
  const faces = facesOf(sorted);
  const detail = detailOf(sorted, faces);
  const asMarked = stretchesOf(facesAsMarked(sorted));
  const agreed = [...detail.core, ...coveredBy(stretchesOf(faces), faces.length)];
  const firm = spansOf([...agreed, ...noiseBeside(spansOf(agreed), asMarked, detail.contested)]);
  return { ...detail, firm, loose: asMarked.flatMap((stretch) => outside(stretch, firm)) };
}

function facesAsMarked(candidates: readonly Candidate[]): Face[] {
  return facesOf(candidates.map((candidate) => ({ ...candidate, words: candidate.marked })));
}

/** What was marked and is not compared, as far as it lies next to what all agree on. */
function noiseBeside(agreed: Spans, marked: readonly Stretch[], contested: readonly Stretch[]): TextRange[] {
  const noise = marked.flatMap((stretch) => outside(stretch, spansOf([...agreed, ...contested])));
  return spansOf(noise).filter((piece) =>
    agreed.some(({ start, end }) => start === piece.end || end === piece.start),
  );
}

/** The parts of a stretch that none of the spans covers. */
function outside(stretch: Stretch, spans: Spans): Stretch[] {
  const parts: Stretch[] = [];
  let { start } = stretch;
  for (const span of spans) {
    if (!overlaps(span, { start, end: stretch.end })) continue;
    if (start < span.start) parts.push({ ...stretch, start, end: span.start });
    start = span.end;
  }
  return start < stretch.end ? [...parts, { ...stretch, start }] : parts;
}

function edgesOf(faces: readonly Face[], edge: (hull: TextRange) => number): Edge[] {
  const edges: { at: number; reviewers: string[] }[] = [];
  for (const { reviewer, words } of faces) {
    const at = edge(hullOf(words));
    const known = edges.find((other) => other.at === at);
    if (known) known.reviewers.push(reviewer);
    else edges.push({ at, reviewers: [reviewer] });
  }
  return edges.sort((a, b) => a.at - b.at);
}
