import type { Attributes } from './annotation.ts';
import type { AnnotationId, EvidenceId, GroupId, PersonId, TaskId } from './ids.ts';
import type { LabelId } from './label.ts';
import type { Moment } from './people.ts';
import type { Deed } from './workflow.ts';

/** How far the reviewers who count agree that and where something is; see shared/grouping. */
export const GROUP_STATES = ['agreed', 'boundary', 'majority', 'split', 'single'] as const;

/**
 * Marks of one label that mean the same, as the server grouped them when any of them last changed. Where their edges lie
 * apart is found from the marks themselves.
 */
export interface Group {
  readonly id: GroupId;
  readonly label: LabelId;
  /** In text order. */
  readonly marks: readonly AnnotationId[];
  /** Who made them, in the order of their first marks. */
  readonly reviewers: readonly PersonId[];
  /** Who counts and has no mark here. */
  readonly missing: readonly PersonId[];
  readonly state: (typeof GROUP_STATES)[number];
  /** Groups of other labels on the same words; `rival`: people chose between the labels. */
  readonly clash: readonly { readonly group: GroupId; readonly label: LabelId; readonly rival: boolean }[];
  /** 0 to 1. */
  readonly disagreement: number;
  /** Where it begins, in UTF-16 units of the text of that time: for ordering. */
  readonly start: number;
}

/** What people have said of a group as an item of the agenda; its id is the group's. */
export interface AgendaItem {
  readonly id: GroupId;
  /** Where a moderator has put it: lower comes first, whatever its weight. Absent: by weight. */
  readonly rank?: number;
  /** Taken out of what is settled without talking. */
  readonly pulled?: Deed;
  /** Put off. */
  readonly parked?: Deed & { readonly owner: PersonId; readonly due: string | null };
}

/** What somebody thinks of a group: of its reading as a whole, or which of its marks is right. */
export type VoteChoice =
  | { readonly kind: 'agree' | 'disagree' | 'abstain' }
  | { readonly kind: 'variant'; readonly mark: AnnotationId };

export interface Vote extends Deed {
  readonly choice: VoteChoice;
}

/**
 * The votes on a group; its id is the group's. Until they are revealed, everybody else's are left out of what a person
 * is shown, and only `voted` tells who has voted.
 */
export interface Ballot {
  readonly id: GroupId;
  readonly voted: readonly PersonId[];
  readonly votes: readonly Vote[];
  /** `by` is null when the last of those asked had voted. */
  readonly revealed: { readonly by: PersonId | null; readonly at: Moment } | null;
}

/** What was found out about the claim of a group: attributes of the guide that are about settling. Its id is the group's. */
export interface Finding extends Deed {
  readonly id: GroupId;
  readonly attributes: Attributes;
}

/** A page that speaks for or against the claim of a group, or beside it. */
export interface Evidence {
  readonly id: EvidenceId;
  readonly group: GroupId;
  /** `http:` or `https:`. */
  readonly url: string;
  readonly title: string;
  /** Words of the page. */
  readonly quote: string;
  /** The day on which it was seen: `2026-02-03`. */
  readonly seen: string | null;
  readonly stance: 'supports' | 'refutes' | 'context';
  readonly creator: PersonId;
  readonly created: Moment;
}

/** Something to be done about a group. */
export interface Task {
  readonly id: TaskId;
  readonly group: GroupId;
  readonly text: string;
  readonly assignee: PersonId | null;
  /** A day: `2026-02-03`. */
  readonly due: string | null;
  readonly state: 'open' | 'done';
  readonly creator: PersonId;
  readonly created: Moment;
  readonly closed?: Deed;
}
