import type { TextRange } from '../annotation.ts';
import type { LabelExample } from '../guide.ts';
import type { Attribute, AttributeKind, Choice } from '../guide-attributes.ts';

// The functions here are marked as free of side effects, so that a page that shows no guide does not load one.

/** These lists as one. */
/* @__NO_SIDE_EFFECTS__ */
export function together<Item>(...lists: readonly (readonly Item[])[]): readonly Item[] {
  return lists.flat();
}

/** An example that takes the label: `[` and `]` stand around the words in question. */
/* @__NO_SIDE_EFFECTS__ */
export function yes(bracketed: string, why: string): LabelExample {
  return { ...read(bracketed), yes: true, why };
}

/** An example that does not, or not so. */
/* @__NO_SIDE_EFFECTS__ */
export function no(bracketed: string, why: string): LabelExample {
  return { ...read(bracketed), yes: false, why };
}

function read(bracketed: string): Pick<LabelExample, 'text' | 'marked'> {
  const marked: TextRange[] = [];
  let text = '';
  for (const [i, piece] of bracketed.split(/[[\]]/).entries()) {
    if (i % 2 === 1) marked.push({ start: text.length, end: text.length + piece.length });
    text += piece;
  }
  return { text, marked };
}

/** An attribute of one value that the reviewer gives to a mark; `more` says where it differs. */
/* @__NO_SIDE_EFFECTS__ */
export function attribute(
  id: string,
  name: string,
  kind: AttributeKind,
  question: string,
  more: Partial<Attribute> = {},
): Attribute {
  return { id, name, question, kind, many: false, about: 'mark', ...more };
}

/** A choice among these, written as `[id, name]` or `[id, name, hint]`. */
/* @__NO_SIDE_EFFECTS__ */
export function choice(
  id: string,
  name: string,
  question: string,
  choices: readonly (readonly [string, string, string?])[],
  more: Partial<Attribute> = {},
): Attribute {
  return attribute(id, name, 'choice', question, {
    choices: choices.map(([of, called, hint]): Choice => ({ id: of, name: called, ...(hint && { hint }) })),
    ...more,
  });
}
