import * as Y from 'yjs';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_KEY = 100;
const MAX_DEPTH = 8;

type Content = Y.Item['content'];

/** Whether this may stand in the article's text: words, a format, an embed, the marker of a block, or what was deleted. */
export function mayStandInText(content: Content): boolean {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true;
  if (content instanceof Y.ContentFormat) return isKey(content.key) && isPlain(content.value as unknown);
  if (content instanceof Y.ContentEmbed) return isPlain(content.embed as unknown);
  return content instanceof Y.ContentType && content.type instanceof Y.Map;
}

/** Whether this may be an entry of a block's marker: one plain value, or what was deleted. */
export function mayBeEntry(key: string | null, content: Content): boolean {
  if (key !== null && !isKey(key)) return false;
  if (content instanceof Y.ContentDeleted) return true;
  return content instanceof Y.ContentAny && content.arr.length === 1 && isPlain(content.arr[0]);
}

/** A subdocument names another document, which nobody here has asked for. */
export function isSubdocument(content: Content): boolean {
  return content instanceof Y.ContentDoc;
}

function isKey(key: string): boolean {
  return key.length <= MAX_KEY && !FORBIDDEN_KEYS.has(key);
}

/** Plain JSON without keys that reach into an object's prototype, and not deep enough to exhaust a reader's stack. */
function isPlain(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([key, item]) => isKey(key) && isPlain(item, depth + 1));
}
