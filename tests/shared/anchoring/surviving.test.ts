import { describe as describeRanges, resolveAll } from '@assay/shared/anchoring';
import type { TextRange } from '@assay/shared/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { articleOf, seed } from './notation.ts';

/** Every character of the first text is one of its own, so that a survivor is known by its looks. */
const FIRST = 0x4e00;
const LENGTH = 60;
const ORIGINAL = Array.from({ length: LENGTH }, (_, i) => String.fromCharCode(FIRST + i)).join('');

type Edit =
  | { readonly kind: 'type'; readonly by: number; readonly where: number; readonly length: number }
  | { readonly kind: 'delete'; readonly by: number; readonly where: number; readonly length: number }
  | { readonly kind: 'split' | 'bold'; readonly by: number; readonly where: number }
  | { readonly kind: 'sync'; readonly by: number };

const by = fc.nat(2);
const where = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 9 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), by, where, length }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('delete' as const), by, where, length }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('split' as const, 'bold' as const), by, where }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sync' as const), by }) },
);

const range: fc.Arbitrary<TextRange> = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 20 }))
  .map(([start, size]) => ({ start, end: Math.min(LENGTH, start + size) }));

function apply(ytext: Y.Text, one: Edit): void {
  if (one.kind === 'sync') return;
  const index = 1 + Math.floor(one.where * (ytext.length - 1));
  if (one.kind === 'type') ytext.insert(index, 'x'.repeat(one.length));
  else if (one.kind === 'split') ytext.insertEmbed(index, new Y.Map());
  else if (one.kind === 'delete') ytext.delete(index, Math.min(one.length, ytext.length - index));
  else ytext.format(index, Math.min(5, ytext.length - index), { strong: true });
}

function sync(docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update);
}

function isOriginal(unit: string): boolean {
  const index = unit.charCodeAt(0) - FIRST;
  return index >= 0 && index < LENGTH;
}

const survivors = (text: string) => [...text].filter(isOriginal).join('');

/** What must be true of a mark that was put on `{start, end}` of the first text, wherever it stands now. */
function expectHonest(put: TextRange, covered: string, whole: string): void {
  const words = ORIGINAL.slice(put.start, put.end);
  const left = [...words].filter((unit) => whole.includes(unit)).join('');
  expect(survivors(covered)).toBe(left);
  if (whole.includes(words[0]!)) expect(covered[0]).toBe(words[0]);
  if (whole.includes(words.at(-1)!)) expect(covered.at(-1)).toBe(words.at(-1));
}

describe('any marks under any edits of three people', () => {
  it('[AN6] cover exactly the surviving characters they were put on, the same on every copy', () => {
    let orphans = 0;
    let changed = 0;
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 6 }),
        fc.array(edit, { maxLength: 40 }),
        (ranges, edits) => {
          const docs = [new Y.Doc(), new Y.Doc({ gc: false }), new Y.Doc()];
          seed(articleOf(docs[0]!), ORIGINAL);
          sync(docs);
          const targets = ranges.map((one) => describeRanges(articleOf(docs[0]!), [one]));
          for (const one of edits) {
            if (one.kind === 'sync') sync(docs);
            else apply(articleOf(docs[one.by]!), one);
          }
          for (const doc of docs) {
            const found = resolveAll(articleOf(doc), targets);
            const whole = articleOf(doc).toString();
            for (const [i, one] of ranges.entries()) expectHonest(one, found[i]!.text, whole);
          }
          sync(docs);
          const [first, ...others] = docs.map((doc) => resolveAll(articleOf(doc), targets));
          for (const other of others) expect(other).toEqual(first);
          orphans += first!.filter(({ status }) => status === 'orphaned').length;
          changed += first!.filter(({ status }) => status === 'changed').length;
        },
      ),
      { numRuns: 300 },
    );
    expect(orphans).toBeGreaterThan(10);
    expect(changed).toBeGreaterThan(10);
  });
});
