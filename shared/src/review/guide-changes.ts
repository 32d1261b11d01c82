import {
  type ArticleId,
  ATTRIBUTE_KINDS,
  type AttributeValue,
  type GuideChange,
  isAttributeId,
  isAttributeValue,
  isId,
  isLabelId,
  LINES,
} from '@assay/shared/model';
import { z } from 'zod';

// Before any schema is made: zod would otherwise try `eval`, which the page's security policy forbids and reports.
z.config({ jitless: true });

/** Lists longer than any guide may hold are not read at all; how many are allowed, `changeGuide` says. */
const LONGEST = 500;

const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(LONGEST).readonly();
const text = z
  .string()
  .max(10_000)
  .refine((value) => !/\p{Surrogate}/u.test(value), 'it holds half a character: cut the text elsewhere');
const label = z.custom<string>(isLabelId, 'a label id is lower-case letters, digits and "-"');
const attributeId = z.custom<string>(isAttributeId, 'an attribute id is letters, digits, "_" and "-"');
const questionId = z.string().min(1).max(64);
const id = z.custom<string>(isId, 'an id has 8 to 64 letters, digits, "_" or "-"');
const retired = z.literal(true).exactOptional();
const about = z.enum(['mark', 'settling']);

const choices = list(z.strictObject({ id: attributeId, name: text, hint: text.exactOptional(), retired }));
const attribute = z.strictObject({
  id: attributeId,
  name: text,
  question: text,
  kind: z.enum(ATTRIBUTE_KINDS),
  choices: choices.exactOptional(),
  many: z.boolean(),
  about,
  retired,
});

const settings = {
  name: text,
  key: text,
  letter: text,
  hue: text,
  line: z.enum(LINES),
  question: text,
  definition: text,
  examples: list(
    z.strictObject({
      text,
      marked: list(z.strictObject({ start: z.int(), end: z.int() })),
      yes: z.boolean(),
      why: text,
    }),
  ),
};
const guideLabel = z.strictObject({ id: label, ...settings, attributes: list(attribute), retired });

/** Any of the settings; one that is there has a value. */
const labelSet = z.strictObject({
  name: settings.name.exactOptional(),
  key: settings.key.exactOptional(),
  letter: settings.letter.exactOptional(),
  hue: settings.hue.exactOptional(),
  line: settings.line.exactOptional(),
  question: settings.question.exactOptional(),
  definition: settings.definition.exactOptional(),
  examples: settings.examples.exactOptional(),
});

const value = z.custom<AttributeValue>(isAttributeValue, 'it is no value that an attribute can have');
const outcome = z.strictObject({
  mark: label.nullable(),
  attributes: z.record(attributeId, value).exactOptional(),
  advice: text,
  next: questionId.exactOptional(),
});
const tree = z.strictObject({
  roots: list(questionId),
  questions: list(
    z.strictObject({
      id: questionId,
      question: text,
      hint: text.exactOptional(),
      answers: list(z.strictObject({ answer: text, leads: z.union([questionId, outcome]) })),
    }),
  ),
  note: text,
});

const precedent = z.strictObject({
  article: z.custom<ArticleId>(isId, 'an id has 8 to 64 letters, digits, "_" or "-"'),
  decision: id,
  label,
  words: text,
  yes: z.boolean(),
  rationale: text.exactOptional(),
});

const change = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });
const beforeLabel = label.nullable();
const beforeAttribute = attributeId.nullable();

/**
 * A change of a guide as a client sends it: its form alone. Whether the guide may be changed so is for `changeGuide`
 * to say. Members that it does not know are refused, so that nothing gets into a guide unread.
 */
export const guideChangeSchema: z.ZodType<GuideChange> = z.discriminatedUnion('type', [
  change('guide.rename', { name: text }),
  change('label.add', { label: guideLabel, before: beforeLabel }),
  change('label.change', { label, set: labelSet }),
  change('label.move', { label, before: beforeLabel }),
  change('label.retire', { label }),
  change('label.bring-back', { label }),
  change('attribute.add', { label, attribute, before: beforeAttribute }),
  change('attribute.change', {
    label,
    attribute: attributeId,
    set: z.strictObject({
      name: text.exactOptional(),
      question: text.exactOptional(),
      about: about.exactOptional(),
      choices: choices.exactOptional(),
    }),
  }),
  change('attribute.move', { label, attribute: attributeId, before: beforeAttribute }),
  change('attribute.retire', { label, attribute: attributeId }),
  change('attribute.bring-back', { label, attribute: attributeId }),
  change('tree.change', { tree }),
  change('precedent.add', { precedent }),
  change('precedent.remove', { precedent }),
]);
