import {
  changeGuideBy,
  DEFAULT_GUIDE,
  type Guide,
  type GuideChange,
  type GuideLabel,
  nextLook,
} from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { fromBracketed, toBracketed } from '../../../client/src/guide-pages/bracketed.ts';
import {
  type GuideDraft,
  isChanged,
  previewOf,
  rebased,
  withChange,
} from '../../../client/src/guide-pages/draft.ts';
import { freshId } from '../../../client/src/guide-pages/fresh-id.ts';
import { firstClash, lookProblems } from '../../../client/src/guide-pages/look-problems.ts';

const start: GuideDraft = { base: DEFAULT_GUIDE, changes: [] };
const draftOf = (...changes: readonly GuideChange[]) => changes.reduce(withChange, start);

function saved(from: Guide, changes: readonly GuideChange[]): Guide {
  const changed = changeGuideBy(from, changes);
  if (!changed.ok) throw new Error(changed.refusal.message);
  return changed.guide;
}

function newLabel(name: string, guide: Guide = DEFAULT_GUIDE): GuideChange {
  const id = freshId(name, guide.labels);
  const label: GuideLabel = {
    ...{ id, name, question: `${name}?`, definition: '', examples: [], attributes: [] },
    ...nextLook(guide.labels, { name }),
  };
  return { type: 'label.add', label, before: null };
}

const checkable = DEFAULT_GUIDE.labels[0]!.attributes.find(({ id }) => id === 'checkable')!;

describe('a guide that is being changed', () => {
  it('[GU29] collects changes, one for each thing that is said anew, and shows what they come to', () => {
    const draft = draftOf({ type: 'label.change', label: 'claim', set: { name: 'S' } }, newLabel('Tone'), {
      type: 'label.change',
      label: 'claim',
      set: { name: 'Statement', definition: 'Words.' },
    });
    expect(draft.changes).toHaveLength(2);
    expect(previewOf(draft).labels.map(({ name }) => name)).toEqual([
      'Statement',
      'Quote',
      'Speculation',
      'Tone',
    ]);
    expect(isChanged(draft)).toBe(true);
    const back = withChange(draftOf({ type: 'label.change', label: 'claim', set: { name: 'S' } }), {
      type: 'label.change',
      label: 'claim',
      set: { name: 'Claim' },
    });
    expect(isChanged(back)).toBe(false);
  });

  it('[GU29] shows what breaks a rule while somebody is still at it', () => {
    const draft = draftOf({ type: 'label.change', label: 'claim', set: { name: '', key: 'q' } });
    expect(previewOf(draft).labels[0]).toMatchObject({ name: '', key: 'q' });
  });

  it('[GU30] stands on top of what somebody else has saved meanwhile, and nothing of either is lost', () => {
    const mine = draftOf(
      newLabel('Tone'),
      { type: 'label.change', label: 'tone', set: { question: 'Mine?' } },
      {
        type: 'attribute.change',
        label: 'claim',
        attribute: 'checkable',
        set: { choices: [...checkable.choices!, { id: 'mine', name: 'Mine' }] },
      },
      {
        type: 'tree.change',
        tree: {
          ...DEFAULT_GUIDE.tree,
          questions: DEFAULT_GUIDE.tree.questions.with(0, {
            ...DEFAULT_GUIDE.tree.questions[0]!,
            question: 'Mine?',
          }),
        },
      },
    );
    const theirs = saved(DEFAULT_GUIDE, [
      newLabel('Tone'),
      { type: 'label.change', label: 'quote', set: { name: 'Citation' } },
      {
        type: 'attribute.change',
        label: 'claim',
        attribute: 'checkable',
        set: { choices: [...checkable.choices!, { id: 'theirs', name: 'Theirs' }] },
      },
      {
        type: 'tree.change',
        tree: {
          ...DEFAULT_GUIDE.tree,
          note: 'Theirs.',
          questions: DEFAULT_GUIDE.tree.questions.with(1, {
            ...DEFAULT_GUIDE.tree.questions[1]!,
            question: 'Theirs?',
          }),
        },
      },
    ]);
    const draft = rebased(mine, theirs);
    // The letter is theirs now; that is for me to change before I save.
    const look = { ...nextLook(theirs.labels, { name: 'Voice' }) };
    const together = saved(theirs, [...draft.changes, { type: 'label.change', label: 'tone-2', set: look }]);
    expect(together.labels.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'claim Claim',
      'quote Citation',
      'speculation Speculation',
      'tone Tone',
      'tone-2 Tone',
    ]);
    expect(together.labels.slice(-2).map(({ question }) => question)).toEqual(['Tone?', 'Mine?']);
    const choices = together.labels[0]!.attributes.find(({ id }) => id === 'checkable')!.choices!;
    expect(choices.map(({ id }) => id)).toEqual(expect.arrayContaining(['mine', 'theirs']));
    expect(together.tree.questions.slice(0, 2).map(({ question }) => question)).toEqual(['Mine?', 'Theirs?']);
    expect([together.tree.note, together.version]).toEqual(['Theirs.', 3]);
  });

  it('[GU31] a clash of keys, letters or drawings is told beside the field, and keys of the page are none', () => {
    const [claim] = DEFAULT_GUIDE.labels as [GuideLabel, ...GuideLabel[]];
    const told = (change: Partial<GuideLabel>) => lookProblems(DEFAULT_GUIDE, { ...claim, ...change });
    expect(told({})).toEqual({});
    expect(told({ key: 'q', letter: 's' })).toEqual({
      key: expect.stringContaining('“Quote”'),
      letter: expect.stringContaining('“Speculation”'),
    });
    expect(told({ key: 'j' }).key).toContain('page');
    expect(told({ hue: 'green', line: 'double' }).drawing).toContain('“Quote”');
    expect(told({ hue: 'plum', line: 'dotted' }).drawing).toContain('“Comment”');
    expect(firstClash(DEFAULT_GUIDE)).toBeNull();
    const clashing = previewOf(draftOf({ type: 'label.change', label: 'claim', set: { key: 'm' } }));
    expect(firstClash(clashing)).toContain('“Claim”');
  });

  it('[GU32] what is new gets an id made of its name that was never given before', () => {
    expect(freshId('Héadline & tone', [])).toBe('headline-tone');
    expect(freshId('2nd', [])).toBe('nd');
    expect(freshId('見出し', [{ id: 'new' }])).toBe('new-2');
    expect(freshId('Claim', [...DEFAULT_GUIDE.labels, { id: 'claim-2' }])).toBe('claim-3');
    expect(freshId('x'.repeat(80), []).length).toBeLessThanOrEqual(40);
  });

  it('[GU33] an example is written with brackets around its words, and read as it was written', () => {
    for (const example of DEFAULT_GUIDE.labels.flatMap(({ examples }) => examples)) {
      const { text, marked } = example;
      expect(fromBracketed(toBracketed(example))).toEqual({ text, marked });
    }
    expect(fromBracketed('One [two] [three')).toEqual({
      text: 'One two [three',
      marked: [{ start: 4, end: 7 }],
    });
  });
});
