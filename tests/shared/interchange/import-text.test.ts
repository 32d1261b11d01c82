import { importArticle } from '@assay/shared/interchange';
import { describe, expect, it } from 'vitest';
import { realArticle } from '../../support/real-data.ts';
import { imported } from './import-notation.ts';

const text = (content: string) => imported(content, 'text');

describe('plain text into blocks', () => {
  it('[IM6] begins a paragraph at blank lines and form feeds, whatever ends the lines', () => {
    expect(text('\uFEFFone\r\n\r\ntwo\r\n \t\r\nthree\fthree and a half\n\n\n\nfour')).toEqual([
      'p one',
      'p two',
      'p three',
      'p three and a half',
      'p four',
    ]);
  });

  it('[IM6] joins lines that were wrapped at a common width', () => {
    const wrapped = [
      'Just hours after the town fell, the agency said that around a third',
      'of the people living there may have fled in the past few days during',
      'fighting between the two sides.',
    ];
    expect(text(wrapped.join('\n'))).toEqual([`p ${wrapped.join(' ')}`]);
  });

  it('[IM6] keeps the lines of verse and addresses', () => {
    expect(text('Jane Doe\n12 High Street\nLondon')).toEqual(['p Jane Doe/12 High Street/London']);
    expect(
      text('A line that is long enough to have been wrapped by somebody\nshort\nand another line'),
    ).toEqual(['p A line that is long enough to have been wrapped by somebody/short/and another line']);
  });

  it('[IM6] joins Chinese and Japanese lines without a space', () => {
    const line = '元旦のイソップ童話にはいつも同じ教訓があると人々は言い伝えてきたのであるが今ではもう誰も';
    expect(text(`${line}\n${line}`)).toEqual([`p ${line}${line}`]);
  });

  it('[IM4] takes a short first line that stands alone as the title', () => {
    const title = (content: string, fileName?: string) =>
      importArticle({ content, format: 'text', fileName }).title;
    expect(title('The fall of a city\n\nIt fell.', 'x.txt')).toBe('The fall of a city');
    expect(title('It fell today.\n\nIt did.', 'the-fall.txt')).toBe('the-fall');
    expect(title('It fell today. It did.')).toBe('It fell today. It did.');
    expect(title('word '.repeat(500)).length).toBeLessThanOrEqual(80);
  });

  it.skipIf(!realArticle())('[IM6] the real article is paragraphs without line breaks', () => {
    const blocks = text(realArticle() ?? '');
    expect(blocks.length).toBeGreaterThan(20);
    expect(blocks.every((line) => /^p /.test(line))).toBe(true);
  });
});
