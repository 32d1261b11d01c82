import { importArticle } from '@assay/shared/interchange';
import { describe, expect, it } from 'vitest';
import { imported } from './import-notation.ts';

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
    expect(markdown('---\ntitle: The Head\n---\na')).toEqual(['code title: The Head', 'p a']);
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
