import { tearsPair } from '@assay/shared/article';

/** `length` tokens that stay: at `old` in the old row and at `next` in the new one. */
export interface Run {
  readonly old: number;
  readonly next: number;
  readonly length: number;
}

/** A run inside a changed stretch has to be this long to be taken for the same words, not the same letters. */
const SHORTEST_INNER_RUN = 10;

type Codes = readonly number[];

/**
 * What stays when one row of tokens takes the place of another: the common beginning, the common end, and in between
 * the longest common runs of at least ten tokens, so that pasting a corrected paragraph over the old one keeps the
 * identity of the words in common. No run begins or ends inside a surrogate pair.
 */
export function align(old: Codes, next: Codes): Run[] {
  const prefix = trimmed(old, next, { old: 0, next: 0, length: commonPrefix(old, next) });
  const suffixLength = commonSuffix(old, next, prefix.length);
  const suffix = trimmed(old, next, {
    old: old.length - suffixLength,
    next: next.length - suffixLength,
    length: suffixLength,
  });
  const inner = innerRuns(old, next, [prefix.length, suffix.old], [prefix.length, suffix.next]);
  return [prefix, ...inner, suffix].filter((run) => run.length > 0);
}

function commonPrefix(old: Codes, next: Codes): number {
  const limit = Math.min(old.length, next.length);
  let n = 0;
  while (n < limit && old[n] === next[n]) n++;
  return n;
}

function commonSuffix(old: Codes, next: Codes, prefix: number): number {
  const limit = Math.min(old.length, next.length) - prefix;
  let n = 0;
  while (n < limit && old[old.length - 1 - n] === next[next.length - 1 - n]) n++;
  return n;
}

/** The run without a half of a pair at either end. */
function trimmed(old: Codes, next: Codes, run: Run): Run {
  let { old: i, next: j, length } = run;
  if (length > 0 && (tears(old, i) || tears(next, j))) {
    i++;
    j++;
    length--;
  }
  if (length > 0 && (tears(old, i + length) || tears(next, j + length))) length--;
  return { old: i, next: j, length };
}

/** Whether a cut in front of `at` would tear a pair. */
function tears(codes: Codes, at: number): boolean {
  return at > 0 && at < codes.length && tearsPair(codes[at - 1]!, codes[at]!);
}

type Span = readonly [from: number, to: number];

function innerRuns(old: Codes, next: Codes, oldSpan: Span, nextSpan: Span): Run[] {
  const found = longestRun(old, next, oldSpan, nextSpan);
  if (!found) return [];
  const run = trimmed(old, next, found);
  return [
    ...innerRuns(old, next, [oldSpan[0], run.old], [nextSpan[0], run.next]),
    run,
    ...innerRuns(old, next, [run.old + run.length, oldSpan[1]], [run.next + run.length, nextSpan[1]]),
  ];
}

/** The longest common run that begins with the first occurrence of some ten tokens of the old row. */
function longestRun(old: Codes, next: Codes, oldSpan: Span, nextSpan: Span): Run | null {
  if (oldSpan[1] - oldSpan[0] < SHORTEST_INNER_RUN || nextSpan[1] - nextSpan[0] < SHORTEST_INNER_RUN)
    return null;
  const seeds = new Map<string, number>();
  for (let i = oldSpan[1] - SHORTEST_INNER_RUN; i >= oldSpan[0]; i--) seeds.set(seedAt(old, i), i);
  let best: Run | null = null;
  for (let j = nextSpan[0]; j + SHORTEST_INNER_RUN <= nextSpan[1]; j++) {
    const i = seeds.get(seedAt(next, j));
    if (i === undefined) continue;
    const limit = Math.min(oldSpan[1] - i, nextSpan[1] - j);
    let length = SHORTEST_INNER_RUN;
    while (length < limit && old[i + length] === next[j + length]) length++;
    if (!best || length > best.length) best = { old: i, next: j, length };
    j += length - SHORTEST_INNER_RUN;
  }
  return best;
}

function seedAt(codes: Codes, at: number): string {
  return codes.slice(at, at + SHORTEST_INNER_RUN).join();
}
