import { schema, tearsPair } from '@assay/shared/article';
import type { Transaction } from 'prosemirror-state';
import type { Span } from './positions.ts';

/** How many units two texts share at their start, and then at their end, no pair torn. */
function shared(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  if (tears(before, start) || tears(after, start)) start--;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (tears(before, before.length - end) || tears(after, after.length - end)) end--;
  return { start, end };
}

function tears(text: string, at: number): boolean {
  return at > 0 && at < text.length && tearsPair(text.charCodeAt(at - 1), text.charCodeAt(at));
}

/**
 * Puts words in place of others by writing only the characters that differ, so that those which stay keep their marks.
 * New characters take the formats of the first that they stand for. Says whether anything was written.
 */
export function replaceWords(tr: Transaction, { from, to }: Span, words: string): boolean {
  const before = tr.doc.textBetween(from, to);
  const { start, end } = shared(before, words);
  const [left, right] = [from + start, to - end];
  const fresh = words.slice(start, words.length - end);
  if (left === right && fresh === '') return false;
  const marks = tr.doc.nodeAt(left < right || start === 0 ? left : left - 1)?.marks ?? [];
  if (fresh === '') tr.delete(left, right);
  else tr.replaceWith(left, right, schema.text(fresh, marks));
  return true;
}
