import type { Annotation } from '@assay/shared/model';
import type { Draft } from './draft.ts';
import type { EventType, ReviewEvent } from './events.ts';

type AnnotationEvent = Extract<ReviewEvent, { type: Extract<EventType, `annotation.${string}`> }>;

export function applyAnnotation(draft: Draft, event: AnnotationEvent): void {
  if (event.type === 'annotation.created') {
    draft.annotations.add(event.annotation);
    draft.countMark(event.annotation.creator, 1);
    return;
  }
  draft.annotations.change(event.annotation, (annotation) => changed(annotation, event));
  const { creator } = draft.annotations.current.get(event.annotation)!;
  if (event.type === 'annotation.withdrawn') draft.countMark(creator, -1);
  if (event.type === 'annotation.restored') draft.countMark(creator, 1);
}

function changed(
  annotation: Annotation,
  event: Exclude<AnnotationEvent, { type: 'annotation.created' }>,
): Annotation {
  const modified = event.at;
  switch (event.type) {
    case 'annotation.relabelled':
      return { ...annotation, label: event.label, modified };
    case 'annotation.attributes-changed':
      return { ...annotation, attributes: event.attributes, modified };
    case 'annotation.extent-changed':
      return { ...found(annotation), target: event.target, modified };
    case 'annotation.anchored':
    case 'annotation.reattached':
      return { ...found(annotation), target: event.target };
    case 'annotation.orphaned':
      return { ...annotation, target: event.target, orphaned: { by: event.actor, at: event.at } };
    case 'annotation.withdrawn':
      return { ...annotation, status: 'withdrawn', modified };
    case 'annotation.restored':
      return { ...annotation, status: 'active', modified };
  }
}

function found({ orphaned: _, ...annotation }: Annotation): Annotation {
  return annotation;
}
