import {
  type Attributes,
  type AttributeValue,
  canonicalJson,
  checkAttributes,
  type GuideLabel,
  type LabelId,
} from '@assay/shared/model';
import type { AskedAttributes, AskedValue, Place } from './command-parts.ts';
import type { DecideContext } from './context.ts';
import { type Refused, refuse } from './refusals.ts';
import type { ReviewState } from './state.ts';

export type ReadAttributes = { readonly ok: true; readonly attributes: Attributes } | Refused;

/** The refusal of a label that the article's guide does not offer, or null. A ledger without a guide takes any. */
export function strangeLabel({ guide }: ReviewState, label: LabelId): Refused | null {
  if (!guide) return null;
  const known = guide.labels.find(({ id }) => id === label);
  if (known && !known.retired) return null;
  const offered = guide.labels.filter(({ retired }) => !retired).map(({ id }) => id);
  return refuse(
    'bad-command',
    `${known ? `The label “${known.name}” is no longer in use` : `This guide has no label “${label}”`}. Take one of: ${offered.join(', ')}.`,
  );
}

/**
 * The values of a mark with this label, with every place looked up in the text. What the mark says already is kept as it
 * is, even where its words are gone by now; anything new must be what the guide's attributes take.
 */
export function readAttributes(
  { guide }: ReviewState,
  label: LabelId,
  asked: AskedAttributes,
  before: Attributes,
  { locate }: DecideContext,
): ReadAttributes {
  const read: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(asked)) {
    const kept = before[name];
    if (kept !== undefined && says(kept, value)) put(read, name, kept);
    else if (!isPlace(value)) put(read, name, value);
    else {
      const located = locate(value);
      if (!located.ok) return located;
      put(read, name, located.target);
    }
  }
  const known = guide?.labels.find(({ id }) => id === label);
  return (known && misread(known, read, before)) ?? { ok: true, attributes: read };
}

/** As an own member, whatever JavaScript makes of the name. */
function put(values: Record<string, AttributeValue>, name: string, value: AttributeValue): void {
  Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
}

function isPlace(value: AskedValue): value is Place {
  return typeof value === 'object' && 'ranges' in value;
}

/** Whether what is asked for is what is there: of a place, by its ends. */
function says(kept: AttributeValue, asked: AskedValue): boolean {
  if (!isPlace(asked)) return canonicalJson(kept) === canonicalJson(asked);
  if (typeof kept !== 'object' || !('ranges' in kept)) return false;
  const ends = (ranges: Place['ranges']) => ranges.map(({ start, end }) => [start, end]);
  return canonicalJson(ends(kept.ranges)) === canonicalJson(ends(asked.ranges));
}

function misread(label: GuideLabel, values: Attributes, before: Attributes): Refused | null {
  const fresh = Object.entries(values).filter(([name, value]) => before[name] !== value);
  const check = checkAttributes(label, Object.fromEntries(fresh));
  return check.ok ? null : refuse('bad-command', check.problems.map(({ message }) => message).join(' '));
}

/** The values that a mark has, as a client says them again: a place by its ends. */
export function askedAgain(attributes: Attributes): AskedAttributes {
  const asked: Record<string, AskedValue> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const place = typeof value === 'object' && 'ranges' in value ? value : null;
    const again = place ? { ranges: place.ranges.map(({ start, end }) => ({ start, end })) } : value;
    Object.defineProperty(asked, name, {
      value: again,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return asked;
}
