import {
  type Annotation,
  type AnnotationId,
  canonicalJson,
  type PersonId,
  type Target,
  type Thread,
  type ThreadId,
} from '@assay/shared/model';
import { askedAgain, type Command, type ReviewState } from '@assay/shared/review';

/** A command without its id. */
export type Deed = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

type DeedOf<Type extends Command['type']> = Extract<Deed, { type: Type }>;

/** What of marking can be taken back. Words that were said are deleted or edited, not undone. */
export type MarkingDeed = DeedOf<
  | 'annotation.create'
  | 'annotation.relabel'
  | 'annotation.change-attributes'
  | 'annotation.change-extent'
  | 'annotation.withdraw'
  | 'annotation.restore'
  | 'thread.resolve'
  | 'thread.reopen'
>;

/** One marking of this person that can be taken back and done again. */
export interface MarkingStep {
  readonly deed: MarkingDeed['type'];
  readonly subject: AnnotationId | ThreadId;
  readonly undo: MarkingDeed;
  readonly redo: MarkingDeed;
}

/** The person's own markings since the article was opened: an immutable value, the last step last. */
export interface MarkingHistory {
  readonly done: readonly MarkingStep[];
  readonly undone: readonly MarkingStep[];
}

export const NO_MARKING_HISTORY: MarkingHistory = { done: [], undone: [] };

/** More steps than this are not kept. */
export const MARKING_STEPS = 200;

/** Why a step cannot be taken: others changed it, others spoke about it, or its words are gone. */
export type NoGround = 'changed' | 'answered' | 'gone';

/** What a look at the review needs beside its state. */
export interface Ground {
  readonly state: ReviewState;
  readonly me: PersonId;
  /** Whether all of these ranges still have words here. */
  stands(ranges: DeedOf<'annotation.change-extent'>['ranges']): boolean;
}

export function subjectOf(deed: MarkingDeed): AnnotationId | ThreadId {
  switch (deed.type) {
    case 'annotation.create':
      return deed.annotation.id;
    case 'thread.resolve':
    case 'thread.reopen':
      return deed.thread;
    default:
      return deed.annotation;
  }
}

export function isMarking(deed: Deed): deed is MarkingDeed {
  return deed.type in READ;
}

const extentOf = (ranges: readonly { readonly start: unknown; readonly end: unknown }[]) =>
  JSON.stringify(ranges.map(({ start, end }) => [start, end]));

const settledAs = (thread: Thread) => `${thread.status} by ${thread.settled?.by ?? thread.creator}`;

const annotationIn = ({ state }: Ground, id: AnnotationId) => state.annotations.get(id);
const activeIn = (ground: Ground, id: AnnotationId): Annotation | undefined => {
  const annotation = annotationIn(ground, id);
  return annotation?.status === 'active' ? annotation : undefined;
};

/** What a deed of a kind sets, as it stands in the review; undefined where there is nothing to set it on. */
const READ: {
  readonly [Type in MarkingDeed['type']]: (deed: DeedOf<Type>, ground: Ground) => string | undefined;
} = {
  'annotation.create': ({ annotation }, ground) => annotationIn(ground, annotation.id)?.status,
  'annotation.withdraw': ({ annotation }, ground) => annotationIn(ground, annotation)?.status,
  'annotation.restore': ({ annotation }, ground) => annotationIn(ground, annotation)?.status,
  'annotation.relabel': ({ annotation }, ground) => activeIn(ground, annotation)?.label,
  'annotation.change-attributes': ({ annotation }, ground) => {
    const attributes = activeIn(ground, annotation)?.attributes;
    return attributes && canonicalJson(askedAgain(attributes));
  },
  'annotation.change-extent': ({ annotation }, ground) => {
    const target = activeIn(ground, annotation)?.target;
    return target && extentOf(target.ranges);
  },
  'thread.resolve': ({ thread }, { state }) => read(state.threads.get(thread)),
  'thread.reopen': ({ thread }, { state }) => read(state.threads.get(thread)),
};

function read(thread: Thread | undefined): string | undefined {
  return thread && settledAs(thread);
}

/** What stands in the review once a deed is done and nobody has touched it since. */
function valueAfter(deed: MarkingDeed, me: PersonId): string {
  switch (deed.type) {
    case 'annotation.create':
    case 'annotation.restore':
      return 'active';
    case 'annotation.withdraw':
      return 'withdrawn';
    case 'annotation.relabel':
      return deed.label;
    case 'annotation.change-attributes':
      return canonicalJson(deed.attributes);
    case 'annotation.change-extent':
      return extentOf(deed.ranges);
    case 'thread.resolve':
      return `resolved by ${me}`;
    case 'thread.reopen':
      return `open by ${me}`;
  }
}

function valueNow(deed: MarkingDeed, ground: Ground): string | undefined {
  return (READ[deed.type] as (deed: MarkingDeed, ground: Ground) => string | undefined)(deed, ground);
}

