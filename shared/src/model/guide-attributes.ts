import type { Target } from './annotation.ts';

/** What one value of each kind is. */
export interface AttributeKinds {
  /** The id of a choice. */
  choice: string;
  text: string;
  /** A person or body as the article names it; not a member of the team. */
  person: string;
  number: number;
  /** A day, month or year of the calendar: `2026-02-03`, `2026-02` or `2026`. */
  date: string;
  /** An absolute address, `http:` or `https:`. */
  link: string;
  /** Words of the article: their held ends, and the words as they were when they were chosen. */
  range: Target;
}

export type AttributeKind = keyof AttributeKinds;

export const ATTRIBUTE_KINDS = [
  'choice',
  'text',
  'person',
  'number',
  'date',
  'link',
  'range',
] as const satisfies readonly AttributeKind[];

/** One of the values that an attribute of kind `choice` may have. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly hint?: string;
  /** No longer offered; where it was chosen it stays. */
  readonly retired?: true;
}

/** Something that a mark with a label can say about itself. */
export interface Attribute {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly kind: AttributeKind;
  /** Of kind `choice` alone, and there at least one. */
  readonly choices?: readonly Choice[];
  /**
   * Whether it takes several values: a list in the order given, or for a range a target of several pieces. A number
   * takes one only.
   */
  readonly many: boolean;
  /** Whether the reviewer says it of the mark, or those who settle it say it of what was settled. */
  readonly about: 'mark' | 'settling';
  readonly retired?: true;
}

/** Whether a string may name an attribute: a letter and up to 39 letters, digits, `_` or `-`. */
export function isAttributeId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(value);
}
