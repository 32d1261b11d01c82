import { type Guide, type GuideLabel, inUse, type LabelExample } from './guide.ts';
import { ATTRIBUTE_KINDS, type Attribute, isAttributeId } from './guide-attributes.ts';
import { HUES, LINES } from './guide-look.ts';
import { treeFault } from './guide-tree.ts';
import { isLabelId } from './label.ts';

/** Limits of a guide; text counts in UTF-16 units. */
export const GUIDE_LIMITS = {
  labelsInUse: 24,
  /** Attributes of one label that are in use. */
  attributesInUse: 32,
  choices: 32,
  examples: 60,
  name: 60,
  /** A question, a hint, an example and its reason. */
  sentence: 1_000,
  definition: 4_000,
} as const;

/**
 * What breaks the rules of a guide, in a sentence that says what to do, or null. The rules: ids are told apart and have
 * their form; 1 to 24 labels are in use, no two of them with the same key or letter; names and questions have words;
 * nothing is longer than `GUIDE_LIMITS`; examples mark words of their text; the tree is whole.
 */
export function guideFault(guide: Guide): string | null {
  const { labels } = guide;
  const used = inUse(labels);
  if (used.length === 0) return 'A guide needs at least one label in use. Add another label first.';
  if (used.length > GUIDE_LIMITS.labelsInUse)
    return `At most ${GUIDE_LIMITS.labelsInUse} labels can be in use, so that they can be told apart. Retire one first.`;
  return (
    nameFault('guide', guide.name) ??
    twiceFault('label', labels) ??
    sharedFault(used, 'key', ({ key }) => key) ??
    sharedFault(used, 'letter', ({ letter }) => letter.toUpperCase()) ??
    firstFault(labels, labelFault) ??
    treeFault(guide.tree, new Set(labels.map(({ id }) => id)))
  );
}

function firstFault<Item>(items: readonly Item[], fault: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = fault(item);
    if (found !== null) return found;
  }
  return null;
}

function twiceFault(what: string, items: readonly { readonly id: string }[]): string | null {
  const seen = new Set<string>();
  return firstFault(items, ({ id }) => {
    if (seen.has(id))
      return `There is or was ${withArticle(what)} “${id}” already. Choose another id for the new one.`;
    seen.add(id);
    return null;
  });
}

function sharedFault(
  labels: readonly GuideLabel[],
  what: 'key' | 'letter',
  of: (label: GuideLabel) => string,
): string | null {
  const owners = new Map<string, GuideLabel>();
  return firstFault(labels, (label) => {
    const owner = owners.get(of(label));
    if (owner)
      return `“${owner.name}” and “${label.name}” would have the same ${what} “${label[what]}”. Choose another ${what} for one of them.`;
    owners.set(of(label), label);
    return null;
  });
}

function labelFault(label: GuideLabel): string | null {
  const { name, attributes, examples } = label;
  return (
    nameFault('label', name) ??
    lookFault(label) ??
    textFault(`The question of “${name}”`, label.question, GUIDE_LIMITS.sentence) ??
    lengthFault(`The definition of “${name}”`, label.definition, GUIDE_LIMITS.definition) ??
    tooManyFault(`“${name}”`, 'examples', examples, GUIDE_LIMITS.examples) ??
    firstFault(examples, (example) => exampleFault(name, example)) ??
    tooManyFault(`“${name}”`, 'attributes', inUse(attributes), GUIDE_LIMITS.attributesInUse) ??
    twiceFault('attribute', attributes) ??
    firstFault(attributes, attributeFault)
  );
}

function lookFault({ id, key, letter, hue, line }: GuideLabel): string | null {
  if (!isLabelId(id))
    return `“${id}” cannot be a label’s id: use a lower-case letter and up to 39 lower-case letters, digits or “-”.`;
  if (!/^(Shift-)?[a-z]$/.test(key))
    return `“${key}” cannot be a label’s key: use a letter from a to z, with “Shift-” before it if you like.`;
  if (!/^[\p{L}\p{N}]{1,2}$/u.test(letter))
    return `“${letter}” cannot stand on a mark: use one or two letters or digits.`;
  if (!HUES.some((known) => known === hue))
    return `There is no hue “${hue}”. Choose among: ${HUES.join(', ')}.`;
  return LINES.includes(line) ? null : `There is no line “${line}”. Choose among: ${LINES.join(', ')}.`;
}

function exampleFault(label: string, { text, marked, why }: LabelExample): string | null {
  const ends = marked.flatMap(({ start, end }) => [start, end]);
  const ordered = ends.every((end, i) => Number.isInteger(end) && (i === 0 ? end >= 0 : end > ends[i - 1]!));
  if (ends.length === 0 || !ordered || ends.at(-1)! > text.length)
    return `An example of “${label}” does not show which of its words are meant. Select them in it.`;
  return (
    textFault(`An example of “${label}”`, text, GUIDE_LIMITS.sentence) ??
    textFault(`The reason of an example of “${label}”`, why, GUIDE_LIMITS.sentence)
  );
}

function attributeFault({ id, name, question, kind, many, choices }: Attribute): string | null {
  if (!isAttributeId(id))
    return `“${id}” cannot be an attribute’s id: use a letter and up to 39 letters, digits, “_” or “-”.`;
  if (!ATTRIBUTE_KINDS.includes(kind))
    return `There is no kind “${kind}” of attribute. Choose among: ${ATTRIBUTE_KINDS.join(', ')}.`;
  if (kind === 'number' && many) return `“${name}” is a number, which takes one value. Leave “many” out.`;
  if ((kind === 'choice') !== (choices !== undefined))
    return `“${name}” needs choices if its kind is “choice”, and only then.`;
  return (
    nameFault('attribute', name) ??
    textFault(`The question of “${name}”`, question, GUIDE_LIMITS.sentence) ??
    (choices ? choicesFault(name, choices) : null)
  );
}

function choicesFault(attribute: string, choices: NonNullable<Attribute['choices']>): string | null {
  if (inUse(choices).length === 0) return `“${attribute}” needs at least one choice in use. Add one.`;
  const odd = choices.find(({ id }) => !isAttributeId(id));
  if (odd)
    return `“${odd.id}” cannot be a choice’s id: use a letter and up to 39 letters, digits, “_” or “-”.`;
  return (
    tooManyFault(`“${attribute}”`, 'choices', choices, GUIDE_LIMITS.choices) ??
    twiceFault('choice', choices) ??
    firstFault(choices, ({ name }) => nameFault('choice', name)) ??
    firstFault(choices, ({ name, hint = '' }) =>
      lengthFault(`The hint of “${name}”`, hint, GUIDE_LIMITS.sentence),
    )
  );
}

function nameFault(what: string, name: string): string | null {
  return textFault(`The name of ${withArticle(what)}`, name, GUIDE_LIMITS.name);
}

function textFault(what: string, text: string, maximum: number): string | null {
  return text.trim() === '' ? `${what} needs words. Write some.` : lengthFault(what, text, maximum);
}

function lengthFault(what: string, text: string, maximum: number): string | null {
  return text.length > maximum ? `${what} is too long: at most ${maximum} characters. Shorten it.` : null;
}

function tooManyFault(
  owner: string,
  what: string,
  items: readonly unknown[],
  maximum: number,
): string | null {
  return items.length > maximum ? `${owner} can have at most ${maximum} ${what}. Take one away first.` : null;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
