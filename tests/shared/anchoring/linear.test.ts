import { describe as describeRanges, locate } from '@assay/shared/anchoring';
import { decode, linearText } from '@assay/shared/article';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { articleOf } from './notation.ts';

type Part = string | object;

function textOf(parts: readonly Part[]): Y.Text {
  const ytext = articleOf(new Y.Doc());
  for (const part of parts) {
    if (typeof part === 'string') ytext.insert(ytext.length, part);
    else if ('marker' in part)
      ytext.insertEmbed(ytext.length, new Y.Map(Object.entries(part.marker as object)));
    else ytext.insertEmbed(ytext.length, part);
  }
  return ytext;
}

const part: fc.Arbitrary<Part> = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '🙂', ' '), minLength: 1, maxLength: 5 }),
  fc.constantFrom<Part>(
    { marker: {} },
    { marker: { t: 'heading', level: 2 } },
    { marker: { t: 'horizontal_rule' } },
    { marker: { t: 'from-the-future' } },
    { n: 'hard_break' },
    { n: 'footnote', id: 1 },
  ),
);

describe('offsets', () => {
  it('[AN13] count in the linear text of the article, also where markers are missing', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const ytext = textOf(parts);
        const text = linearText(decode(ytext));
        for (let start = 0; start < text.length; start++) {
          const end = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
          if (text[start] === '\n' || (text.charCodeAt(start) & 0xfc00) === 0xdc00) continue;
          const target = describeRanges(ytext, [{ start, end }]);
          expect(target.ranges[0]!.quote.exact).toBe(text.slice(start, end));
          expect(locate(ytext, target.ranges)).toEqual([{ start, end }]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
