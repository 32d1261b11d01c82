import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe as describeRanges } from '@assay/shared/anchoring';
import { schema, seed } from '@assay/shared/article';
import type { Target } from '@assay/shared/model';
import { articleText } from '@assay/shared/ydoc';
import { expect, it } from 'vitest';
import * as Y from 'yjs';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('[AN19] a described place keeps its own words and not the whole text they were cut from', () => {
  const text = articleText(new Y.Doc());
  const words = 'The sea wall gave way before the boats were in. '.repeat(4_000);
  const block = schema.node('paragraph', null, schema.text(words));
  // Of two blocks, so that each reading puts the text together anew.
  seed(text, schema.node('doc', null, [block, block]));
  const held: Target[] = [];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 500; i++) held.push(describeRanges(text, [{ start: i * 48, end: i * 48 + 47 }]));
  collectGarbage();
  const grown = process.memoryUsage().heapUsed - before;
  expect(held[499]!.ranges[0]!.quote.exact).toBe('The sea wall gave way before the boats were in.');
  // 500 copies of the text would be 96 MB.
  expect(grown).toBeLessThan(20 * words.length);
});
