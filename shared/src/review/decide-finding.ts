import { checkAttributes, type Group, type LabelId, type Task } from '@assay/shared/model';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import { forbidden, noGroup, refuse } from './refusals.ts';
import { standingDecision } from './running.ts';
import type { ReviewState } from './state.ts';

/** What those who settle a mark say of it, such as the verdict: once it is settled. */
export function decideFinding(
  state: ReviewState,
  { group: id, attribute, value }: CommandOf<'finding.set'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'finding.change');
  if (refused) return refused;
  const group = state.groups.get(id);
  if (!group) return noGroup();
  if ((state.findings.get(id)?.attributes[attribute] ?? null) === value) return happened();
  const fault = value === null ? null : findingFault(state, group, attribute, value);
  if (fault) return refuse('bad-command', fault);
  if (!standingDecision(state, id))
    return refuse('wrong-phase', 'Settle the mark first: what was found out is said of what was settled.');
  return happened({ type: 'finding.set', group: id, attribute, value });
}

function findingFault(
  state: ReviewState,
  group: Group,
  attribute: string,
  value: string | number | boolean,
): string | null {
  const settledAs = settledLabel(state, group);
  const label = state.guide?.labels.find((one) => one.id === settledAs);
  if (!label) return null;
  const known = label.attributes.find((one) => one.id === attribute);
  if (known && known.about !== 'settling')
    return `“${known.name}” is said by each reviewer of their own mark. Change it there.`;
  const check = checkAttributes(label, { [attribute]: value });
  return check.ok ? null : check.problems[0]!.message;
}

/** The label that a group has in the end: that of its decision, which may be another than its marks have. */
export function settledLabel(state: Pick<ReviewState, 'decisions'>, group: Group): LabelId {
  return standingDecision(state, group.id)?.spans[0]?.label ?? group.label;
}

export function decideEvidence(
  state: ReviewState,
  { evidence }: CommandOf<'evidence.add'>,
  { actor, now }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'finding.change');
  if (refused) return refused;
  if (state.evidence.has(evidence.id))
    return refuse(
      'already-exists',
      'Evidence with this id is already there. Give the new one an id of its own.',
    );
  if (!state.groups.has(evidence.group)) return noGroup();
  return happened({ type: 'evidence.added', evidence: { ...evidence, creator: actor.person, created: now } });
}

export function decideEvidenceRemoval(
  state: ReviewState,
  { evidence: id }: CommandOf<'evidence.remove'>,
  { actor }: DecideContext,
): Decided {
  const evidence = state.evidence.get(id);
  if (!evidence) return happened();
  const refused = forbidden(actor, 'evidence.remove', evidence);
  return refused ?? happened({ type: 'evidence.removed', evidence: id });
}

export function decideTask(
  state: ReviewState,
  { task }: CommandOf<'task.add'>,
  { actor, now }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'task.change');
  if (refused) return refused;
  if (state.tasks.has(task.id))
    return refuse(
      'already-exists',
      'A task with this id is already there. Give the new one an id of its own.',
    );
  if (!state.groups.has(task.group)) return noGroup();
  const made: Task = { ...task, state: 'open', creator: actor.person, created: now };
  return happened({ type: 'task.added', task: made });
}

export function decideTaskChange(
  state: ReviewState,
  { task: id, text, assignee, due, state: to }: CommandOf<'task.change'>,
  { actor }: DecideContext,
): Decided {
  const refused = forbidden(actor, 'task.change');
  if (refused) return refused;
  const task = state.tasks.get(id);
  if (!task) return refuse('not-found', 'There is no such task. Reload the page to see what is.');
  const change = {
    ...(text !== undefined && text !== task.text && { text }),
    ...(assignee !== undefined && assignee !== task.assignee && { assignee }),
    ...(due !== undefined && due !== task.due && { due }),
    ...(to !== undefined && to !== task.state && { state: to }),
  };
  return Object.keys(change).length === 0 ? happened() : happened({ type: 'task.changed', task: id, change });
}