const heldRanges = (target: Target) => target.ranges.map(({ start, end }) => ({ start, end }));

function inverseOf(deed: MarkingDeed, ground: Ground): MarkingDeed | null {
  switch (deed.type) {
    case 'annotation.create':
      return { type: 'annotation.withdraw', annotation: deed.annotation.id };
    case 'annotation.withdraw':
      return { type: 'annotation.restore', annotation: deed.annotation };
    case 'annotation.restore':
      return { type: 'annotation.withdraw', annotation: deed.annotation };
    case 'annotation.relabel': {
      const before = activeIn(ground, deed.annotation);
      return before ? { ...deed, label: before.label } : null;
    }
    case 'annotation.change-attributes': {
      const before = activeIn(ground, deed.annotation);
      return before ? { ...deed, attributes: askedAgain(before.attributes) } : null;
    }
    case 'annotation.change-extent': {
      const before = activeIn(ground, deed.annotation);
      return before ? { ...deed, ranges: heldRanges(before.target) } : null;
    }
    case 'thread.resolve':
      return { type: 'thread.reopen', thread: deed.thread };
    case 'thread.reopen':
      return { type: 'thread.resolve', thread: deed.thread };
  }
}

/** The step that a deed is, seen from just before it; null when it would change nothing. */
export function stepOf(deed: MarkingDeed, ground: Ground): MarkingStep | null {
  const undo = inverseOf(deed, ground);
  if (!undo || isAlreadySo(deed, ground)) return null;
  const redo: MarkingDeed =
    deed.type === 'annotation.create' ? { type: 'annotation.restore', annotation: deed.annotation.id } : deed;
  return { deed: deed.type, subject: subjectOf(deed), undo, redo };
}

/** Resolving what somebody else has resolved changes nothing either. */
function isAlreadySo(deed: MarkingDeed, ground: Ground): boolean {
  const now = valueNow(deed, ground);
  if (deed.type !== 'thread.resolve' && deed.type !== 'thread.reopen')
    return now === valueAfter(deed, ground.me);
  const status = ground.state.threads.get(deed.thread)?.status;
  return status === (deed.type === 'thread.resolve' ? 'resolved' : 'open');
}

/** A new step ends what could be done again. */
export function withStep({ done }: MarkingHistory, step: MarkingStep): MarkingHistory {
  return { done: [...done, step].slice(-MARKING_STEPS), undone: [] };
}

/** Without a step that the server did not take. */
export function withoutStep({ done, undone }: MarkingHistory, step: MarkingStep): MarkingHistory {
  return { done: done.filter((one) => one !== step), undone: undone.filter((one) => one !== step) };
}

/** What `undo` or `redo` comes to: a deed to do, or why not; and the history after it. */
export type Turn =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'done';
      readonly step: MarkingStep;
      readonly deed: MarkingDeed;
      readonly history: MarkingHistory;
    }
  | {
      readonly kind: 'refused';
      readonly step: MarkingStep;
      readonly why: NoGround;
      readonly history: MarkingHistory;
    };

/** Takes the last step back. One whose ground has changed is refused, and given up, so that the one before can follow. */
export function undoStep(history: MarkingHistory, ground: Ground): Turn {
  const step = history.done.at(-1);
  if (!step) return { kind: 'nothing' };
  const done = history.done.slice(0, -1);
  const why = noGround(step.undo, step.redo, ground);
  if (why) return { kind: 'refused', step, why, history: { done, undone: history.undone } };
  return { kind: 'done', step, deed: step.undo, history: { done, undone: [...history.undone, step] } };
}

/** Does the step that was taken back last once more. */
export function redoStep(history: MarkingHistory, ground: Ground): Turn {
  const step = history.undone.at(-1);
  if (!step) return { kind: 'nothing' };
  const undone = history.undone.slice(0, -1);
  const why = noGround(step.redo, step.undo, ground);
  if (why) return { kind: 'refused', step, why, history: { done: history.done, undone } };
  return { kind: 'done', step, deed: step.redo, history: { done: [...history.done, step], undone } };
}

/** Why a deed may not follow: the review must be as the one before left it. */
function noGround(deed: MarkingDeed, before: MarkingDeed, ground: Ground): NoGround | null {
  if (valueNow(before, ground) !== valueAfter(before, ground.me)) return 'changed';
  if (deed.type === 'annotation.withdraw' && isAnswered(deed.annotation, ground)) return 'answered';
  if (deed.type === 'annotation.change-extent' && !ground.stands(deed.ranges)) return 'gone';
  return null;
}

/** Taking a mark back takes it from under what others said about it: that is not for an undo. */
function isAnswered(annotation: AnnotationId, { state, me }: Ground): boolean {
  const thread: string = annotation;
  for (const comment of state.comments.values())
    if (comment.thread === thread && comment.creator !== me && !comment.deleted) return true;
  return false;
}
