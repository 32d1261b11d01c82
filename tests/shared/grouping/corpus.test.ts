import { type CorpusMark, importCorpus } from '@assay/shared/interchange';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusLines } from '../../support/real-data.ts';
import { rangesOf } from './notation.ts';

/** A line of a corpus with spans written as `A quote: words`, their offsets those of the words in the text. */
function line(text: string, spans: readonly string[], more: Record<string, unknown> = {}): string {
  const parsed = spans.map((span) => {
    const [, annotator, label, words] = /^(\w+) (\S+): (.*)$/s.exec(span)!;
    const ranges = rangesOf(text, words!).map(({ start, end }) => [start, end]);
    return { annotator, label, ranges, text: words, attributes: {} };
  });
  return JSON.stringify({ id: 'a', text, spans: parsed, ...more });
}

const words = (text: string, { ranges }: CorpusMark) =>
  ranges.map(({ start, end }) => text.slice(start, end));
const messages = (content: string) => importCorpus(content).errors.map(({ message }) => message);

describe('articles that several people have marked', () => {
  it('[GR14] become articles as plain text does, with each mark on its words', () => {
    const text = ' The ferry\r\n\r\n\r\nIt  sails,\t“at   noon”,\u0007 she said.\n \nNobody   knows. ';
    const content = line(text, [
      'A quote: “at   noon”',
      'B quote: sails,\t“at   noon”,\u0007 she',
      'B claim: It  … \n \nNobody ',
    ]);
    const [article] = importCorpus(content).articles;
    expect(article!.text).toBe('The ferry\nIt sails, “at noon”, she said.\nNobody knows.');
    expect(article!.title).toBe('The ferry');
    expect(article!.doc.childCount).toBe(3);
    expect(article!.marks.map((mark) => [mark.reviewer, mark.label, ...words(article!.text, mark)])).toEqual([
      ['A', 'quote', '“at noon”'],
      ['B', 'quote', 'sails, “at noon”, she'],
      ['B', 'claim', 'It', 'Nobody'],
    ]);
  });

  it('[GR14] keep every mark on its words whatever white space and odd characters a text has', () => {
    const odd = fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      '\t',
      '\u00a0',
      '\v',
      '\f',
      '\u2028',
      '\u0085',
      '\u0000',
      '\ud800',
      '🙂',
      '家',
      'a',
      'bc.',
    );
    const squeeze = (text: string) => text.replace(/[\s\p{Cc}]/gu, '').replace(/\p{Surrogate}/gu, '\ufffd');
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 40 }), fc.nat(), fc.nat(), (parts, from, size) => {
        const text = `Words ${parts.join('')} end`;
        // At the edges of a part, so that no pair of surrogates is torn.
        const edges = [0, ...parts.map((_, i) => i + 1)].map((n) => 6 + parts.slice(0, n).join('').length);
        const start = edges[from % edges.length]!;
        const end = Math.min(text.length, start + 4 + (size % 20));
        fc.pre(!/[\ud800-\udbff]/.test(text[end - 1]!));
        const span = { annotator: 'A', label: 'quote', ranges: [[start, end]], text: text.slice(start, end) };
        const { articles } = importCorpus(JSON.stringify({ id: 'a', text, spans: [span] }));
        const meant = squeeze(span.text);
        if (meant === '') expect(articles).toEqual([]);
        else expect(squeeze(words(articles[0]!.text, articles[0]!.marks[0]!).join(''))).toBe(meant);
      }),
    );
  });

  it('[GR14] keep their title, their reviewers and the attributes that a mark can have', () => {
    const text = 'It holds.';
    const attributes = { type: 'direct', sure: true, ranges: [[1, 2]], tags: ['x'] };
    const span = {
      annotator: 'A',
      label: 'Name_Calling,Labeling',
      ranges: [[3, 8]],
      text: 'holds',
      attributes,
    };
    const content = JSON.stringify({
      id: 'a',
      title: 'On walls',
      annotators: ['A', 'B'],
      text,
      spans: [span],
    });
    const [article] = importCorpus(`\uFEFF${content}\r\n\r\n`).articles;
    expect(article).toMatchObject({ title: 'On walls', reviewers: ['A', 'B'], leftOut: ['ranges'] });
    expect(article!.marks).toEqual([
      {
        id: 'span-0001',
        reviewer: 'A',
        label: 'name-calling-labeling',
        ranges: [{ start: 3, end: 8 }],
        attributes: { type: 'direct', sure: true, tags: ['x'] },
      },
    ]);
  });

  it('[GR15] are refused line by line, with the line, the span and what to do; the other lines are taken', () => {
    const good = line('It holds.', ['A quote: holds']);
    const { articles, errors } = importCorpus(`${good}\n{"id": "b",\n${good.replace('"a"', '"c"')}`);
    expect(articles.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(errors).toEqual([
      { line: 2, span: null, message: expect.stringContaining('Line 2: this is not JSON. Each') },
    ]);
  });

  it('[GR15] are refused where an earlier line has the same id', () => {
    const { articles, errors } = importCorpus(`${line('It holds.', [])}\n${line('It broke.', [])}`);
    expect(articles.map(({ text }) => text)).toEqual(['It holds.']);
    expect(errors).toMatchObject([{ line: 2, span: null }]);
  });

  it('[GR15] are refused where offsets and words do not fit, or something is missing', () => {
    const of = (change: (span: Record<string, unknown>) => void, more = {}) => {
      const parsed = JSON.parse(line('It holds 🙂 now.', ['A quote: It', 'A quote: now'], more));
      change(parsed.spans[1]);
      return messages(JSON.stringify(parsed))[0];
    };
    expect(of((span) => Object.assign(span, { ranges: [[11, 14]] }))).toMatch(
      /^Line 1, span 2: its offsets cover “ no”, but its text is “now”\. Correct one of them: offsets count UTF-16/,
    );
    expect(of((span) => Object.assign(span, { ranges: [[12, 99]] }))).toMatch(
      /^Line 1, span 2: there is no range from 12 to 99 in a text of 16 UTF-16 units\. Correct/,
    );
    expect(of((span) => delete span.annotator)).toMatch(/^Line 1, span 2: “annotator” cannot be read/);
    expect(of((span) => Object.assign(span, { label: '…' }))).toMatch(/span 2: “…” cannot be a label\. Use/);
    expect(of((span) => Object.assign(span, { ranges: [[2, 3]], text: ' ' }))).toMatch(
      /span 2: it covers white space/,
    );
    expect(of((span) => Object.assign(span, { annotator: 'B' }), { annotators: ['A'] })).toMatch(
      /span 2: “B” is not among the “annotators”\. Add/,
    );
    expect(of(() => {}, { text: ' ' })).toMatch(/^Line 1: There are no words/);
    expect(of(() => {}, { id: '' })).toMatch(/^Line 1: “id” cannot be read/);
    const good = line('It holds.', ['A quote: holds']);
    expect(messages(`${good}\n${good}`)).toEqual([
      expect.stringMatching(/^Line 2: there is another article/),
    ]);
  });

  const real = corpusLines('polnear');
  it.skipIf(real === null)(
    '[GR14] of a real corpus come in whole, each mark on the words the corpus says',
    () => {
      const { articles, errors } = importCorpus(real!.join('\n'));
      expect(errors).toEqual([]);
      const squeeze = (text: string) => text.replace(/[\s…]/g, '');
      const sources: { spans: { text: string; ranges: [number, number][] }[] }[] = real!.map((json) =>
        JSON.parse(json),
      );
      let compared = 0;
      for (const [at, { marks, text }] of articles.entries())
        for (const [n, mark] of marks.entries()) {
          const span = sources[at]!.spans[n]!;
          if (span.ranges.some(([start], i) => start < (span.ranges[i - 1]?.[1] ?? 0))) continue;
          compared++;
          expect(squeeze(words(text, mark).join(''))).toBe(squeeze(span.text));
        }
      expect(compared).toBeGreaterThan(2000);
    },
  );
});
