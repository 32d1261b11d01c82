import type { LabelId, TextRange } from '@assay/shared/model';
import { type Candidate, inTextOrder } from './candidates.ts';
import { type Face, facesOf } from './constraints.ts';
import { coveredBy, stretchesOf } from './coverage.ts';
import { detailOf, type GroupDetail } from './detail.ts';
import { hullOf, isSame, type Spans, similarity } from './spans.ts';

/**
 * How far the reviewers who count agree that and where something is:
 * `agreed` all have it, with the same words; `boundary` all have it, the edges differ; `majority` more than half have it,
 * not all; `split` several have it, half or fewer; `single` one has it.
 */
export type GroupState = 'agreed' | 'boundary' | 'majority' | 'split' | 'single';

/** A mark in a group: what was marked, and from its first to its last unit. */
export interface GroupMember {
  readonly mark: string;
  readonly reviewer: string;
  readonly ranges: Spans;
  readonly extent: TextRange;
}

/** A group of another label on the same words. */
export interface Clash {
  readonly group: string;
  readonly label: LabelId;
  /** Intersection over union of the words that more than half of each group's reviewers marked. */
  readonly similarity: number;
  /** Who put both labels here: to them they are layers. */
  readonly both: readonly string[];
  /** Who put the other label here, and not this one. */
  readonly others: readonly string[];
  /** Whether there are such people on both sides: then one label stands against the other, rather than beside it. */
  readonly rival: boolean;
}

/** Marks of one label, by different reviewers, that mean the same. All offsets are UTF-16 units of the linear text. */
export interface MarkGroup extends GroupDetail {
  /** Keeps to the group as long as most of its marks do. */
  readonly id: string;
  readonly label: LabelId;
  readonly state: GroupState;
  /** In text order. A reviewer has several only where marks were joined by hand. */
  readonly members: readonly GroupMember[];
  /** Who counts and has no mark here. */
  readonly missing: readonly string[];
  readonly clash: readonly Clash[];
  /** 0 to 1, for ordering an agenda: how far its reviewers are apart about where it is and which label it has. */
  readonly disagreement: number;
}

/** A group before it is compared with those of other labels. */
export interface GroupDraft extends Omit<MarkGroup, 'clash' | 'disagreement'> {
  /** What more than half of its reviewers marked, as compared. */
  readonly words: Spans;
  /** How far those who count are apart about where it is, if anywhere: 0 to 1, the mean over all pairs of them. */
  readonly apart: number;
}

/** `candidates`: those of one group. `counted`: everybody who counts, in their order. */
export function draftGroup(
  id: string,
  candidates: readonly Candidate[],
  counted: readonly string[],
): GroupDraft {
  const sorted = [...candidates].sort(inTextOrder);
  const faces = facesOf(sorted);
  const stretches = stretchesOf(faces);
  const detail = detailOf(sorted, faces);
  return {
    ...detail,
    id,
    label: sorted[0]!.mark.label,
    state: stateOf(faces, counted.length),
    members: sorted.map(memberOf),
    missing: counted.filter((reviewer) => !detail.reviewers.includes(reviewer)),
    words: coveredBy(stretches, Math.floor(faces.length / 2) + 1),
    apart: meanDistance(faces, counted.length),
  };
}

function memberOf({ mark, marked }: Candidate): GroupMember {
  return { mark: mark.id, reviewer: mark.reviewer, ranges: marked, extent: hullOf(marked) };
}

function stateOf(faces: readonly Face[], counted: number): GroupState {
  if (faces.length === 1) return 'single';
  if (faces.length * 2 <= counted) return 'split';
  if (faces.length < counted) return 'majority';
  return faces.every(({ words }) => isSame(words, faces[0]!.words)) ? 'agreed' : 'boundary';
}

function meanDistance(faces: readonly Face[], counted: number): number {
  if (counted < 2) return 0;
  let sum = faces.length * (counted - faces.length);
  for (const [i, face] of faces.entries())
    for (const other of faces.slice(i + 1)) sum += 1 - similarity(face.words, other.words);
  return sum / ((counted * (counted - 1)) / 2);
}
