import { type ReviewState, standingDecisions } from '@assay/shared/review';

/** What is still open in a review. */
export interface OpenPoints {
  readonly groups: number;
  /** Groups without a standing decision, those put off included. */
  readonly unsettled: number;
  /** Groups put off and not settled since. */
  readonly parked: number;
  readonly tasks: number;
}

type Counted = Pick<ReviewState, 'groups' | 'items' | 'decisions' | 'tasks'>;

export function openPoints(state: Counted): OpenPoints {
  const standing = standingDecisions(state.decisions);
  const unsettled = [...state.groups.keys()].filter((group) => !standing.has(group));
  return {
    groups: state.groups.size,
    unsettled: unsettled.length,
    parked: unsettled.filter((group) => state.items.get(group)?.parked).length,
    tasks: [...state.tasks.values()].filter((task) => task.state === 'open').length,
  };
}

/** What is open, one line each; empty when nothing is. */
export function openPointWords({ groups, unsettled, parked, tasks }: OpenPoints): readonly string[] {
  const lines: string[] = [];
  if (unsettled > 0) lines.push(`${unsettled} of ${counted(groups, 'group')} not settled`);
  if (parked > 0) lines.push(`${counted(parked, 'item')} put off`);
  if (tasks > 0) lines.push(`${counted(tasks, 'task')} not done`);
  return lines;
}

/** `1 group`, `12 groups`. */
export function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
