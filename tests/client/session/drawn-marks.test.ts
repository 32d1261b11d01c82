import {
  type Annotation,
  DEFAULT_LABELS,
  type Label,
  type Person,
  type PersonId,
  type Thread,
} from '@assay/shared/model';
import { EMPTY_REVIEW } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';
import { DrawnMarks } from '../../../client/src/session/drawn-marks.ts';
import type { ReviewView } from '../../../client/src/session/index.ts';

const NOW = '2026-02-03T04:05:06.789Z';
const ana: Person = { id: 'person-ana' as PersonId, name: 'Ana', colour: '#2f6fb3' };
const target = (words: string) => ({
  ranges: [{ start: 'AA==', end: 'AQ==', quote: { exact: words, prefix: '', suffix: '' } }],
});

function annotation(id: string, change: Partial<Annotation> = {}): Annotation {
  return {
    id: id as Annotation['id'],
    label: 'claim',
    target: target(id),
    attributes: {},
    creator: ana.id,
    created: NOW,
    modified: NOW,
    status: 'active',
    ...change,
  };
}

function view(annotations: readonly Annotation[], more: Partial<ReviewView> = {}): ReviewView {
  return {
    state: { ...EMPTY_REVIEW, annotations: new Map(annotations.map((one) => [one.id, one])) },
    people: new Map([[ana.id, ana]]),
    pending: new Set(),
    ready: true,
    ...more,
  };
}

describe('the marks that are drawn', () => {
  it('[OB19] are the active and visible ones, told in words', () => {
    const shown = view([annotation('one'), annotation('two', { status: 'withdrawn' }), annotation('three')], {
      pending: new Set(['one']),
    });
    expect(new DrawnMarks().of(shown, DEFAULT_LABELS, new Set(['one', 'two']))).toEqual([
      {
        id: 'one',
        ranges: target('one').ranges,
        label: 'claim',
        letter: 'C',
        hue: 'blue',
        line: 'solid',
        description: 'Claim by Ana',
        pending: true,
      },
    ]);
  });

  it('[OB19] hold discussions of words without a label too', () => {
    const thread: Thread = {
      id: 'thread-1' as Thread['id'],
      subject: { on: 'passage', target: target('words') },
      creator: ana.id,
      created: NOW,
      status: 'open',
    };
    const shown = view([]);
    const state = { ...shown.state, threads: new Map([[thread.id, thread]]) };
    const [mark] = new DrawnMarks().of({ ...shown, state }, DEFAULT_LABELS, new Set([thread.id]));
    expect(mark).toMatchObject({ label: 'passage', description: 'Comment by Ana' });
  });

  it('[OB19] keep their identity while nothing about them changes', () => {
    const drawn = new DrawnMarks();
    const all = new Set(['one', 'two']);
    const [one, two] = [annotation('one'), annotation('two')];
    const before = drawn.of(view([one, two]), DEFAULT_LABELS, all);
    expect(drawn.of(view([{ ...one, modified: 'later' }, two]), DEFAULT_LABELS, all)).toBe(before);
    const after = drawn.of(view([one, { ...two, label: 'quote' }]), DEFAULT_LABELS, all);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toMatchObject({ label: 'quote', letter: 'Q' });
  });

  it('[PG46] are drawn by the look that the guide gives their labels, and anew when that changes', () => {
    const drawn = new DrawnMarks();
    const shown = view([annotation('one'), annotation('two', { label: 'tone' })]);
    const all = new Set(['one', 'two']);
    const looks = (labels: readonly Label[]) =>
      drawn
        .of(shown, labels, all)
        .map(({ hue, line, letter, description }) => [hue, line, letter, description]);
    expect(looks(DEFAULT_LABELS)).toEqual([
      ['blue', 'solid', 'C', 'Claim by Ana'],
      ['plum', 'dotted', 'T', 'Tone by Ana'],
    ]);
    const claim: Label = {
      ...DEFAULT_LABELS[0]!,
      name: 'Statement',
      letter: 'St',
      hue: 'rose',
      line: 'wavy',
    };
    expect(looks([claim])[0]).toEqual(['rose', 'wavy', 'St', 'Statement by Ana']);
  });

  it('[OB25] are not looked at again for a reply, nor for a view that says the same', () => {
    const drawn = new DrawnMarks();
    const all = new Set(['one']);
    const shown = view([annotation('one')], { pending: new Set(['comment-1']) });
    const before = drawn.of(shown, DEFAULT_LABELS, all);
    const annotations = new Map(shown.state.annotations);
    annotations.values = () => {
      throw new Error('The marks were walked again.');
    };
    const same = { ...shown, state: { ...shown.state, annotations } };
    expect(() => drawn.of(same, DEFAULT_LABELS, all)).toThrow('walked');
    const { state } = same;
    expect(drawn.of({ ...same, state: { ...state, comments: new Map() } }, DEFAULT_LABELS, all)).toBe(before);
    expect(drawn.of({ ...same, pending: new Set(['comment-2']) }, DEFAULT_LABELS, all)).toBe(before);
    expect(() => drawn.of({ ...same, pending: new Set(['one']) }, DEFAULT_LABELS, all)).toThrow('walked');
  });
});
