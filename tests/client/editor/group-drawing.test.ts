import { describe as describeRanges } from '@assay/shared/anchoring';
import { schema, seed } from '@assay/shared/article';
import type { Group, PersonId } from '@assay/shared/model';
import { articleText } from '@assay/shared/ydoc';
import fc from 'fast-check';
import { EditorState } from 'prosemirror-state';
import type { Decoration } from 'prosemirror-view';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ArticleBinding } from '../../../client/src/binding/index.ts';
import { groupWordsOf } from '../../../client/src/editor/group-shape.ts';
import type { DrawnMark, DrawnPart } from '../../../client/src/editor/index.ts';
import { NO_EMPHASIS } from '../../../client/src/editor/mark-decorations.ts';
import { allMarks, markById, marksAt } from '../../../client/src/editor/mark-index.ts';
import { MarkKeeper } from '../../../client/src/editor/mark-keeper.ts';
import { marksOf, marksPlugin, withAction } from '../../../client/src/editor/mark-plugin.ts';
import { placedMarksReader } from '../../../client/src/editor/placed-marks.ts';
import { posOf } from '../../../client/src/editor/positions.ts';
import { createStore } from '../../../client/src/store/index.ts';
import { HeadlessView } from '../../support/headless-view.ts';

const PARAGRAPHS = [
  'They say the gate stood open all night.',
  'Nobody knows why it did.',
  'The log is gone.',
];
const TEXT = PARAGRAPHS.join('\n');

const PEOPLE = {
  Ana: { id: 'ana' as PersonId, name: 'Ana', colour: '#aa0000' },
  Ben: { id: 'ben' as PersonId, name: 'Ben', colour: '#00aa00' },
  Cy: { id: 'cy' as PersonId, name: 'Cy', colour: 'url(evil)' },
};
type Name = keyof typeof PEOPLE;

const CLAIM = { label: 'claim', hue: 'blue', line: 'solid' } as const;

interface Spoken {
  readonly by: Name | null;
  readonly words: string;
}

/** `Ana: the gate stood`; without a name it is a settled span. */
function spoken(line: string): Spoken {
  const [, by, words] = /^(?:(\w+): )?(.*)$/s.exec(line)!;
  return { by: (by as Name | undefined) ?? null, words: words! };
}

/** An article without a screen, with one group called `g`, and its marks `m1`, `m2` … only placed. */
function table(
  lines: readonly string[],
  look: Partial<DrawnMark> & { decision?: 'settled' | 'contested' } = {},
) {
  const ytext = articleText(new Y.Doc());
  const blocks = PARAGRAPHS.map((text) => schema.nodes.paragraph.create(null, schema.text(text)));
  seed(ytext, schema.topNodeType.create(null, blocks));
  const marks = lines.map(spoken);
  const held = marks.map(({ words }) => {
    const start = TEXT.indexOf(words);
    return describeRanges(ytext, [{ start, end: start + words.length }]).ranges;
  });
  const base = { ...CLAIM, letter: 'C', description: 'Claim.', pending: false };
  const { decision = null, ...more } = look;
  const parts = marks.map(({ by }): DrawnPart => ({ ...CLAIM, ranges: 1, person: by && PEOPLE[by] }));
  const state: Group['state'] = parts.length === 1 ? 'single' : 'boundary';
  const group: DrawnMark = {
    ...base,
    id: 'g',
    ranges: held.flat(),
    group: { state, decision, parts },
    ...more,
  };
  const members = held.map((ranges, i): DrawnMark => ({ ...base, id: `m${i + 1}`, ranges, hidden: true }));
  const binding = new ArticleBinding(ytext, { mayWrite: () => true, captureTimeout: 0 });
  const view = new HeadlessView(
    EditorState.create({ schema, doc: binding.doc, plugins: [binding.plugin, marksPlugin()] }),
  );
  const keeper = new MarkKeeper(view, binding, createStore<readonly DrawnMark[]>([group, ...members]));
  return {
    view,
    type(at: number, text: string) {
      view.dispatch(view.state.tr.insertText(text, posOf(view.state.doc, at)));
      keeper.refresh();
    },
    index: () => marksOf(view.state).index,
    words: () => groupWordsOf(markById(marksOf(view.state).index, 'g')!, view.state.doc),
    light: (id: string) =>
      view.dispatch(
        withAction(view.state.tr, {
          type: 'emphasise',
          emphasis: { ...NO_EMPHASIS, focused: new Set([id]) },
        }),
      ),
  };
}

const attributesOf = (one: Decoration) =>
  (one as unknown as { type: { attrs: Readonly<Record<string, string>> } }).type.attrs;

/** What is drawn, in text order: `firm “words”`, and `begin Ana at “w”` for a whisker. */
function drawn({ view }: ReturnType<typeof table>): string[] {
  const { drawn: blocks } = marksOf(view.state);
  const found: { at: number; told: string }[] = [];
  view.state.doc.forEach((node, offset) => {
    for (const one of blocks.forChild(offset, node).find()) {
      const attributes = attributesOf(one);
      const words = node.textBetween(one.from, one.to);
      const side = attributes['data-side'];
      const look = [attributes['data-part'] ?? 'mark', attributes['data-share']].filter(Boolean).join(' ');
      found.push({
        at: offset + one.from,
        told: side ? `${side} ${attributes['data-names']} at “${words}”` : `${look} “${words}”`,
      });
    }
  });
  return found.sort((a, b) => a.at - b.at).map(({ told }) => told);
}

