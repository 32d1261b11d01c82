import { schema } from '@assay/shared/article';
import { type ArticleExport, EXPORT_FORMATS, EXPORTERS } from '@assay/shared/interchange';
import type { TextRange } from '@assay/shared/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Desk } from './exported.ts';
import { markedWords, readPage } from './page.ts';

const word = fc.constantFrom(
  'one',
  'two ',
  'Syria',
  ' ',
  '😊',
  '👩‍👩‍👧',
  'e\u0301',
  'שלום',
  '<b>',
  '&amp;',
  '“said”',
);
const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
const lines = fc.array(line, { minLength: 2, maxLength: 8 });
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const span = fc.tuple(share, share);
const spans = fc.array(span, { minLength: 3, maxLength: 12 });

/** Offsets between code points, so that a span is a range that can be marked. */
function boundaries(text: string): number[] {
  const offsets = [0];
  for (const character of text) offsets.push(offsets.at(-1)! + character.length);
  return offsets;
}

function rangeOf(text: string, [a, b]: readonly [number, number]): TextRange | null {
  const offsets = boundaries(text);
  const at = (share: number) => offsets[Math.round(share * (offsets.length - 1))]!;
  const range = { start: at(Math.min(a, b)), end: at(Math.max(a, b)) };
  return range.start < range.end ? range : null;
}

function deskWith(paragraphs: readonly string[], spans: readonly (readonly [number, number])[]): Desk {
  const blocks = paragraphs.map((text) =>
    schema.nodes.paragraph.create(null, text ? schema.text(text) : null),
  );
  const desk = new Desk(schema.nodes.doc.create(null, blocks));
  for (const [i, one] of spans.entries()) {
    const range = rangeOf(desk.text, one);
    if (!range) continue;
    const mark = desk.mark(['claim', 'quote', 'speculation'][i % 3]!, [range], i % 2 ? 'Ada' : 'Grace');
    if (i % 3 === 0) desk.comment(mark, 'Ada', `On ${i}`);
  }
  return desk;
}

const standingWords = ({ text, annotations }: ArticleExport) =>
  annotations.map(({ standing }) =>
    standing.ranges.map(({ start, end }) => text.slice(start, end)).join('|'),
  );

describe('any article with any marks', () => {
  it('[EX36] two exports of one state are byte-equal, whatever order it was read in', () => {
    fc.assert(
      fc.property(lines, spans, (paragraphs, marks) => {
        const desk = deskWith(paragraphs, marks);
        const before = EXPORT_FORMATS.map((format) => EXPORTERS[format].export(desk.gather()));
        for (const map of [desk.annotations, desk.threads, desk.comments, desk.people] as Map<
          string,
          unknown
        >[]) {
          const reversed = [...map].reverse();
          map.clear();
          for (const [id, value] of reversed) map.set(id, value);
        }
        expect(EXPORT_FORMATS.map((format) => EXPORTERS[format].export(desk.gather()))).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('[EX37] every active mark has its exact words in the lossless form and in Web Annotations', () => {
    let marked = 0;
    fc.assert(
      fc.property(lines, spans, (paragraphs, marks) => {
        const input = deskWith(paragraphs, marks).gather();
        const json = JSON.parse(EXPORTERS.json.export(input));
        const w3c = JSON.parse(EXPORTERS.w3c.export(input));
        const inJson = json.annotations.map((one: { standing: { ranges: { exact: string }[] } }) =>
          one.standing.ranges.map(({ exact }) => exact).join('|'),
        );
        const inW3c = w3c.first.items
          .filter((item: { motivation: string }) => item.motivation === 'classifying')
          .map(({ target }: { target: object }) =>
            [target]
              .flat()
              .map((piece) => (piece as { selector: { exact: string }[] }).selector[0]!.exact)
              .join('|'),
          );
        expect(inJson).toEqual(standingWords(input));
        expect(inW3c).toEqual(standingWords(input));
        marked += inJson.length;
      }),
      { numRuns: 100 },
    );
    expect(marked).toBeGreaterThan(100);
  });

  it('[EX38] every mark that covers words is drawn over exactly these words in the page, and has one note', () => {
    let drawn = 0;
    fc.assert(
      fc.property(lines, spans, (paragraphs, marks) => {
        const input = deskWith(paragraphs, marks).gather();
        const html = EXPORTERS.html.export(input);
        const found = [...markedWords(readPage(html)).values()].sort();
        const wanted = standingWords(input)
          .map((words) => words.replace(/\n/g, ''))
          .filter((words) => words !== '')
          .sort();
        expect(found).toEqual(wanted);
        const notes = [...html.matchAll(/id="note-(\d+)"/g)].map(([, number]) => Number(number));
        expect(notes).toEqual(input.annotations.map((_, i) => i + 1));
        drawn += found.length;
      }),
      { numRuns: 100 },
    );
    expect(drawn).toBeGreaterThan(100);
  });
});
