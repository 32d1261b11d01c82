import {
  changeGuide,
  changeGuideBy,
  DEFAULT_GUIDE,
  type GuideChange,
  guideFault,
  inUse,
  type Precedent,
} from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { frozen, guideAfter, guideOf, label, refusal } from './guides.ts';

const TONE = label(DEFAULT_GUIDE, 'tone');
const addTone: GuideChange = { type: 'label.add', label: TONE, before: null };
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const attributesOf = (guide: typeof DEFAULT_GUIDE, id: string) =>
  guide.labels.find((one) => one.id === id)!.attributes;

describe('changing a guide', () => {
  it('[GU1] makes the next version and leaves the one before as it was', () => {
    const before = structuredClone(DEFAULT_GUIDE);
    const guide = guideAfter([{ type: 'guide.rename', name: 'House rules' }, addTone]);
    expect(guide).toMatchObject({ id: DEFAULT_GUIDE.id, version: 3, name: 'House rules' });
    expect(DEFAULT_GUIDE).toEqual(before);
  });

  it('[GU1] gives the same version back when nothing would be different', () => {
    const changed = changeGuide(DEFAULT_GUIDE, { type: 'label.bring-back', label: 'claim' });
    expect(changed.ok && changed.guide).toBe(DEFAULT_GUIDE);
    const moved = changeGuide(DEFAULT_GUIDE, { type: 'label.move', label: 'claim', before: 'claim' });
    expect(moved.ok && moved.guide).toBe(DEFAULT_GUIDE);
  });

  it('[GU22] makes one version of many changes, of which only the outcome has to keep the rules', () => {
    const swapped = changeGuideBy(DEFAULT_GUIDE, [
      { type: 'label.change', label: 'claim', set: { key: 'q', letter: 'Q' } },
      { type: 'label.change', label: 'quote', set: { key: 'c', letter: 'C' } },
    ]);
    expect(swapped.ok && [swapped.guide.version, swapped.guide.labels.map(({ key }) => key)]).toEqual([
      2,
      ['q', 'c', 's'],
    ]);
    const half = changeGuideBy(DEFAULT_GUIDE, [addTone, { type: 'label.retire', label: 'nowhere' }]);
    expect(half.ok).toBe(false);
  });

  it('[GU2] puts labels and attributes where they are wanted', () => {
    expect(ids(guideAfter([{ ...addTone, before: 'quote' }]).labels)).toEqual([
      'claim',
      'tone',
      'quote',
      'speculation',
    ]);
    expect(ids(guideAfter([{ type: 'label.move', label: 'claim', before: null }]).labels)).toEqual([
      'quote',
      'speculation',
      'claim',
    ]);
    const moved = guideAfter([{ type: 'attribute.move', label: 'quote', attribute: 'via', before: 'type' }]);
    expect(ids(attributesOf(moved, 'quote')).slice(0, 2)).toEqual(['via', 'type']);
  });

  it('[GU2] says a label or an attribute anew', () => {
    const guide = guideAfter([
      {
        type: 'label.change',
        label: 'claim',
        set: { name: 'Fact', definition: 'What can be checked.', key: 'a' },
      },
      { type: 'attribute.change', label: 'claim', attribute: 'checkable', set: { name: 'Can be checked' } },
    ]);
    expect(guide.labels[0]).toMatchObject({ id: 'claim', name: 'Fact', key: 'a', letter: 'C' });
    expect(attributesOf(guide, 'claim').find(({ id }) => id === 'checkable')).toMatchObject({
      name: 'Can be checked',
      kind: 'choice',
    });
  });

  it('[GU3] retires what is no longer wanted, keeps it in its place and brings it back', () => {
    const retired = guideAfter([
      { type: 'label.retire', label: 'quote' },
      { type: 'attribute.retire', label: 'claim', attribute: 'verdict' },
    ]);
    expect(ids(retired.labels)).toEqual(['claim', 'quote', 'speculation']);
    expect(ids(inUse(retired.labels))).toEqual(['claim', 'speculation']);
    const back = guideAfter(
      [
        { type: 'label.bring-back', label: 'quote' },
        { type: 'attribute.bring-back', label: 'claim', attribute: 'verdict' },
      ],
      retired,
    );
    expect(back).toEqual({ ...DEFAULT_GUIDE, version: 5 });
  });

  it('[GU3] never gives an id again, not even that of a retired label or attribute', () => {
    const retired = guideAfter([addTone, { type: 'label.retire', label: 'tone' }]);
    expect(refusal(addTone, retired)).toContain('There is or was a label “tone” already.');
    const [verdict] = attributesOf(DEFAULT_GUIDE, 'claim').filter(({ id }) => id === 'verdict');
    expect(refusal({ type: 'attribute.add', label: 'claim', attribute: verdict!, before: null })).toContain(
      'There is or was an attribute “verdict” already.',
    );
  });

  it('[GU3] keeps every choice that marks may already have', () => {
    const change = (choices: readonly { id: string; name: string; retired?: true }[]): GuideChange => ({
      type: 'attribute.change',
      label: 'claim',
      attribute: 'checkWorthiness',
      set: { choices },
    });
    const high = { id: 'high', name: 'Urgent' };
    const low = { id: 'low', name: 'Low' };
    expect(refusal(change([high, low]))).toContain('Marks may already say “Medium”.');
    const guide = guideAfter([change([high, { id: 'medium', name: 'Medium', retired: true }, low])]);
    expect(guide.version).toBe(2);
  });

  it('[GU4] refuses a key or a letter that a label in use has, and takes that of a retired one', () => {
    expect(refusal({ type: 'label.change', label: 'quote', set: { key: 'c' } })).toContain(
      'the same key “c”',
    );
    expect(refusal({ type: 'label.change', label: 'quote', set: { letter: 'c' } })).toContain(
      'the same letter',
    );
    const swapped = guideAfter([
      { type: 'label.retire', label: 'quote' },
      { type: 'label.change', label: 'claim', set: { key: 'q' } },
    ]);
    expect(refusal({ type: 'label.bring-back', label: 'quote' }, swapped)).toContain(
      '“Claim” and “Quote” would have the same key “q”. Choose another key for one of them.',
    );
  });

  it('[GU4] keeps from 1 to 24 labels in use', () => {
    const one = guideAfter([
      { type: 'label.retire', label: 'quote' },
      { type: 'label.retire', label: 'claim' },
    ]);
    expect(refusal({ type: 'label.retire', label: 'speculation' }, one)).toContain(
      'at least one label in use',
    );
    const full = guideOf(24);
    const extra = { ...TONE, key: 'Shift-z', letter: 'Z9' };
    expect(refusal({ type: 'label.add', label: extra, before: null }, full)).toContain('At most 24 labels');
    const room = guideAfter([{ type: 'label.retire', label: 'claim' }], full);
    expect(guideAfter([{ type: 'label.add', label: extra, before: null }], room).labels).toHaveLength(25);
    const overfull = guideAfter([{ type: 'label.add', label: extra, before: null }], room);
    expect(refusal({ type: 'label.bring-back', label: 'claim' }, overfull)).toContain('At most 24 labels');
  });

  it.each<[string, Partial<typeof TONE>]>([
    ['cannot be a label’s id', { id: 'Tone' }],
    ['The name of a label needs words', { name: ' ' }],
    ['cannot be a label’s key', { key: '7' }],
    ['cannot stand on a mark', { letter: '¶' }],
    ['There is no hue', { hue: '#ff0000' }],
    ['The question of “tone” needs words', { question: '' }],
    ['is too long', { definition: 'x'.repeat(4001) }],
    [
      'does not show which of its words',
      { examples: [{ text: 'Ha.', marked: [{ start: 0, end: 9 }], yes: true, why: 'So.' }] },
    ],
    ['does not show which of its words', { examples: [{ text: 'Ha.', marked: [], yes: true, why: 'So.' }] }],
  ])('[GU5] says what is wrong with a label: %s', (message, more) => {
    expect(refusal({ type: 'label.add', label: { ...TONE, ...more }, before: null })).toContain(message);
  });

  it.each([
    ['cannot be an attribute’s id', { id: '1st' }],
    ['takes one value', { kind: 'number', many: true }],
    ['needs choices', { kind: 'choice' }],
    ['at least one choice in use', { kind: 'choice', choices: [{ id: 'old', name: 'Old', retired: true }] }],
    [
      'There is or was a choice “a” already',
      {
        kind: 'choice',
        choices: [
          { id: 'a', name: 'A' },
          { id: 'a', name: 'B' },
        ],
      },
    ],
  ] as const)('[GU5] says what is wrong with an attribute: %s', (message, more) => {
    const tone = {
      id: 'tone',
      name: 'Tone',
      question: 'Which?',
      kind: 'text',
      many: false,
      about: 'mark',
      ...more,
    } as const;
    expect(refusal({ type: 'attribute.add', label: 'claim', attribute: tone, before: null })).toContain(
      message,
    );
  });

  it('[GU5] names what is not there', () => {
    expect(refusal({ type: 'label.retire', label: 'tone' })).toMatch(/^not-found: .*“tone”/);
    expect(refusal({ type: 'attribute.retire', label: 'claim', attribute: 'tone' })).toMatch(
      /^not-found: .*“tone”/,
    );
  });

  it('[GU6] takes only trees in which every way ends, every question is reached and every label is the guide’s', () => {
    const ask = (id: string, leads: GuideLeads) => ({
      id,
      question: `${id}?`,
      answers: [{ answer: 'Yes', leads }],
    });
    type GuideLeads = (typeof DEFAULT_GUIDE.tree.questions)[number]['answers'][number]['leads'];
    const end: GuideLeads = { mark: 'claim', advice: 'Mark it.' };
    const tree = (...questions: ReturnType<typeof ask>[]): GuideChange => ({
      type: 'tree.change',
      tree: { roots: ['a'], questions, note: '' },
    });
    expect(guideAfter([tree(ask('a', 'b'), ask('b', end))]).version).toBe(2);
    expect(refusal(tree(ask('a', { ...end, next: 'b' }), ask('b', 'a')))).toContain('leads back to itself');
    expect(refusal(tree(ask('a', 'b')))).toContain('a question “b” that it does not have');
    expect(refusal(tree(ask('a', end), ask('b', end)))).toContain('No answer leads to the question “b”');
    expect(refusal(tree(ask('a', { ...end, mark: 'tone' })))).toContain('“tone”, which is no label');
    expect(refusal(tree(ask('a', end), ask('a', end)))).toContain('the same id');
  });

  it('[GU7] refers to each decision once, and to labels that it has', () => {
    const precedent = {
      article: 'article-1',
      decision: 'decision-1',
      label: 'claim',
      words: 'the wall fell',
      yes: true,
    } as Precedent;
    const guide = guideAfter([{ type: 'precedent.add', precedent }]);
    expect(guide.precedents).toEqual([precedent]);
    const again = changeGuide(frozen(guide), { type: 'precedent.add', precedent });
    expect(again.ok && again.guide).toBe(guide);
    expect(guideAfter([{ type: 'precedent.remove', precedent }], guide).precedents).toEqual([]);
    expect(refusal({ type: 'precedent.add', precedent: { ...precedent, label: 'tone' } })).toContain(
      'not-found',
    );
  });

  it('[GU5] a guide that keeps the rules has no fault', () => {
    expect(guideFault(DEFAULT_GUIDE)).toBeNull();
    expect(guideFault({ ...DEFAULT_GUIDE, labels: [] })).toContain('at least one label');
  });
});