describe('a group in the text', () => {
  const differing = ['Ana: the gate stood open', 'Ben: gate stood open all night', 'Cy: gate stood'];

  it('[ED55] is drawn once: what all marked firm, what only some did lighter the fewer they are', () => {
    const looks = drawn(table(differing)).filter((one) => !/^(begin|end)/.test(one));
    expect(looks).toEqual([
      'loose few “t”',
      'loose few “he ”',
      'firm “gate stood”',
      'loose most “ open”',
      'loose few “ all night”',
    ]);
  });

  it('[ED56] has a whisker at each edge that people do not share, with who begins or ends there', () => {
    const whiskers = drawn(table(differing)).filter((one) => /^(begin|end)/.test(one));
    expect(whiskers).toEqual([
      'begin Ana at “t”',
      'begin Cy and Ben at “g”',
      'end Cy at “d”',
      'end Ana at “n”',
      'end Ben at “t”',
    ]);
  });

  it('[ED56] has none where only punctuation or a lead-in word differs', () => {
    const looks = drawn(table(['Ana: open all night.', 'Ben: open all night']));
    expect(looks).toEqual(['firm “o”', 'firm “pen all night.”']);
  });

  it('[ED56] lets no colour into the style that is not six hexadecimal digits', () => {
    const { view } = table(differing);
    const { drawn: blocks } = marksOf(view.state);
    const styles = blocks
      .forChild(0, view.state.doc.child(0))
      .find()
      .map((one) => attributesOf(one).style ?? '');
    expect(styles.join(' ')).toContain('#00aa00');
    expect(styles.join(' ')).not.toContain('evil');
  });

  it('[ED57] is its settled spans once it is settled', () => {
    const settled = table(['the gate stood open'], { decision: 'settled' });
    expect(drawn(settled)).toEqual(['firm “t”', 'firm “he gate stood open”']);
  });

  it('[ED57] [PG46] has each settled span in the look of its own label', () => {
    const settled = table(['the gate stood open'], { decision: 'settled', hue: 'rose', line: 'wavy' });
    const { drawn: blocks } = marksOf(settled.view.state);
    const looks = blocks
      .forChild(0, settled.view.state.doc.child(0))
      .find()
      .map((one) => [attributesOf(one)['data-hue'], attributesOf(one)['data-line']]);
    expect(looks).toEqual([
      ['blue', 'solid'],
      ['blue', 'solid'],
    ]);
  });

  it('[ED57] is drawn nowhere when it is rejected, until somebody points at it', () => {
    const rejected = table(differing, { hidden: true });
    expect(drawn(rejected)).toEqual([]);
    rejected.light('g');
    expect(drawn(rejected)).toContain('firm “gate stood”');
  });

  it('[ED58] places its marks, and draws one of them only while it is lit', () => {
    const desk = table(['Ana: gate stood', 'Ben: gate stood']);
    const read = placedMarksReader()(desk.index(), desk.view.state.doc);
    expect(read.get('m1')?.text).toBe('gate stood');
    expect(
      marksAt(desk.index(), posOf(desk.view.state.doc, TEXT.indexOf('gate') + 1)).map(({ mark }) => mark.id),
    ).toEqual(['g']);
    expect(drawn(desk)).toHaveLength(2);
    desk.light('m1');
    expect(drawn(desk)).toContain('mark “ate stood”');
  });

  it('[ED58] takes one line and one place for its letter', () => {
    const marks = allMarks(table(['Ana: gate stood', 'Ben: gate stood', 'Cy: gate stood']).index());
    expect(marks.map(({ mark, lane, slot }) => [mark.id, lane, slot])).toEqual([
      ['g', 0, 0],
      ['m1', 0, 0],
      ['m2', 0, 0],
      ['m3', 0, 0],
    ]);
  });

  it('[ED59] is not read again while somebody types elsewhere, and follows what is typed within', () => {
    const desk = table(differing);
    const before = desk.words();
    desk.type(TEXT.indexOf('They'), 'So ');
    desk.type(desk.view.state.doc.textContent.length, 'x');
    expect(desk.words()).toBe(before);
    desk.type(TEXT.indexOf('all night') + 3, 'very ');
    expect(
      desk
        .words()
        ?.runs.map(({ text }) => text)
        .join(''),
    ).toBe('the gate stood open very all night');
  });

  it('[ED59] stands, after any edits, as if it were read for the first time', () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(TEXT.length), text: fc.constantFrom('x', ' ', ', ', '“', 'that ') }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(edits, (all) => {
        const desk = table([
          'Ana: open all night.\nNobody',
          'Ben: all night.\nNobody knows',
          'Cy: open all night',
        ]);
        for (const { at, text } of all) {
          desk.type(at, text);
          const one = markById(desk.index(), 'g')!;
          expect(desk.words()).toEqual(groupWordsOf({ ...one, words: {} }, desk.view.state.doc));
        }
      }),
      { numRuns: 60 },
    );
  });
});
