import { changeGuide, DEFAULT_GUIDE, type Guide, type GuideChange, HUES, LINES } from '@assay/shared/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frozen, guideOf, label } from './guides.ts';

const id = fc.constantFrom('claim', 'quote', 'speculation', 'a', 'b', 'label-5', 'label-23');
const attributeId = fc.constantFrom('cue', 'verdict', 'via', 'x', 'y');
const before = fc.option(id);
const settings = fc.record(
  {
    name: fc.constantFrom('Fact', 'Tone', 'Cause', ''),
    key: fc.constantFrom('c', 'q', 'z', 'y', 'Shift-c', '1'),
    letter: fc.constantFrom('C', 'q', 'Z', 'Y', '¶'),
    hue: fc.constantFrom(...HUES, 'beige'),
    line: fc.constantFrom(...LINES),
    definition: fc.string({ maxLength: 5 }),
  },
  { requiredKeys: [] },
);
const attribute = fc.record({
  id: attributeId,
  name: fc.constantFrom('Name', ''),
  question: fc.constant('Which?'),
  kind: fc.constantFrom('text', 'person', 'number', 'choice', 'range'),
  many: fc.boolean(),
  about: fc.constantFrom('mark', 'settling'),
});

const change: fc.Arbitrary<GuideChange> = fc.oneof(
  fc.record({ type: fc.constant('guide.rename'), name: fc.constantFrom('A', 'B', '') }),
  fc.record({
    type: fc.constant('label.add'),
    label: fc.tuple(id, settings).map(([of, more]) => label(DEFAULT_GUIDE, of, more)),
    before,
  }),
  fc.record({ type: fc.constant('label.change'), label: id, set: settings }),
  fc.record({ type: fc.constant('label.move'), label: id, before }),
  fc.record({ type: fc.constantFrom('label.retire', 'label.bring-back'), label: id }),
  fc.record({ type: fc.constant('attribute.add'), label: id, attribute, before: fc.option(attributeId) }),
  fc.record({
    type: fc.constant('attribute.change'),
    label: id,
    attribute: attributeId,
    set: fc.record({ name: fc.constantFrom('New', '') }),
  }),
  fc.record({
    type: fc.constant('attribute.move'),
    label: id,
    attribute: attributeId,
    before: fc.option(attributeId),
  }),
  fc.record({
    type: fc.constantFrom('attribute.retire', 'attribute.bring-back'),
    label: id,
    attribute: attributeId,
  }),
);

const distinct = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);

/** The rules, said once more and without the program's own words for them. */
function expectLawful({ name, labels }: Guide): void {
  const used = labels.filter(({ retired }) => !retired);
  expect(used.length).toBeGreaterThanOrEqual(1);
  expect(used.length).toBeLessThanOrEqual(24);
  distinct(labels.map((one) => one.id));
  distinct(used.map(({ key }) => key));
  distinct(used.map(({ letter }) => letter.toUpperCase()));
  for (const { attributes } of labels) distinct(attributes.map((one) => one.id));
  for (const named of [name, ...labels.flatMap((one) => [one.name, ...one.attributes.map((a) => a.name)])])
    expect(named).not.toBe('');
}

const namesOf = ({ labels }: Guide) =>
  labels.flatMap((one) => [one.id, ...one.attributes.map((a) => `${one.id}/${a.id}/${a.kind}/${a.many}`)]);

it('[GU8] whatever is changed, in whichever order, the guide keeps its rules, loses no id and counts its versions', () => {
  let made = 0;
  let refused = 0;
  const start = fc.constantFrom(DEFAULT_GUIDE, guideOf(12), guideOf(24));
  fc.assert(
    fc.property(start, fc.array(change, { minLength: 8, maxLength: 25 }), (from, changes) => {
      let guide = from;
      for (const one of changes) {
        const changed = changeGuide(frozen(guide), one);
        if (!changed.ok) {
          refused += 1;
          expect(changed.refusal.message).toMatch(/\S/);
          continue;
        }
        const same = changed.guide === guide;
        if (!same) made += 1;
        expect(changed.guide.version).toBe(guide.version + (same ? 0 : 1));
        expect(namesOf(changed.guide)).toEqual(expect.arrayContaining(namesOf(guide)));
        guide = changed.guide;
        expectLawful(guide);
      }
    }),
  );
  expect(Math.min(made, refused)).toBeGreaterThan(200);
});
