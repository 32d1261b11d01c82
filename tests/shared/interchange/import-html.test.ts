import { importArticle } from '@assay/shared/interchange';
import { describe, expect, it } from 'vitest';
import { imported, lines } from './import-notation.ts';

const html = (content: string) => imported(content, 'html');
const warnings = (content: string) => importArticle({ content, format: 'html' }).warnings.map((w) => w.code);

describe('HTML into blocks', () => {
  it('[IM1] keeps headings, with the fifth and sixth level as the fourth', () => {
    expect(html('<h1>One</h1><h2>Two</h2><h4>Four</h4><h6>Six</h6>')).toEqual([
      'h1 One',
      'h2 Two',
      'h4 Four',
      'h4 Six',
    ]);
  });

  it('[IM1] folds white space as a browser does, and leaves no-break spaces', () => {
    expect(html('<p>  a \n b<b> c</b> <i>d </i></p>  <p>\u00a0</p> <p>e\u00a0f</p>')).toEqual([
      'p a b {strong:c} {em:d}',
      'p e\u00a0f',
    ]);
  });

  it('[IM1] makes nested lists an indent, and later paragraphs of an item paragraphs at the next indent', () => {
    expect(html('<ul><li>a<ol><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>')).toEqual([
      '-0 a',
      '1.1 b',
      '-0 c',
      'p1 d',
    ]);
  });

  it('[IM1] makes a blockquote a depth of quoting on every block in it', () => {
    expect(html('<blockquote><h3>a</h3><blockquote>b</blockquote><ul><li>c</li></ul></blockquote>d')).toEqual(
      ['>h3 a', '>>p b', '>-0 c', 'p d'],
    );
  });

  it('[IM1] keeps the lines of code', () => {
    expect(html('<pre><code>a  b\n  <b>c</b>\n</code></pre>')).toEqual(['code a  b\n  {strong:c}']);
  });

  it('[IM1] keeps strong, em, code, strike, sup, sub and links, by element and by style', () => {
    expect(
      html(
        '<p><b>b</b><i>i</i><code>c</code><s>s</s><sup>1</sup><sub>2</sub><a href="https://a.org/x">l</a></p>',
      ),
    ).toEqual(['p {strong:b}{em:i}{code:c}{strike:s}{sup:1}{sub:2}{link=https://a.org/x:l}']);
    expect(
      html(
        '<b style="font-weight:normal"><span style="font-weight:700">b</span><span style="font-style: italic">i</span>n</b>',
      ),
    ).toEqual(['p {strong:b}{em:i}n']);
  });

  it('[IM1] keeps a line break, and divides paragraphs at two', () => {
    expect(html('<p>a<br>b<br><br>c<br></p>')).toEqual(['p a/b', 'p c']);
  });

  it('[IM1] makes a picture with its caption one figure, wherever the caption stands', () => {
    const figure = 'fig[https://a.org/p.jpg] Seen {em:here}';
    const img = '<img src="https://a.org/p.jpg" alt="p">';
    const caption = '<figcaption>Seen <i>here</i></figcaption>';
    expect(html(`<figure>${img}${caption}</figure>`)).toEqual([figure]);
    expect(html(`<figure>${caption}<div>${img}</div></figure>`)).toEqual([figure]);
  });

  it('[IM1] puts a picture out of the middle of a paragraph behind it', () => {
    expect(html('<p>a <img src="https://a.org/p.jpg"> b</p><p>c</p>')).toEqual([
      'p a b',
      'fig[https://a.org/p.jpg]',
      'p c',
    ]);
  });

  it('[IM1] keeps a caption whose picture cannot be kept as a paragraph', () => {
    const page = '<figure><img src="/p.jpg"><figcaption>Seen</figcaption></figure>';
    expect(html(page)).toEqual(['p Seen']);
    expect(warnings(page)).toEqual(['image-dropped']);
    expect(html(`<base href="https://a.org/d/">${page}`)).toEqual(['fig[https://a.org/p.jpg] Seen']);
  });

  it('[IM1] makes addresses absolute by what the page says of itself, in its head or behind it', () => {
    const page =
      '<p>a<link rel="canonical" href="https://a.org/d/e.html"><p><a href="f">f</a><a href="/g">g</a>';
    expect(html(page)).toEqual(['p a', 'p {link=https://a.org/d/f:f}{link=https://a.org/g:g}']);
    expect(html('<base href="javascript:x"><a href="f">f</a>')).toEqual(['p f']);
  });

  it('[IM10] makes each cell of a table a block that knows its row and column', () => {
    const page =
      '<table><tr><th>Year</th><th>Votes</th></tr><tr><td><p>2015</p></td><td>438</td></tr></table>';
    expect(html(page)).toEqual(['t1[0,0]! Year', 't1[0,1]! Votes', 't1[1,0] 2015', 't1[1,1] 438']);
    expect(warnings(page)).toEqual([]);
  });

  it('[IM10] counts cells over several rows and columns, keeps empty ones, and tells tables apart', () => {
    const page =
      '<table><caption>T</caption><tr><th colspan=2>ab<th>c<tr><td rowspan=2>d<td>e<td><tr><td>f<td>g</table>' +
      '<table><tr><td>h<td>i</table>';
    expect(html(page)).toEqual([
      'p T',
      't1[0,0]! ab',
      't1[0,2]! c',
      't1[1,0] d',
      't1[1,1] e',
      't1[1,2]',
      't1[2,1] f',
      't1[2,2] g',
      't2[0,0] h',
      't2[0,1] i',
    ]);
  });

  it('[IM10] takes one column with a head for a table, and one without for paragraphs', () => {
    expect(html('<table><tr><th>a<tr><td>b</table><table><tr><td>c<tr><td>d</table>')).toEqual([
      't1[0,0]! a',
      't1[1,0] b',
      'p c',
      'p d',
    ]);
  });

  it('[IM10] keeps the lines, lists, links and emphasis of a cell within it', () => {
    const page =
      '<blockquote><table><tr><td><p>a <b>b</b></p><p>c</p><td><ul><li>d<li>e</ul><td>f<br>g <img src="x" alt="h"></table></blockquote>i';
    expect(html(page)).toEqual(['t1[0,0] a {strong:b}/c', 't1[0,1] d/e', 't1[0,2] f/g h', 'p i']);
  });

  it('[IM10] says when a table became paragraphs, and leaves out one without words', () => {
    const page = '<table><tr><td><pre>a</pre><td>b</table><table><tr><td> <td>&nbsp;</table>c';
    expect(html(page)).toEqual(['code a', 'p b', 'p c']);
    expect(warnings(page)).toEqual(['table-flattened']);
  });

  it('[IM1] reads a table that lays out the page as what stands in it', () => {
    expect(html('<table><tr><td><h2>a</h2><p>b</p></td><td>c</td></tr></table>')).toEqual([
      'h2 a',
      'p b',
      'p c',
    ]);
  });

  it('[IM1] gives the quotation marks that browsers draw around q', () => {
    expect(html('<p>She said <q>no, <q>never</q></q>.</p>')).toEqual(['p She said “no, ‘never’”.']);
  });

  it('[IM15] says which words it left out because a browser does not show them', () => {
    const page =
      '<head><noscript><link rel=x></noscript><noscript>z</noscript></head><p>a</p><noscript><p>Switch on <b>scripts</b></p><style>no</style></noscript>' +
      '<template><p>b</p></template><canvas>c</canvas><noscript><img src="/x.gif"><iframe src="x"></iframe></noscript>';
    expect(html(page)).toEqual(['p a']);
    expect(importArticle({ content: page, format: 'html' }).warnings).toEqual([
      {
        code: 'hidden-dropped',
        count: 4,
        message: 'Words that a browser does not show were left out (4): “z”, “Switch on scripts”, “b”, “c”.',
      },
    ]);
  });

  it('[IM15] reads a template that a browser shows', () => {
    const page =
      '<x-a><template shadowrootmode="open"><h2>a</h2><script>no()</script></template></x-a><p>b</p>';
    expect(html(page)).toEqual(['h2 a', 'p b']);
  });

  it('[IM15] takes the picture that stands by for one that a script would load, once', () => {
    const lazy = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAADs=" class="lazy">';
    const real = (name: string) => `<noscript><img src="https://a.org/${name}"></noscript>`;
    const page = `<figure>${lazy}${real('p?w=9')}<figcaption>a</figcaption></figure><div>${real('q.jpg')}</div>`;
    expect(html(page)).toEqual(['fig[https://a.org/p?w=9] a', 'fig[https://a.org/q.jpg]']);
    expect(warnings(page)).toEqual([]);
    const twice = '<img data-src="https://a.org/p.jpg">';
    expect(html(`<p>${twice}${real('small.jpg')}</p><p>a</p>${real('p.jpg')}${real('count?id=1')}`)).toEqual([
      'fig[https://a.org/p.jpg]',
      'p a',
    ]);
    expect(html(`<noscript><img src="javascript:x" onerror="y"></noscript>a`)).toEqual(['p a']);
  });

  it('[IM15] finds the address of a picture that loads lazily', () => {
    expect(html('<img src="/blank.gif" data-lazy-src="https://a.org/p.png">')).toEqual([
      'fig[https://a.org/p.png]',
    ]);
    expect(html('<img srcset="https://a.org/p.png 1x, https://a.org/q.png 2x">')).toEqual([
      'fig[https://a.org/p.png]',
    ]);
  });

  it('[IM1] makes paragraphs of unknown structure', () => {
    expect(html('<x-page><section>a<x-y>b</x-y></section><dl><dt>c<dd>d</dl></x-page>')).toEqual([
      'p ab',
      'p c',
      'p d',
    ]);
  });

  it('[IM4] takes the headline inside the page title, else the title, else the first heading', () => {
    const title = (content: string) => importArticle({ content, format: 'html' }).title;
    expect(title('<title>The Head - The Paper</title><h1>The Paper</h1><h1>Head of Arts</h1>')).toBe(
      'The Paper',
    );
    expect(title('<title>The Head - The Paper</title><p>a')).toBe('The Head - The Paper');
    expect(title('<h1>The <i>Head</i></h1>')).toBe('The Head');
    expect(importArticle({ content: '<p>a', format: 'html', fileName: 'c:\\my_file.html' }).title).toBe(
      'my file',
    );
  });

  it('[IM5] flattens what is nested deeper than an article can be', () => {
    const deep = (tag: string, count: number) => `<${tag}>`.repeat(count);
    expect(lines(importArticle({ content: `${deep('blockquote', 9)}a`, format: 'html' }).doc)).toEqual([
      '>>>p a',
    ]);
    expect(html(`${deep('ul><li', 20)}a`)).toEqual(['-8 a']);
    for (const tag of ['div', 'blockquote', 'ul><li', 'b', 'table><tr><td', 'svg', 'span', 'p><b'])
      expect(html(`${deep(tag, 3000)}word`).join()).toContain('word');
  });
});
