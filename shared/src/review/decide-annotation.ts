import {
  type Annotation,
  type AnnotationId,
  canonicalJson,
  type Target,
  threadOf,
} from '@assay/shared/model';
import type { Action } from '@assay/shared/policy';
import { type CommandOf, type DecideContext, type Decided, happened } from './context.ts';
import { readAttributes, strangeLabel } from './read-attributes.ts';
import { forbidden, type Refused, refuse } from './refusals.ts';
import type { ReviewState } from './state.ts';

export function decideAnnotationCreate(
  state: ReviewState,
  { annotation, text }: CommandOf<'annotation.create'>,
  context: DecideContext,
): Decided {
  const { actor, now, locate } = context;
  const refused = forbidden(actor, 'annotation.create') ?? strangeLabel(state, annotation.label);
  if (refused) return refused;
  // The annotation's thread will carry its id, so that must be free as well.
  if (state.annotations.has(annotation.id) || state.threads.has(threadOf(annotation.id)))
    return refuse(
      'already-exists',
      'A mark with this id is already there. Give the new one an id of its own.',
    );
  const located = locate({ ranges: annotation.ranges, text });
  if (!located.ok) return located;
  const read = readAttributes(state, annotation.label, annotation.attributes, {}, context);
  if (!read.ok) return read;
  return happened({
    type: 'annotation.created',
    annotation: {
      id: annotation.id,
      label: annotation.label,
      target: located.target,
      attributes: read.attributes,
      creator: actor.person,
      created: now,
      modified: now,
      status: 'active',
      ...(state.workflow.phase !== 'marking' && { late: true as const }),
    },
  });
}

export function decideRelabel(
  state: ReviewState,
  command: CommandOf<'annotation.relabel'>,
  context: DecideContext,
): Decided {
  const found = changeable(state, command.annotation, context);
  if (!found.ok) return found;
  if (found.annotation.label === command.label) return happened();
  const strange = strangeLabel(state, command.label);
  if (strange) return strange;
  return happened({
    type: 'annotation.relabelled',
    annotation: command.annotation,
    label: command.label,
  });
}

/** The attributes given replace all there were. */
export function decideAttributes(
  state: ReviewState,
  { annotation, attributes: asked }: CommandOf<'annotation.change-attributes'>,
  context: DecideContext,
): Decided {
  const found = changeable(state, annotation, context);
  if (!found.ok) return found;
  const { label, attributes: before } = found.annotation;
  const read = readAttributes(state, label, asked, before, context);
  if (!read.ok) return read;
  const { attributes } = read;
  if (canonicalJson(before) === canonicalJson(attributes)) return happened();
  return happened({ type: 'annotation.attributes-changed', annotation, attributes });
}

export function decideExtent(
  state: ReviewState,
  { annotation, ranges, text }: CommandOf<'annotation.change-extent'>,
  context: DecideContext,
): Decided {
  const found = changeable(state, annotation, context);
  if (!found.ok) return found;
  const located = context.locate({ ranges, text });
  if (!located.ok) return located;
  if (sameTarget(found.annotation.target, located.target)) return happened();
  return happened({ type: 'annotation.extent-changed', annotation, target: located.target });
}

export function decideWithdraw(
  state: ReviewState,
  { annotation }: CommandOf<'annotation.withdraw'>,
  context: DecideContext,
): Decided {
  const found = permitted(state, annotation, 'annotation.withdraw', context);
  if (!found.ok) return found;
  if (found.annotation.status === 'withdrawn') return happened();
  return happened({ type: 'annotation.withdrawn', annotation });
}

export function decideRestore(
  state: ReviewState,
  { annotation }: CommandOf<'annotation.restore'>,
  context: DecideContext,
): Decided {
  const found = permitted(state, annotation, 'annotation.withdraw', context);
  if (!found.ok) return found;
  if (found.annotation.status === 'active') return happened();
  return happened({ type: 'annotation.restored', annotation });
}

type Found = { readonly ok: true; readonly annotation: Annotation } | Refused;

function permitted(state: ReviewState, id: AnnotationId, action: Action, { actor }: DecideContext): Found {
  const annotation = state.annotations.get(id);
  if (!annotation)
    return refuse('not-found', 'This mark is not in this article. Reload the page to see what is.');
  return forbidden(actor, action, annotation) ?? { ok: true, annotation };
}

/** The annotation, if the actor may change it and it has not been withdrawn. */
function changeable(state: ReviewState, id: AnnotationId, context: DecideContext): Found {
  const found = permitted(state, id, 'annotation.change', context);
  if (found.ok && found.annotation.status === 'withdrawn')
    return refuse('withdrawn', 'This mark has been withdrawn. Restore it first, then change it.');
  return found;
}

function sameTarget(a: Target, b: Target): boolean {
  return canonicalJson(a.ranges) === canonicalJson(b.ranges);
}
