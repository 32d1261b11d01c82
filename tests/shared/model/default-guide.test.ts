import {
  checkAttributes,
  DEFAULT_GUIDE,
  DEFAULT_LABELS,
  guideFault,
  type TreeAnswer,
} from '@assay/shared/model';
import { describe, expect, it } from 'vitest';

const { labels, tree } = DEFAULT_GUIDE;
const answers = tree.questions.flatMap((question): readonly TreeAnswer[] => question.answers);

describe('the guide that a team begins with', () => {
  it('[GU13] is version 1, keeps every rule, and has the labels that articles start with', () => {
    expect(DEFAULT_GUIDE.version).toBe(1);
    expect(guideFault(DEFAULT_GUIDE)).toBeNull();
    expect(labels).toMatchObject(DEFAULT_LABELS);
  });

  it.each(labels)(
    '[GU13] defines $id and shows at least six stretches, where it holds and where it does not',
    ({ definition, examples }) => {
      expect(definition).toMatch(/\.$/);
      expect(examples.filter(({ yes }) => yes).length).toBeGreaterThanOrEqual(3);
      expect(examples.filter(({ yes }) => !yes).length).toBeGreaterThanOrEqual(3);
      for (const { text, marked } of examples) {
        expect(text).not.toMatch(/[[\]]/);
        for (const { start, end } of marked) expect(text.slice(start, end)).toMatch(/^\S(.*\S)?$/);
      }
    },
  );

  it('[GU13] shows a quote in two pieces as one mark', () => {
    const quote = labels.find(({ id }) => id === 'quote')!;
    const pieces = quote.examples.find(({ marked }) => marked.length === 2)!;
    expect(pieces.marked.map(({ start, end }) => pieces.text.slice(start, end))).toEqual([
      '“The road is safe,”',
      '“What lies under it is not.”',
    ]);
  });

  it.each([
    [
      'claim',
      'attributedTo presentation claimType checkable checkWorthiness verdict evidenceFor evidenceAgainst evidenceContext evidenceNote',
    ],
    [
      'quote',
      'type speaker speakerRole speakerEntity speakerRange speakerMention cue cueRange via polarity completeness part parts verification original originalWords',
    ],
    ['speculation', 'holder holderName cue cueRange cueType strength basis checkableFrom'],
  ])('[GU14] asks of a %s what reviewers and those who settle need', (id, expected) => {
    const { attributes } = labels.find((label) => label.id === id)!;
    expect(attributes.map((one) => one.id)).toEqual([
      ...expected.split(' '),
      'confidence',
      'note',
      'standaloneText',
    ]);
  });

  it('[GU14] leaves verdict, evidence and verification to those who settle', () => {
    const settling = labels.flatMap(({ attributes }) =>
      attributes.filter(({ about }) => about === 'settling'),
    );
    expect(settling.map(({ id }) => id)).toEqual([
      'verdict',
      'evidenceFor',
      'evidenceAgainst',
      'evidenceContext',
      'evidenceNote',
      'verification',
      'original',
      'originalWords',
    ]);
  });

  it('[GU15] its tree asks for each label, can mark with each, and says only what their attributes take', () => {
    expect([...tree.roots].sort()).toEqual(labels.map(({ id }) => id).sort());
    const outcomes = answers.flatMap(({ leads }) => (typeof leads === 'string' ? [] : [leads]));
    expect(new Set(outcomes.map(({ mark }) => mark))).toEqual(new Set([null, ...labels.map(({ id }) => id)]));
    for (const { mark, attributes = {}, advice } of outcomes) {
      expect(advice).toMatch(/\.$/);
      const label = labels.find(({ id }) => id === mark);
      if (label) expect(checkAttributes(label, attributes)).toEqual({ ok: true });
    }
  });
});
