import { importArticle } from '@assay/shared/interchange';
import { describe, expect, it } from 'vitest';
import { imported, lines } from './import-notation.ts';

const markdown = (content: string) => imported(content, 'markdown');

describe('Markdown into blocks', () => {
  it('[IM1] keeps headings, paragraphs, rules, code and quotes', () => {
    expect(markdown('# One\n\nTwo\n=\n\n> a\n> > b\n\n***\n\n```js\nx  y\n```\n\n##### Five')).toEqual([
      'h1 One',
      'h1 Two',
      '>p a',
      '>>p b',
      'hr',
      'code x  y',
      'h4 Five',
    ]);
  });

  it('[IM1] keeps nested lists as indents', () => {
    expect(markdown('- a\n  1. b\n\n     c\n- d')).toEqual(['-0 a', '1.1 b', 'p2 c', '-0 d']);
  });

  it('[IM1] keeps inline formats, links and line breaks; a single line end is a space', () => {
    expect(markdown('*a* **b**\n`c` ~~d~~  \n[e *f*](https://a.org "t")')).toEqual([
      'p {em:a} {strong:b} {code:c} {strike:d}/{link=https://a.org/:e }{link=https://a.org/ em:f}',
    ]);
  });

  it('[IM1] makes a picture a figure, and the alternative of one it cannot keep words', () => {
    expect(markdown('![alt](https://a.org/p.png)\n\na ![b](https://a.org/q.png) c\n\n![d](p.png)')).toEqual([
      'fig[https://a.org/p.png]',
      'p a c',
      'fig[https://a.org/q.png]',
      'p d',
    ]);
  });

  it('[IM10] makes each cell of a table a block that knows its row and column', () => {
    expect(markdown('| a | b |\n| - | - |\n| **c** | d |')).toEqual([
      't1[0,0]! a',
      't1[0,1]! b',
      't1[1,0] {strong:c}',
      't1[1,1] d',
    ]);
  });

  it('[IM4] takes the title of the front matter, else the first heading of the first level', () => {
    const title = (content: string) => importArticle({ content, format: 'markdown' }).title;
    expect(title('---\ntitle: "The Head"\ndate: 2015\n---\n# Other')).toBe('The Head');
    expect(title('a\n\n# The *Head*')).toBe('The Head');
    expect(title('---\ntitle: >-\n  The\n  Head\n---\na')).toBe('The Head');
    expect(title('---\nTitle: The Head: a story\nby: {{ x\n---\na')).toBe('The Head: a story');
    expect(title('---\ntitle: 2015\n---\na')).toBe('2015');
  });

  it('[IM12] leaves out the rest of the front matter, and names it', () => {
    const { doc, warnings } = importArticle({
      content: '---\ntitle: The Head\ndate: 2015-04-01\ntags:\n- a\n- b\n# note\nby: {{ x\n---\nWords',
      format: 'markdown',
    });
    expect(lines(doc)).toEqual(['p Words']);
    expect(warnings.map(({ message }) => message)).toEqual([
      'Entries of the metadata above the text were left out (3): date, tags, by.',
    ]);
    expect(importArticle({ content: '---\ntitle: a\n---\nb', format: 'markdown' }).warnings).toEqual([]);
  });

  it('[IM12] takes what stands between two rules for words, unless it is entries', () => {
    expect(markdown('---\nIt was late.\n---\na')).toEqual(['hr', 'h2 It was late.', 'p a']);
    expect(markdown('---\nIt was late: very.\nHe left.\n---\na')).toEqual([
      'hr',
      'h2 It was late: very. He left.',
      'p a',
    ]);
    expect(markdown('---\n- a\n---\nb')).toEqual(['hr', '-0 a', 'hr', 'p b']);
    expect(markdown('a\n\n---\nb: c\n---')).toEqual(['p a', 'hr', 'h2 b: c']);
  });

  it('[IM13] keeps footnotes where they stand, with the sign that refers to them', () => {
    expect(
      markdown('It holds.[^1] So.[^why]\n\n[^1]: Probably\n\n[^why]: See *there*.\n    And here.'),
    ).toEqual([
      'p It holds.{sup:[1]} So.{sup:[why]}',
      'p {sup:[1]} Probably',
      'p {sup:[why]} See {em:there}. And here.',
    ]);
  });

  it('[IM13] keeps notes that nobody refers to, of several blocks, and signs without a note', () => {
    expect(markdown('a[^x]\n\n[^1]: - b\n\n    c\n\n[^2]:\n\nd ^[e]')).toEqual([
      'p a[^x]',
      'p {sup:[1]}',
      '-0 b',
      'p c',
      'p {sup:[2]}',
      'p d ^[e]',
    ]);
  });

  it('[IM14] reads inline HTML as HTML', () => {
    expect(
      markdown(
        'a <b onclick="x()">b *c*</b> or <em>d</em> <a href="https://a.org">e</a><br>f<sup>1</sup><sub>2</sub> <s>g</s> <!-- no --><u>h</u> <x-y>i</x-y>',
      ),
    ).toEqual([
      'p a {strong:b }{strong em:c} or {em:d} {link=https://a.org/:e}/f{sup:1}{sub:2} {strike:g} h i',
    ]);
  });

  it('[IM14] reads blocks of HTML as HTML, with the Markdown in them', () => {
    expect(
      markdown(
        '<table><tr><th>a<th>b<tr><td>c<td>d</table>\n\n<blockquote>\n\n**e** f\n\n</blockquote>\n\n<figure><img src="https://a.org/p.png"><figcaption>g</figcaption></figure>\n\nh',
      ),
    ).toEqual([
      't1[0,0]! a',
      't1[0,1]! b',
      't1[1,0] c',
      't1[1,1] d',
      '>p {strong:e} f',
      'fig[https://a.org/p.png] g',
      'p h',
    ]);
  });

  it('[IM14] takes a tag that would swallow what follows, and that nothing ends, for words', () => {
    expect(markdown('Put it in <script> or <!-- it.\n\n- <title>\n- a <canvas>\n\nb </script>')).toEqual([
      'p Put it in <script> or <!-- it.',
      '-0 <title>',
      '-0 a <canvas>',
      'p b',
    ]);
    expect(markdown('<iframe src="https://a.org">\n\na')).toEqual(['p <iframe src="https://a.org">', 'p a']);
    expect(markdown('<script>no()</script>\n\n<style>no{}</style> a\n\n<!--\n\nno\n\n-->\n\nb')).toEqual([
      'p a',
      'p b',
    ]);
  });

  it('[IM5] takes what is nested too deeply as plain text, with every word', () => {
    for (const mark of ['>', '- ', '* ']) {
      const { doc, warnings } = importArticle({ content: `${mark.repeat(2000)}word`, format: 'markdown' });
      expect(doc.textContent).toContain('word');
      expect(warnings.map((w) => w.code)).toEqual(['structure-dropped']);
    }
    expect(markdown(`${'*'.repeat(5000)}word${'*'.repeat(5000)}`).join()).toContain('word');
    expect(markdown(`${'['.repeat(5000)}word`).join()).toContain('word');
  });
});
