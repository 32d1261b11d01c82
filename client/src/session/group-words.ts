import { type Decision, type Group, type Label, labelIn, type PersonId } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';

/** What tells of groups in words needs to know. */
export interface GroupContext {
  readonly groups: ReviewState['groups'];
  /** Those of the article's guide. */
  readonly labels: readonly Label[];
  nameOf(person: PersonId): string;
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

export function listOfNames(people: readonly PersonId[], { nameOf }: GroupContext): string {
  return LIST.format(people.map(nameOf));
}

/** `4 of 4`: how many of those who count have marked it. */
export function shareOf({ reviewers, missing }: Group): string {
  return `${reviewers.length} of ${reviewers.length + missing.length}`;
}

/** `4 of 4, same words`, `4 of 4, edges differ`, `2 of 4`, `only Ana`. `edgesDiffer`: of a group that not all have. */
export function stateInWords(group: Group, edgesDiffer: boolean, context: GroupContext): string {
  const [only] = group.reviewers;
  if (group.state === 'single' && only !== undefined) return `only ${context.nameOf(only)}`;
  if (group.state === 'agreed') return `${shareOf(group)}, same words`;
  return `${shareOf(group)}${edgesDiffer || group.state === 'boundary' ? ', edges differ' : ''}`;
}

/** Another label on the same words. */
export interface OtherLabel {
  readonly group: Group;
  readonly rival: boolean;
  /** Who chose it and not this one. */
  readonly others: readonly PersonId[];
}

export function otherLabels(
  { clash, reviewers }: Group,
  groups: ReviewState['groups'],
): readonly OtherLabel[] {
  return clash.flatMap(({ group: id, rival }) => {
    const group = groups.get(id);
    const others = group?.reviewers.filter((person) => !reviewers.includes(person)) ?? [];
    return group ? [{ group, rival, others }] : [];
  });
}

/** `Ben and Cy say Quote instead`, `also Quote`. */
export function otherInWords({ group, rival, others }: OtherLabel, context: GroupContext): string {
  const label = labelIn(context.labels, group.label).name;
  if (!rival) return `also ${label}`;
  return `${listOfNames(others, context)} ${others.length === 1 ? 'says' : 'say'} ${label} instead`;
}

const SETTLED: Readonly<Record<Decision['outcome'], string>> = {
  accepted: 'settled as one of its marks has it',
  adjusted: 'settled with other words',
  relabelled: 'settled with another label',
  merged: 'settled together with another group',
  split: 'settled in parts',
  rejected: 'settled: nothing is marked here',
  contested: 'left open by decision',
};

export function decisionInWords(
  { outcome, accepted }: Decision,
  by: PersonId | null,
  { nameOf }: GroupContext,
): string {
  return accepted !== undefined && by !== null ? `settled as ${nameOf(by)} marked it` : SETTLED[outcome];
}

/** A plain sentence or two for whoever cannot see how a group is drawn. */
export function groupInWords(group: Group, decision: Decision | undefined, context: GroupContext): string {
  const people = listOfNames(group.reviewers, context);
  const missing = group.missing.length > 0 ? `; not by ${listOfNames(group.missing, context)}` : '';
  const others = otherLabels(group, context.groups).map((other) => otherInWords(other, context));
  return [
    `${labelIn(context.labels, group.label).name} by ${people}, ${shareOf(group)}${missing}.`,
    decision && `${sentence(SETTLED[decision.outcome])}.`,
    others.length > 0 && `${sentence(others.join('; '))}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
