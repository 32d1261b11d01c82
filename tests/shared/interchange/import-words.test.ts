import { linearText } from '@assay/shared/article';
import { importArticle } from '@assay/shared/interchange';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse, defaultTreeAdapter as tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { squeezed } from './import-notation.ts';

const WORD = fc.stringMatching(/^[A-Za-zäßéжщ漢字😀✓-]{1,9}$/u);
const TAGS =
  'p div b i a span h2 ul ol li blockquote pre td tr table figure figcaption em x-foo section sup label dt'.split(
    ' ',
  );

const element: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    WORD.map((word) => `${word} `),
    fc
      .tuple(fc.constantFrom(...TAGS), fc.array(tie('node'), { maxLength: 4 }), fc.boolean())
      .map(([tag, inner, closed]) => `<${tag}>${inner.join('')}${closed ? `</${tag}>` : ''}`),
    fc.constantFrom('<br>', '<hr>', '<!-- note -->', '<script>no()</script>', '<style>no{}</style>'),
  ),
})).node;

/** The words a browser would show, read independently of the importer. */
function wordsOf(html: string): string {
  let text = '';
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if (tree.isTextNode(node)) text += ` ${node.value}`;
    else if (tree.isElementNode(node) && ['script', 'style', 'head'].includes(node.tagName)) continue;
    else if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return text;
}

describe('a source without words', () => {
  it('[IM16] is refused with what to do, and one with words is not', () => {
    const refusal = (content: string, format: 'html' | 'markdown' | 'text') =>
      importArticle({ content, format, fileName: 'a.html' }).refusal;
    for (const format of ['html', 'markdown', 'text'] as const) {
      for (const content of ['', ' \n\t\u00a0\u200b\u2060', '\uFEFF'])
        expect(refusal(content, format)).toMatch(/words/);
      expect(refusal('漢', format)).toBeNull();
      expect(refusal('?', format)).toBeNull();
    }
    const picture = '<title>News</title><img src="https://a.org/p.png" alt="p"><hr>';
    const shell =
      '<title>News</title><div id=app></div><script>app()</script><noscript>Switch it on</noscript>';
    for (const page of [picture, shell]) expect(refusal(page, 'html')).toMatch(/open it in a browser.*copy/);
    expect(refusal('---\ntitle: News\n---\n\n![p](https://a.org/p.png)\n\n---', 'markdown')).toMatch(
      /no words/,
    );
    expect(refusal('<table><tr><td>a<td></table>', 'html')).toBeNull();
  });
});

const textOf = (content: string, format: 'html' | 'markdown' | 'text') =>
  linearText(importArticle({ content, format }).doc);

describe('every word of the source is in the article, in order', () => {
  it('[IM2] HTML of any shape', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 6 }), (parts) => {
        const html = parts.join('');
        const { doc } = importArticle({ content: html, format: 'html' });
        doc.check();
        expect(squeezed(linearText(doc))).toBe(squeezed(wordsOf(html)));
      }),
      { numRuns: 400 },
    );
  });

  it('[IM2] plain text of any shape', () => {
    const text = fc.array(fc.oneof(WORD, fc.constantFrom(' ', '\n', '\r\n', '\n\n', '\f', '\t')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (parts) => {
        expect(squeezed(textOf(parts.join(' '), 'text'))).toBe(squeezed(parts.join('')));
      }),
    );
  });

  it('[IM2] Markdown blocks of any shape', () => {
    const start = fc.constantFrom('', '# ', '> ', '> > ', '- ', '  - ', '1. ', '    ', '> - ');
    const line = fc.tuple(
      start,
      fc.array(fc.stringMatching(/^[a-zéж漢😀]{1,6}$/u), { minLength: 1, maxLength: 4 }),
    );
    const source = fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n')), { maxLength: 14 });
    fc.assert(
      fc.property(source, (parts) => {
        const markdown = parts.map(([[head, words], end]) => `${head}${words.join(' ')}${end}`).join('');
        const words = parts.flatMap(([[, list]]) => list);
        expect(textOf(markdown, 'markdown').match(/\p{L}+|😀/gu) ?? []).toEqual(
          words.join(' ').match(/\p{L}+|😀/gu) ?? [],
        );
      }),
    );
  });

  it('[IM2] Markdown with tags of any kind, ended or not', () => {
    const tag = fc.constantFrom(
      ...TAGS,
      'script',
      'style',
      'title',
      'textarea',
      'template',
      'noscript',
      'svg',
    );
    const opening = tag.map((name) => `<${name}>`);
    const part = fc.oneof(
      fc.stringMatching(/^[a-zéж漢😀]{1,6}$/u).map((word) => `${word} `),
      opening,
      fc.constantFrom(
        '\n',
        '\n\n',
        '\n- ',
        '\n> ',
        '</b>',
        '</p>',
        '<!-- ',
        '<br>',
        '<!doctype html>',
        '<?x',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const markdown = parts.join('');
        const words =
          markdown.replace(/<!doctype html>|<[^<>\s]*>|<\?x|<!--/gu, ' ').match(/\p{L}+|😀/gu) ?? [];
        const found = textOf(markdown, 'markdown').match(/\p{L}+|😀/gu) ?? [];
        for (const word of words) expect(found.join(' ')).toContain(word);
      }),
      { numRuns: 500 },
    );
  });

  it('[IM2] any text at all is taken without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('html', 'markdown', 'text'),
        (content, format) => {
          importArticle({ content, format: format as 'html' }).doc.check();
        },
      ),
      { numRuns: 500 },
    );
  });
});
