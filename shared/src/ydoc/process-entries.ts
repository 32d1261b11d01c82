import { GROUP_STATES, isTarget, OUTCOMES, PHASES, type Workflow } from '@assay/shared/model';
import type { EntryRoot, ReviewState } from '@assay/shared/review';
import { isAnnotation, isComment, isThread } from './entries.ts';
import {
  absentOr,
  type Entry,
  type Fields,
  isBy,
  isFields,
  isList,
  isMade,
  isMoment,
  isName,
  isText,
  nullOr,
} from './entry-parts.ts';

/*
 * Guards for the entries of the way from marking to sign-off; see entries.ts for why they are hand-written.
 */

export function isWorkflow(value: unknown): value is Workflow {
  return (
    isFields(value) &&
    PHASES.some((phase) => phase === value.phase) &&
    typeof value.blind === 'boolean' &&
    isList(value.reviewers, isName) &&
    nullOr(isMoment, value.deadline) &&
    isFields(value.revealAt) &&
    isList(value.done, isBy) &&
    nullOr(isBy, value.revealed) &&
    nullOr(isBy, value.signedOff)
  );
}

export function isProgress(value: unknown): value is ReviewState['progress'] {
  return isFields(value) && Object.values(value).every(Number.isInteger);
}

function isGroup(value: Fields): boolean {
  return (
    isText(value.label) &&
    isList(value.marks, isName) &&
    isList(value.reviewers, isName) &&
    isList(value.missing, isName) &&
    GROUP_STATES.some((state) => state === value.state) &&
    isList(value.clash, (clash) => isFields(clash) && isName(clash.group) && isText(clash.label)) &&
    Number.isFinite(value.disagreement) &&
    Number.isFinite(value.start)
  );
}

function isItem(value: Fields): boolean {
  return (
    absentOr(Number.isFinite, value.rank) &&
    absentOr(isBy, value.pulled) &&
    absentOr((parked) => isBy(parked) && isName((parked as Fields).owner), value.parked)
  );
}

function isVote(value: unknown): boolean {
  if (!isBy(value)) return false;
  const { choice } = value as Fields;
  if (!isFields(choice)) return false;
  if (choice.kind === 'variant') return isName(choice.mark);
  return choice.kind === 'agree' || choice.kind === 'disagree' || choice.kind === 'abstain';
}

function isBallot(value: Fields): boolean {
  return (
    isList(value.voted, isName) &&
    isList(value.votes, isVote) &&
    nullOr(
      (revealed) => isFields(revealed) && isMoment(revealed.at) && nullOr(isName, revealed.by),
      value.revealed,
    )
  );
}

function isSpan(value: unknown): boolean {
  return isFields(value) && isText(value.label) && isTarget(value.target) && isFields(value.attributes);
}

function isDecision(value: Fields): boolean {
  return (
    isMade(value) &&
    isList(value.groups, isName) &&
    OUTCOMES.some((outcome) => outcome === value.outcome) &&
    isList(value.spans, isSpan) &&
    isList(value.marks, isName) &&
    isList(value.votes, isVote) &&
    isList(value.dissent, isName) &&
    absentOr(isText, value.rationale) &&
    absentOr(isBy, value.reopened)
  );
}

function isFinding(value: Fields): boolean {
  return isBy(value) && isFields(value.attributes);
}

function isEvidence(value: Fields): boolean {
  return (
    isMade(value) &&
    isName(value.group) &&
    [value.url, value.title, value.quote, value.stance].every(isText) &&
    nullOr(isText, value.seen)
  );
}

function isTask(value: Fields): boolean {
  return (
    isMade(value) &&
    isName(value.group) &&
    isText(value.text) &&
    nullOr(isName, value.assignee) &&
    nullOr(isText, value.due) &&
    (value.state === 'open' || value.state === 'done')
  );
}

function isAttendance(value: unknown): boolean {
  return isFields(value) && isName(value.person) && isMoment(value.joined) && absentOr(isMoment, value.left);
}

function isSession(value: Fields): boolean {
  return (
    isMade(value) &&
    isName(value.presenter) &&
    nullOr(isName, value.current) &&
    isList(value.attendance, isAttendance) &&
    nullOr(
      (timer) => isFields(timer) && isMoment(timer.started) && Number.isFinite(timer.seconds),
      value.timer,
    ) &&
    absentOr(isMoment, value.ended)
  );
}

type Guard = (value: unknown) => value is Entry;

const named =
  (check: (value: Fields) => boolean): Guard =>
  (value): value is Entry =>
    isFields(value) && isName(value.id) && check(value);

/** What an entry of each root has to be. */
export const ENTRY_GUARDS: Readonly<Record<EntryRoot, Guard>> = {
  annotations: isAnnotation,
  threads: isThread,
  comments: isComment,
  groups: named(isGroup),
  items: named(isItem),
  ballots: named(isBallot),
  decisions: named(isDecision),
  findings: named(isFinding),
  evidence: named(isEvidence),
  tasks: named(isTask),
  sessions: named(isSession),
};
