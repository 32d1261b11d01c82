import { type Attributes, type AttributeValue, isTarget } from './annotation.ts';
import type { GuideLabel } from './guide.ts';
import type { Attribute, Choice } from './guide-attributes.ts';

/** An attribute whose value the guide does not know how to read, and what somebody can do about it. */
export interface AttributeProblem {
  readonly attribute: string;
  readonly message: string;
}

export type AttributeCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: readonly AttributeProblem[] };

/**
 * Whether the values that a mark has are what its label's attributes take. What is left out is never a problem: nothing
 * is demanded. Retired attributes and choices are still understood. Problems come in the order of the values.
 */
export function checkAttributes(label: GuideLabel, attributes: Attributes): AttributeCheck {
  const byId = new Map(label.attributes.map((attribute) => [attribute.id, attribute]));
  const problems = Object.entries(attributes).flatMap(([id, value]) => {
    const attribute = byId.get(id);
    const message = attribute
      ? valueProblem(attribute, value)
      : `The label “${label.name}” has no attribute “${id}”. Remove it, or add it to the guide.`;
    return message === null ? [] : [{ attribute: id, message }];
  });
  return problems.length === 0 ? { ok: true } : { ok: false, problems };
}

function valueProblem(attribute: Attribute, value: AttributeValue): string | null {
  if (attribute.kind === 'range') return rangeProblem(attribute, value);
  if (!attribute.many) return Array.isArray(value) ? one(attribute) : singleProblem(attribute, value);
  if (!Array.isArray(value)) return `“${attribute.name}” takes several values. Give them as a list.`;
  if (new Set(value).size < value.length) return `“${attribute.name}” has a value twice. Leave one out.`;
  return value.map((entry) => singleProblem(attribute, entry)).find((problem) => problem !== null) ?? null;
}

function one({ name }: Attribute): string {
  return `“${name}” takes one value. Choose one.`;
}

function rangeProblem(attribute: Attribute, value: AttributeValue): string | null {
  if (!isTarget(value) || value.ranges.length === 0)
    return `“${attribute.name}” is a place in the article. Select the words it is about.`;
  return !attribute.many && value.ranges.length > 1 ? one(attribute) : null;
}

function singleProblem({ name, kind, choices = [] }: Attribute, value: AttributeValue): string | null {
  if (kind === 'number') return Number.isFinite(value) ? null : `“${name}” is a number. Write it in digits.`;
  if (typeof value !== 'string' || value.trim() === '')
    return `“${name}” needs words. Write some, or take the value away.`;
  switch (kind) {
    case 'choice':
      if (choices.some(({ id }) => id === value)) return null;
      return `“${name}” has no choice “${value}”. Choose among: ${choicesNamed(choices)}.`;
    case 'date':
      return isCalendarDate(value)
        ? null
        : `“${name}” is a date. Write it as year, month and day, such as 2026-02-03.`;
    case 'link':
      return isWebAddress(value)
        ? null
        : `“${name}” is an address on the web. Paste it whole, with https:// at its beginning.`;
    default:
      return null;
  }
}

function choicesNamed(choices: readonly Choice[]): string {
  return choices
    .filter(({ retired }) => !retired)
    .map(({ name }) => name)
    .join(', ');
}

function isCalendarDate(value: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? [];
  if (year === undefined) return false;
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

function isWebAddress(value: string): boolean {
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}
