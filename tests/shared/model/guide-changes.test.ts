import { changeGuide, DEFAULT_GUIDE, type GuideChange } from '@assay/shared/model';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { label } from './guides.ts';

afterEach(() => vi.unstubAllGlobals());

const { labels, tree } = DEFAULT_GUIDE;
const claim = labels[0]!;
const verdict = claim.attributes.find(({ id }) => id === 'verdict')!;
const precedent = {
  article: 'article-1',
  decision: 'decision-1',
  label: 'claim',
  words: 'the wall fell',
  yes: true,
};

const CHANGES = [
  { type: 'guide.rename', name: 'House rules' },
  { type: 'label.add', label: { ...claim, id: 'fact' }, before: 'quote' },
  { type: 'label.add', label: label(DEFAULT_GUIDE, 'tone', { retired: true }), before: null },
  { type: 'label.change', label: 'claim', set: { hue: 'teal', examples: claim.examples } },
  { type: 'label.move', label: 'claim', before: null },
  { type: 'label.retire', label: 'claim' },
  { type: 'label.bring-back', label: 'claim' },
  { type: 'attribute.add', label: 'quote', attribute: verdict, before: 'via' },
  { type: 'attribute.change', label: 'claim', attribute: 'verdict', set: { choices: verdict.choices! } },
  { type: 'attribute.move', label: 'claim', attribute: 'verdict', before: null },
  { type: 'attribute.retire', label: 'claim', attribute: 'verdict' },
  { type: 'attribute.bring-back', label: 'claim', attribute: 'verdict' },
  { type: 'tree.change', tree },
  { type: 'precedent.add', precedent },
  { type: 'precedent.remove', precedent },
] as readonly GuideChange[];

describe('changes of a guide as they are sent', () => {
  it('[GU16] reads every kind as it was meant, without making code out of text', async () => {
    let made = 0;
    class Watched {
      constructor() {
        made += 1;
        throw new EvalError('Forbidden by the policy.');
      }
    }
    vi.stubGlobal('Function', Watched);
    const { guideChangeSchema } = await import('@assay/shared/review');
    for (const change of CHANGES)
      expect(guideChangeSchema.parse(JSON.parse(JSON.stringify(change)))).toEqual(change);
    expect(made).toBe(0);
  });

  it('[GU16] refuses another form, and members that it does not know', async () => {
    const { guideChangeSchema } = await import('@assay/shared/review');
    const reads = (change: unknown) => guideChangeSchema.safeParse(change).success;
    expect(CHANGES.every(reads)).toBe(true);
    for (const change of CHANGES) expect(reads({ ...change, more: 1 }), change.type).toBe(false);
    for (const set of [
      { id: 'fact' },
      { attributes: [] },
      { retired: true },
      { name: undefined },
      { line: 'bold' },
    ])
      expect(reads({ type: 'label.change', label: 'claim', set }), JSON.stringify(set)).toBe(false);
    const kind = { type: 'attribute.change', label: 'claim', attribute: 'verdict', set: { kind: 'text' } };
    expect(reads(kind)).toBe(false);
    expect(reads({ type: 'label.delete', label: 'claim' })).toBe(false);
    expect(reads({ type: 'guide.rename', name: '\ud800' })).toBe(false);
  });

  it('[GU16] what was read can be asked of the guide', async () => {
    const { guideChangeSchema } = await import('@assay/shared/review');
    const changed = changeGuide(DEFAULT_GUIDE, guideChangeSchema.parse(CHANGES[3]));
    expect(changed.ok && changed.guide.labels[0]!.hue).toBe('teal');
  });
});
