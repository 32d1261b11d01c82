import type { Guide, GuideLabel, Precedent } from './guide.ts';
import type { Attribute } from './guide-attributes.ts';
import { guideFault } from './guide-rules.ts';
import type { DecisionTree } from './guide-tree.ts';
import { canonicalJson } from './hash.ts';
import type { LabelId } from './label.ts';

/** What of a label can be said anew. Its id stays, and its attributes have changes of their own. */
export type LabelSettings = Omit<GuideLabel, 'id' | 'attributes' | 'retired'>;

/** What of an attribute can be said anew. Values that marks already have must stay readable, so its kind stays. */
export type AttributeSettings = Pick<Attribute, 'name' | 'question' | 'about' | 'choices'>;

/**
 * One change of a guide. `before` is the id of the one that what is added or moved shall stand before; null puts it
 * last. Nothing is ever removed: what is no longer wanted is retired, and can be brought back.
 */
export type GuideChange =
  | { readonly type: 'guide.rename'; readonly name: string }
  | { readonly type: 'label.add'; readonly label: GuideLabel; readonly before: LabelId | null }
  | { readonly type: 'label.change'; readonly label: LabelId; readonly set: Partial<LabelSettings> }
  | { readonly type: 'label.move'; readonly label: LabelId; readonly before: LabelId | null }
  | { readonly type: 'label.retire' | 'label.bring-back'; readonly label: LabelId }
  | {
      readonly type: 'attribute.add';
      readonly label: LabelId;
      readonly attribute: Attribute;
      readonly before: string | null;
    }
  | {
      readonly type: 'attribute.change';
      readonly label: LabelId;
      readonly attribute: string;
      readonly set: Partial<AttributeSettings>;
    }
  | {
      readonly type: 'attribute.move';
      readonly label: LabelId;
      readonly attribute: string;
      readonly before: string | null;
    }
  | {
      readonly type: 'attribute.retire' | 'attribute.bring-back';
      readonly label: LabelId;
      readonly attribute: string;
    }
  | { readonly type: 'tree.change'; readonly tree: DecisionTree }
  | { readonly type: 'precedent.add' | 'precedent.remove'; readonly precedent: Precedent };

export type GuideRefusalCode = 'not-found' | 'not-allowed';

/** The next version, the same value when nothing would change, or why it cannot be and what to do instead. */
export type GuideChanged =
  | { readonly ok: true; readonly guide: Guide }
  | { readonly ok: false; readonly refusal: { readonly code: GuideRefusalCode; readonly message: string } };

/** Inside a change: a refusal on its way out to `changeGuide`, which returns it. */
class Refusal extends Error {
  readonly code: GuideRefusalCode;
  constructor(code: GuideRefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Changes a guide that keeps the rules of `guideFault` into its next version, which keeps them too. Pure. */
export function changeGuide(guide: Guide, change: GuideChange): GuideChanged {
  return changeGuideBy(guide, [change]);
}

/** The same for several changes, one after the other, that make one version: all of them, or none. */
export function changeGuideBy(guide: Guide, changes: readonly GuideChange[]): GuideChanged {
  try {
    const changed = changes.reduce(applied, guide);
    if (canonicalJson(changed) === canonicalJson(guide)) return { ok: true, guide };
    const fault = guideFault(changed);
    if (fault !== null) throw new Refusal('not-allowed', fault);
    return { ok: true, guide: { ...changed, version: guide.version + 1 } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, refusal: { code: error.code, message: error.message } };
  }
}

/**
 * The guide with these changes as it would be, whether or not it keeps the rules: what somebody sees while they are still
 * at it. Its version stays. Null when a change is about something that the guide does not have, or takes a choice away.
 */
export function previewGuide(guide: Guide, changes: readonly GuideChange[]): Guide | null {
  try {
    return changes.reduce(applied, guide);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}

function applied(guide: Guide, change: GuideChange): Guide {
  switch (change.type) {
    case 'guide.rename':
      return { ...guide, name: change.name };
    case 'tree.change':
      return { ...guide, tree: change.tree };
    case 'precedent.add':
    case 'precedent.remove':
      return { ...guide, precedents: withPrecedent(guide, change) };
    default:
      return { ...guide, labels: withLabel(guide.labels, change) };
  }
}

type LabelChange = Extract<GuideChange, { readonly type: `label.${string}` | `attribute.${string}` }>;

function withLabel(labels: readonly GuideLabel[], change: LabelChange): readonly GuideLabel[] {
  switch (change.type) {
    case 'label.add':
      return placed(labels, change.label, change.before);
    case 'label.change':
      return edited(labels, change.label, (label) => ({ ...label, ...change.set }));
    case 'label.move':
      return moved(labels, change.label, change.before);
    case 'label.retire':
    case 'label.bring-back':
      return edited(labels, change.label, (label) => retired(label, change.type === 'label.retire'));
    default:
      return edited(labels, change.label, (label) => ({
        ...label,
        attributes: withAttribute(label.attributes, change),
      }));
  }
}

type AttributeChange = Extract<GuideChange, { readonly type: `attribute.${string}` }>;

function withAttribute(attributes: readonly Attribute[], change: AttributeChange): readonly Attribute[] {
  switch (change.type) {
    case 'attribute.add':
      return placed(attributes, change.attribute, change.before);
    case 'attribute.change':
      return edited(attributes, change.attribute, (attribute) => resettled(attribute, change.set));
    case 'attribute.move':
      return moved(attributes, change.attribute, change.before);
    case 'attribute.retire':
    case 'attribute.bring-back':
      return edited(attributes, change.attribute, (attribute) =>
        retired(attribute, change.type === 'attribute.retire'),
      );
  }
}

function resettled(attribute: Attribute, set: Partial<AttributeSettings>): Attribute {
  const kept = set.choices?.map(({ id }) => id);
  const lost = kept && attribute.choices?.find(({ id }) => !kept.includes(id));
  if (lost)
    throw new Refusal(
      'not-allowed',
      `Marks may already say “${lost.name}”. Retire that choice instead of taking it away.`,
    );
  return { ...attribute, ...set };
}

interface Listed {
  readonly id: string;
  readonly retired?: true;
}

function indexOf(items: readonly Listed[], id: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0)
    throw new Refusal('not-found', `The guide has nothing called “${id}” there. Load its newest version.`);
  return index;
}

function placed<Item extends Listed>(items: readonly Item[], item: Item, before: string | null): Item[] {
  return items.toSpliced(before === null ? items.length : indexOf(items, before), 0, item);
}

function moved<Item extends Listed>(items: readonly Item[], id: string, before: string | null): Item[] {
  const index = indexOf(items, id);
  if (before === id) return [...items];
  return placed(items.toSpliced(index, 1), items[index]!, before);
}

function edited<Item extends Listed>(items: readonly Item[], id: string, edit: (item: Item) => Item): Item[] {
  const index = indexOf(items, id);
  return items.with(index, edit(items[index]!));
}

function retired<Item extends Listed>(item: Item, now: boolean): Item {
  const { retired: _, ...rest } = item;
  return (now ? { ...rest, retired: true } : rest) as Item;
}

function withPrecedent(
  { labels, precedents }: Guide,
  { type, precedent }: Extract<GuideChange, { readonly type: `precedent.${string}` }>,
): readonly Precedent[] {
  indexOf(labels, precedent.label);
  const others = precedents.filter(
    ({ article, decision }) => article !== precedent.article || decision !== precedent.decision,
  );
  if (type === 'precedent.remove') return others;
  return others.length < precedents.length ? precedents : [...precedents, precedent];
}
