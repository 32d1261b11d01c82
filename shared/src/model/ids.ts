/** A string that only its own kind of thing may be named by; the brand exists for the type checker alone. */
export type Branded<Name extends string> = string & { readonly __brand: Name };

export type ArticleId = Branded<'article'>;
export type AnnotationId = Branded<'annotation'>;
export type ThreadId = Branded<'thread'>;
export type CommentId = Branded<'comment'>;
export type CommandId = Branded<'command'>;
export type EventId = Branded<'event'>;
export type GuideId = Branded<'guide'>;
export type GroupId = Branded<'group'>;
export type DecisionId = Branded<'decision'>;
export type SessionId = Branded<'session'>;
export type EvidenceId = Branded<'evidence'>;
export type TaskId = Branded<'task'>;
export type PersonId = Branded<'person'>;

/** 32 symbols, five bits each: no `i`, `l`, `o`, which are misread. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz123456789';
const LETTER_COUNT = 23;
const ID_LENGTH = 26;
const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{7,63}$/;

/**
 * A new random id: 26 characters of lower-case letters and digits, the first a letter (so that it may stand as
 * an XML id), at least 120 bits from the platform's cryptographic generator.
 */
export function newId<Id extends string = string>(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
  let id = ALPHABET[bytes[0]! % LETTER_COUNT]!;
  for (let i = 1; i < ID_LENGTH; i++) id += ALPHABET[bytes[i]! & 31];
  return id as Id;
}

/** Whether a string may serve as an id: 8 to 64 letters, digits, `_` and `-`, the first a letter or digit. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value);
}
