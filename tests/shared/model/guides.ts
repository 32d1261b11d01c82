import {
  changeGuide,
  DEFAULT_GUIDE,
  type Guide,
  type GuideChange,
  type GuideLabel,
  nextLook,
} from '@assay/shared/model';

/** A value that nothing can write to, however deep. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}

/** A new label of a guide, in the look that comes next. */
export function label(guide: Guide, id: string, more: Partial<GuideLabel> = {}): GuideLabel {
  return {
    id,
    name: id,
    question: `Is it ${id}?`,
    definition: '',
    examples: [],
    attributes: [],
    ...nextLook(guide.labels, { name: id }),
    ...more,
  };
}

/** The guide after these changes, each of which must be possible. */
export function guideAfter(changes: readonly GuideChange[], from: Guide = DEFAULT_GUIDE): Guide {
  return changes.reduce((guide, change) => {
    const changed = changeGuide(frozen(guide), change);
    if (!changed.ok) throw new Error(changed.refusal.message);
    return changed.guide;
  }, from);
}

/** What somebody is told who asks for a change that cannot be. */
export function refusal(change: GuideChange, from: Guide = DEFAULT_GUIDE): string {
  const changed = changeGuide(frozen(from), change);
  if (changed.ok) throw new Error(`The change ${change.type} was made`);
  return `${changed.refusal.code}: ${changed.refusal.message}`;
}

/** The guide with this many labels in use. */
export function guideOf(count: number): Guide {
  let guide = DEFAULT_GUIDE;
  for (let i = guide.labels.length; i < count; i++)
    guide = guideAfter([{ type: 'label.add', label: label(guide, `label-${i}`), before: null }], guide);
  return guide;
}
