import { type AttributeValue, type CommandId, isId, isLabelId, type Target } from '@assay/shared/model';
import { z } from 'zod';

// Before any schema is made: zod would otherwise try `eval`, which the page's security policy forbids and reports.
z.config({ jitless: true });

/** Limits on what one command may carry; a longer one is refused with `too-large`. */
export const COMMAND_LIMITS = {
  /** UTF-16 units of a title. */
  title: 300,
  /** UTF-16 units of a comment. */
  comment: 20_000,
  /** Ranges of one target. */
  ranges: 32,
  /** Attributes of one annotation. */
  attributes: 64,
  /** UTF-16 units of an attribute's value. */
  attributeValue: 4_000,
  /** Groups of one decision. */
  groups: 64,
  /** People named in one comment. */
  mentions: 50,
  /** Items settled in one batch. */
  batch: 500,
  /** People asked to mark. */
  reviewers: 200,
  /** UTF-16 units of an address. */
  url: 2_000,
} as const;

export const id = <Id extends string>() =>
  z.custom<Id>(isId, 'an id has 8 to 64 letters, digits, "_" or "-"');
export const label = z.custom<string>(isLabelId, 'a label id is lower-case letters, digits and "-"');

/** Text without half characters (lone surrogates), which neither UTF-8 nor Yjs can hold. */
export const wellFormed = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((value) => !/\p{Surrogate}/u.test(value), 'it holds half a character: cut the text elsewhere');

/** A range in the linear text: UTF-16 units, end exclusive. Needs the hash of the text it was counted in. */
const textRange = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .refine((range) => range.start < range.end, 'a range ends after it starts');

/** A range by relative positions: base64 of `Y.encodeRelativePosition`, start with association 0, end with -1. */
const heldRange = z.object({ start: z.base64().min(1).max(400), end: z.base64().min(1).max(400) });

/** Where something points, as a client says it: ranges held by identity, or counted in the text named by `text.sha256`. */
export const ranges = z
  .array(z.union([textRange, heldRange]))
  .min(1)
  .max(COMMAND_LIMITS.ranges);
export const text = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }).optional();

export type PlacedRange = z.infer<typeof textRange> | z.infer<typeof heldRange>;

/** A place as a client sends it. The server turns it into a `Target` with the words it finds there. */
export interface Place {
  readonly ranges: readonly PlacedRange[];
  /** The SHA-256 of the linear text that offsets count in; needed when any range is given in offsets. */
  readonly text?: { readonly sha256: string } | undefined;
}

/** What a mark says under one name, as a client sends it: a place in the article is said as a mark's own is. */
export type AskedValue = Exclude<AttributeValue, Target> | Place;
export type AskedAttributes = Readonly<Record<string, AskedValue>>;

const attributeText = wellFormed(COMMAND_LIMITS.attributeValue);
export const attributes: z.ZodType<AskedAttributes> = z
  .record(
    z
      .string()
      .regex(
        /^[A-Za-z][A-Za-z0-9_-]{0,39}$/,
        'its name is a letter and up to 39 letters, digits, "_" or "-"',
      ),
    z.union([
      attributeText,
      z.number(),
      z.boolean(),
      z.array(attributeText).max(32),
      z.object({ ranges, text }),
    ]),
  )
  .refine((value) => Object.keys(value).length <= COMMAND_LIMITS.attributes, 'too many attributes');

export const words = (maximum: number) =>
  wellFormed(maximum).trim().min(1, 'it needs at least one character');

/** One kind of command: its id is made by the client. */
export const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ id: id<CommandId>(), type: z.literal(type), ...shape });
