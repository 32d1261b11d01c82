import { changeGuideBy, DEFAULT_GUIDE, type Guide, type GuideChange, nextLook } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { articleActions } from '../../../client/src/article/actions.ts';
import { differences, PAGE_KEYS, searchGuide } from '../../../client/src/guide/index.ts';
import { standpointOf } from '../../../client/src/guide/walk-tree.ts';
import { quietDesk } from '../article/builders.ts';
import { review } from '../margin/builders.ts';

function guideWith(...changes: readonly GuideChange[]): Guide {
  const changed = changeGuideBy(DEFAULT_GUIDE, changes);
  if (!changed.ok) throw new Error(changed.refusal.message);
  return changed.guide;
}

const addTone: GuideChange = {
  type: 'label.add',
  label: {
    id: 'tone',
    name: 'Tone',
    question: 'Does the wording judge?',
    definition: 'Words that praise or blame.',
    examples: [],
    attributes: [],
    ...nextLook(DEFAULT_GUIDE.labels, { name: 'Tone', takenKeys: PAGE_KEYS }),
  },
  before: 'quote',
};

describe('the guide beside the work', () => {
  it('[GU25] is searched in definitions, examples, details, questions and precedents, whatever case and accents', () => {
    const kinds = (query: string) => new Set(searchGuide(DEFAULT_GUIDE, query).map(({ kind }) => kind));
    expect(kinds('FALSE evidence')).toContain('definition');
    expect(kinds('quotation marks')).toContain('attribute');
    expect(kinds('whose words').size).toBeGreaterThan(0);
    expect(searchGuide(DEFAULT_GUIDE, 'zzz')).toEqual([]);
    expect(searchGuide(DEFAULT_GUIDE, '  ')).toEqual([]);
    const question = DEFAULT_GUIDE.tree.questions[0]!;
    expect(searchGuide(DEFAULT_GUIDE, question.question)).toContainEqual({ kind: 'question', question });
    const [example] = DEFAULT_GUIDE.labels[1]!.examples;
    expect(searchGuide(DEFAULT_GUIDE, example!.text)).toContainEqual(
      expect.objectContaining({ kind: 'example', example }),
    );
    const precedent = {
      article: 'article-one' as never,
      decision: 'decision-one',
      label: 'quote',
      words: 'she said so twice',
      yes: false,
    };
    expect(searchGuide(guideWith({ type: 'precedent.add', precedent }), 'said twice quote')).toEqual([
      { kind: 'precedent', precedent, label: DEFAULT_GUIDE.labels[1] },
    ]);
  });

  it('[GU26] answers lead through the tree to a label, and an answer that is taken back leads to its question', () => {
    const { tree } = DEFAULT_GUIDE;
    for (const root of tree.roots) {
      expect(standpointOf(tree, root, []).asked?.id).toBe(root);
      const steps: { question: string; answer: number }[] = [];
      let now = standpointOf(tree, root, steps);
      while (now.asked) {
        steps.push({ question: now.asked.id, answer: 0 });
        now = standpointOf(tree, root, steps);
      }
      expect(now.outcome?.advice).toBeTruthy();
      const back = standpointOf(tree, root, steps.slice(0, -1));
      expect(back.asked?.id).toBe(steps.at(-1)!.question);
    }
    const strange = [{ question: 'nowhere', answer: 0 }];
    expect(standpointOf(tree, tree.roots[0]!, strange).asked?.id).toBe(tree.roots[0]);
  });

  it('[GU27] what is different between two versions is said in sentences, and nothing when nothing is', () => {
    const attribute = DEFAULT_GUIDE.labels[0]!.attributes[0]!;
    const changed = guideWith(
      { type: 'guide.rename', name: 'The desk' },
      addTone,
      { type: 'label.retire', label: 'speculation' },
      { type: 'label.change', label: 'claim', set: { name: 'Statement', key: 'z', definition: 'Other.' } },
      { type: 'attribute.retire', label: 'claim', attribute: attribute.id },
      {
        type: 'attribute.change',
        label: 'claim',
        attribute: 'checkable',
        set: {
          choices: [
            ...DEFAULT_GUIDE.labels[0]!.attributes.find(({ id }) => id === 'checkable')!.choices!,
            { id: 'later', name: 'Later' },
          ],
        },
      },
    );
    expect(differences(DEFAULT_GUIDE, changed)).toEqual([
      'The guide is called “The desk” now.',
      'New label “Tone”.',
      'The label “Speculation” is retired: it is no longer offered.',
      '“Claim” is called “Statement” now.',
      '“Statement” is marked with the key z instead of c.',
      'The definition of “Statement” is worded anew.',
      `The attribute “${attribute.name}” of “Statement” is retired: it is no longer offered.`,
      'New choice “Later” under “Checkable” of “Statement”.',
    ]);
    const moved = guideWith({ type: 'label.move', label: 'claim', before: null });
    expect(differences(DEFAULT_GUIDE, moved)).toEqual(['The labels stand in another order.']);
    expect(differences(DEFAULT_GUIDE, DEFAULT_GUIDE)).toEqual([]);
  });

  it('[GU28] the keys that no label may have are those that the article’s page has for something else', () => {
    const actions = articleActions(quietDesk(review([])).desk).filter(({ id }) => !id.startsWith('mark-'));
    const letters = actions.flatMap(({ keys }) => keys ?? []).filter((key) => /^(Shift-)?[a-z]$/.test(key));
    expect([...PAGE_KEYS].sort()).toEqual([...new Set(letters)].sort());
  });
});
