import { linearText } from '@assay/shared/article';
import { importArticle } from '@assay/shared/interchange';
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { realArticle, realPages } from '../../support/real-data.ts';
import { squeezed } from './import-notation.ts';

const PAGES = realPages();
const ABSENT = 'The real pages and articles are not beside the checkout; ASSAY_DATA can say where they are.';

/** Elements that begin another paragraph, however they are nested. */
const BLOCKS = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** The words between the edges of blocks, squeezed, in order; read independently of the importer. */
function passages(html: string, hidden: ReadonlySet<string>): string[] {
  const found = [''];
  const open: (DefaultTreeAdapterTypes.Node | 'edge')[] = [parse(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node === 'edge') found.push('');
    else if (tree.isTextNode(node)) found.push(found.pop() + node.value);
    else if ('childNodes' in node && !hidden.has(node.nodeName)) {
      const isBlock = BLOCKS.has(node.nodeName);
      const edge = isBlock ? ['edge' as const] : [];
      open.push(...edge, ...node.childNodes.toReversed(), ...edge);
    }
  }
  return found.map(squeezed).filter((words) => words !== '');
}

/** Passages that are not found behind the one before. */
function lost(wanted: readonly string[], article: string): string[] {
  let from = 0;
  return wanted.filter((words) => {
    const at = article.indexOf(words, from);
    if (at >= 0) from = at + words.length;
    return at < 0;
  });
}

describe('real pages, as their outlets publish them', () => {
  if (PAGES.length === 0) it.skip(ABSENT);

  it.each(PAGES)('[IM2] $name: every word of the article is there, in order', ({ source, body }) => {
    const wanted = passages(body, new Set(['script', 'style', 'head']));
    expect(wanted.length).toBeGreaterThan(1);
    const { doc } = importArticle({ content: source, format: 'html' });
    doc.check();
    expect(lost(wanted, squeezed(linearText(doc)))).toEqual([]);
  });

  it.each(PAGES)('[IM3] $name: nothing of scripts and styles is', ({ source }) => {
    const { doc } = importArticle({ content: source, format: 'html' });
    const article = squeezed(linearText(doc));
    const foreign = [...source.matchAll(/<(script|style)\b[^>]*>(.*?)<\/\1>/gis)].map(([, , code]) =>
      squeezed(code!).slice(0, 40),
    );
    expect(foreign.filter((code) => code.length > 20 && article.includes(code))).toEqual([]);
  });

  it.skipIf(!realArticle())('[IM2] an article in plain text: every paragraph is there, in order', () => {
    const text = realArticle()!;
    const { doc } = importArticle({ content: text, format: 'text' });
    expect(squeezed(linearText(doc))).toBe(squeezed(text));
    expect(doc.childCount).toBe(text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim()).length);
  });

  it('the check can fail: a passage that is missing, or out of order, is found', () => {
    expect(lost(['a', 'b', 'c'], 'a-c-b')).toEqual(['c']);
    expect(lost(['a', 'd'], 'abc')).toEqual(['d']);
    expect(passages('<p>a <b>b</b><p>c<br>d<script>no</script>', new Set(['script']))).toEqual([
      'ab',
      'c',
      'd',
    ]);
  });
});
