import { readFileSync } from 'node:fs';
import { DEFAULT_LABELS, HUES, inUse, LINES, nextLook } from '@assay/shared/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideOf } from './guides.ts';

const PAGE_KEYS = [...'ef.ijklmnprtvwx'];

describe('the look of a new label', () => {
  it('[GU9] takes hue, letter and key that the default labels do not have, the letters of its name first', () => {
    expect(nextLook(DEFAULT_LABELS, { name: 'Tone' })).toEqual({
      hue: 'plum',
      line: 'wavy',
      letter: 'T',
      key: 't',
    });
    expect(nextLook(DEFAULT_LABELS, { name: 'Cause' })).toMatchObject({ letter: 'A', key: 'a' });
    expect(nextLook(DEFAULT_LABELS, { name: 'Tone', takenKeys: PAGE_KEYS })).toMatchObject({
      letter: 'T',
      key: 'Shift-t',
    });
    expect(nextLook(DEFAULT_LABELS, { name: '見出し' })).toMatchObject({ letter: 'A', key: 'a' });
  });

  it('[GU9] 24 labels in use have 24 looks, none of them that of comments, and the first eight as many hues', () => {
    const labels = guideOf(24).labels;
    const looks = new Set(labels.map(({ hue, line }) => `${hue} ${line}`));
    expect(looks.size).toBe(24);
    expect(looks).not.toContain('plum dotted');
    expect(new Set(labels.slice(0, HUES.length).map(({ hue }) => hue)).size).toBe(HUES.length);
    expect(new Set(labels.map(({ line }) => line)).size).toBe(LINES.length);
  });

  it('[GU9] is new whichever labels are in use and whichever keys the page has', () => {
    const all = guideOf(24).labels;
    fc.assert(
      fc.property(
        fc.subarray([...all], { maxLength: 23 }),
        fc.subarray(PAGE_KEYS),
        fc.string(),
        (labels, takenKeys, name) => {
          const look = nextLook(labels, { name, takenKeys });
          for (const label of inUse(labels)) {
            expect(label.key).not.toBe(look.key);
            expect(label.letter).not.toBe(look.letter);
            expect(`${label.hue} ${label.line}`).not.toBe(`${look.hue} ${look.line}`);
          }
          expect(takenKeys).not.toContain(look.key);
        },
      ),
    );
  });

  it('[GU9] gives the look of a retired label again', () => {
    const labels = DEFAULT_LABELS.map((label) =>
      label.id === 'quote' ? { ...label, retired: true as const } : label,
    );
    expect(nextLook(labels, { name: 'Quip' })).toMatchObject({ hue: 'green', letter: 'Q', key: 'q' });
  });

  it('[GU9] the style sheet has every hue and every line', () => {
    const css = readFileSync(new URL('../../../client/src/ui/theme/labels.css', import.meta.url), 'utf8');
    for (const hue of HUES) expect(css).toContain(`[data-hue="${hue}"]`);
    for (const line of LINES) expect(css).toContain(`[data-line="${line}"]`);
  });
});
