import { readFileSync } from 'node:fs';
import { schema } from '@assay/shared/article';
import { importArticle } from '@assay/shared/interchange';
import { describe, expect, it } from 'vitest';

const content = readFileSync(
  new URL('../../../client/src/library/sample-article.md', import.meta.url),
  'utf8',
);
const { title, doc, warnings } = importArticle({
  content,
  format: 'markdown',
  fileName: 'sample-article.md',
});

describe('the sample article', () => {
  it('[UI15] comes in whole, under its headline', () => {
    expect(warnings).toEqual([]);
    expect(title).toMatch(/^Merrowby’s sea gate/);
  });

  it('[UI15] has what an article has: headings, a list, a quoted passage, a link, emphasis', () => {
    const kinds = new Set<string>();
    doc.descendants((node) => {
      kinds.add(node.attrs.quote ? 'quoted' : node.type.name);
      for (const mark of node.marks) kinds.add(mark.type.name);
    });
    expect([...kinds]).toEqual(expect.arrayContaining(['heading', 'list_item', 'quoted', 'link', 'em']));
    expect(doc.type.schema).toBe(schema);
  });

  it('[UI15] is of the length of a news article', () => {
    const words = doc.textBetween(0, doc.content.size, ' ').split(/\s+/).length;
    expect(words).toBeGreaterThan(800);
    expect(words).toBeLessThan(1000);
  });
});
