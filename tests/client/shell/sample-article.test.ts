import { schema } from '@assay/shared/article';
import { importArticle } from '@assay/shared/interchange';
import { describe, expect, it } from 'vitest';
import { SAMPLE_ARTICLE } from '../../../client/src/library/sample-article.ts';

const { doc, warnings } = importArticle(SAMPLE_ARTICLE);

describe('the sample article', () => {
  it('[UI15] comes in whole, and does not say its headline twice', () => {
    expect(warnings).toEqual([]);
    expect(doc.firstChild?.textContent).toMatch(/^The tide that came up Tannery Lane/);
    expect(doc.textContent).not.toContain(SAMPLE_ARTICLE.title);
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
