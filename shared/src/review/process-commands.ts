import {
  type AnnotationId,
  type DecisionId,
  type EvidenceId,
  type GroupId,
  isAttributeId,
  OUTCOMES,
  type PersonId,
  type SessionId,
  type TaskId,
} from '@assay/shared/model';
import { z } from 'zod';
import {
  attributes,
  COMMAND_LIMITS,
  command,
  id,
  label,
  ranges,
  text,
  wellFormed,
  words,
} from './command-parts.ts';

const moment = z.iso.datetime({ precision: 3 });
const day = z.iso.date();
const group = id<GroupId>();
const groups = z.array(group).min(1).max(COMMAND_LIMITS.groups);
const session = id<SessionId>();
const sentence = wellFormed(COMMAND_LIMITS.comment).trim();
const choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['agree', 'disagree', 'abstain']) }),
  z.object({ kind: z.literal('variant'), mark: id<AnnotationId>() }),
]);

/** What a moderator plans; whatever is left out stays as it is. */
const plan = z.object({
  blind: z.boolean().optional(),
  reviewers: z.array(id<PersonId>()).max(COMMAND_LIMITS.reviewers).optional(),
  deadline: moment.nullable().optional(),
  revealAt: z.object({ deadline: z.boolean(), allDone: z.boolean() }).optional(),
  agreementFor: z.enum(['everybody', 'moderators']).optional(),
});

/** `accepted` names the mark that is right as it is; other outcomes that have spans say them in full. */
const decision = z.object({
  id: id<DecisionId>(),
  groups,
  outcome: z.enum(OUTCOMES),
  accepted: id<AnnotationId>().optional(),
  spans: z
    .array(z.object({ label, ranges, text, attributes: attributes.default({}) }))
    .max(COMMAND_LIMITS.ranges)
    .default([]),
  rationale: sentence.optional(),
  clause: wellFormed(COMMAND_LIMITS.title).trim().optional(),
});

/** The commands of the way from marking to sign-off. Those about groups need the marks to be revealed. */
export const PROCESS_COMMANDS = [
  command('review.plan', { plan }),
  command('review.say-done', { done: z.boolean() }),
  command('review.reveal', {}),
  /** To discussing or settling; what was blind has to be revealed before. */
  command('review.move', { to: z.enum(['discussing', 'settling']) }),
  command('review.sign-off', {}),
  command('review.reopen', {}),
  command('group.join', { groups: z.array(group).min(2).max(COMMAND_LIMITS.groups) }),
  /** Takes these marks out into a group of their own. */
  command('group.split', { group, marks: z.array(id<AnnotationId>()).min(1).max(COMMAND_LIMITS.reviewers) }),
  /** Puts the item before another one of the agenda, or last; `by-weight` forgets where it was put. */
  command('item.rank', { group, rank: z.number().nullable() }),
  command('item.pull', { group, pulled: z.boolean() }),
  command('item.park', {
    group,
    parked: z.object({ owner: id<PersonId>(), due: day.nullable() }).nullable(),
  }),
  command('vote.cast', { group, choice: choice.nullable() }),
  command('vote.reveal', { group }),
  command('decision.make', { decision }),
  /** Settles these as one of their marks has it, each by a decision of its own. Items that were pulled out stay. */
  command('decision.make-batch', {
    items: z
      .array(z.object({ decision: id<DecisionId>(), group, accepted: id<AnnotationId>() }))
      .min(1)
      .max(COMMAND_LIMITS.batch),
  }),
  command('decision.reopen', { decision: id<DecisionId>(), reason: sentence.optional() }),
  command('finding.set', {
    group,
    attribute: z.custom<string>(isAttributeId, 'an attribute id is letters, digits, "_" and "-"'),
    value: z.union([wellFormed(COMMAND_LIMITS.attributeValue), z.number(), z.boolean(), z.null()]),
  }),
  command('evidence.add', {
    evidence: z.object({
      id: id<EvidenceId>(),
      group,
      url: z.url({ protocol: /^https?$/ }).max(COMMAND_LIMITS.url),
      title: wellFormed(COMMAND_LIMITS.title).trim(),
      quote: wellFormed(COMMAND_LIMITS.attributeValue).trim(),
      seen: day.nullable(),
      stance: z.enum(['supports', 'refutes', 'context']),
    }),
  }),
  command('evidence.remove', { evidence: id<EvidenceId>() }),
  command('task.add', {
    task: z.object({
      id: id<TaskId>(),
      group,
      text: words(COMMAND_LIMITS.title),
      assignee: id<PersonId>().nullable(),
      due: day.nullable(),
    }),
  }),
  command('task.change', {
    task: id<TaskId>(),
    text: words(COMMAND_LIMITS.title).optional(),
    assignee: id<PersonId>().nullable().optional(),
    due: day.nullable().optional(),
    state: z.enum(['open', 'done']).optional(),
  }),
  command('session.start', { session }),
  command('session.join', { session }),
  command('session.leave', { session }),
  command('session.move', { session, to: group.nullable() }),
  command('session.lead', { session, presenter: id<PersonId>() }),
  /** Seconds to count down from now; null stops the clock. */
  command('session.time', {
    session,
    seconds: z
      .int()
      .min(1)
      .max(24 * 3600)
      .nullable(),
  }),
  command('session.end', { session }),
] as const;
