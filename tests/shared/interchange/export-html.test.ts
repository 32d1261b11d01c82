import { createHash } from 'node:crypto';
import { schema } from '@assay/shared/article';
import { EXPORTERS } from '@assay/shared/interchange';
import { sha256Hex } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { Desk } from './exported.ts';
import {
  all,
  attribute,
  classed,
  type Element,
  markedWords,
  named,
  outline,
  readPage,
  words,
} from './page.ts';
import { reviewed } from './sample.ts';

const { html } = EXPORTERS;

function pageOf(desk: Desk): Element {
  return readPage(html.export(desk.gather()));
}

function article(page: Element): Element {
  return all(page, named('article'))[0]!;
}

function note(page: Element, number: number): Element {
  return all(page, (element) => attribute(element, 'id') === `note-${number}`)[0]!;
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

const TEXT = 'One two three four five.\n\nSix seven eight nine ten.\n\nEleven twelve.';

describe('the page', () => {
  it('[EX20] marks that nest, cross and coincide each cover exactly their words', () => {
    const desk = Desk.of(TEXT);
    desk.mark('quote', 'One two three four');
    desk.mark('claim', 'two three');
    desk.mark('speculation', 'three four five');
    desk.mark('claim', 'three four five');
    expect([...markedWords(pageOf(desk))]).toEqual([
      [1, 'One two three four'],
      [2, 'two three'],
      [3, 'three four five'],
      [4, 'three four five'],
    ]);
  });

  it('[EX21] a mark over several blocks, or in several pieces, is one note', () => {
    const desk = Desk.of(TEXT);
    desk.mark('quote', [{ start: 4, end: desk.find('eight').end }]);
    desk.mark('quote', [desk.find('ten'), desk.find('twelve')]);
    const page = pageOf(desk);
    expect([...markedWords(page)]).toEqual([
      [1, 'two three four five.Six seven eight'],
      [2, 'tentwelve'],
    ]);
    expect(all(page, classed('note'))).toHaveLength(2);
    const numbers = all(page, classed('ref')).map(
      (ref) => `${words({ ...ref, attrs: [] })} ${attribute(ref, 'href')}`,
    );
    expect(numbers).toEqual(['Q1 #note-1', 'Q2 #note-2', 'Q2 #note-2']);
  });

  it('[EX22] notes are numbered in reading order and stand beside the block in which the mark begins', () => {
    const desk = Desk.of(TEXT);
    desk.mark('claim', 'twelve');
    desk.mark('claim', 'Six');
    desk.passage('seven', 'Ada', 'Sic?');
    desk.mark('claim', [{ start: desk.find('five.').end, end: desk.find('Six').end }]);
    const rows = all(article(pageOf(desk)), classed('row')).map((row) =>
      all(row, classed('note'))
        .map((one) => attribute(one, 'id'))
        .join(' '),
    );
    expect(rows).toEqual(['note-1 note-2 note-3', 'note-4']);
    expect([...markedWords(pageOf(desk))]).toEqual([
      [1, 'Six'],
      [2, 'Six'],
      [3, 'seven'],
      [4, 'twelve'],
    ]);
  });

  it('[EX23] a note has the label, who and when, the exact words, attributes, the thread and how it ended', () => {
    const desk = Desk.of(TEXT);
    const mark = desk.mark('quote', 'two three', 'Ada', { speaker: 'The mayor', sure: true });
    const first = desk.comment(mark, 'Grace', 'Who?\nReally?');
    desk.change(first, { edited: desk.now(), reactions: { '👍': [desk.person('Ada')] } });
    const second = desk.comment(mark, 'Ada', 'x');
    desk.comment(mark, 'Grace', 'Fine.');
    desk.change(second, { body: '', deleted: { by: desk.person('Olivia Owner'), at: desk.now() } });
    desk.resolve(mark, 'Grace');
    const text = tidy(words(note(pageOf(desk), 1)));
    for (const part of [
      'Q1 Quote Ada, 3 Feb 2026, 09:32',
      'two three',
      'speakerThe mayor',
      'sureyes',
      'Grace, 3 Feb 2026, 09:33, edited 3 Feb 2026, 09:34',
      'Who? Really?',
      '👍 Ada',
      'A comment by Ada was deleted by Olivia Owner, 3 Feb 2026, 09:37',
      'Fine.',
      'Resolved by Grace, 3 Feb 2026, 09:38',
    ])
      expect(text).toContain(part);
  });

  it('[EX24] labels are told apart by letter and kind of line, not by hue alone; the legend shows them', () => {
    const desk = Desk.of(TEXT);
    for (const label of ['claim', 'quote', 'speculation']) desk.mark(label, 'two three');
    const page = pageOf(desk);
    const lines = all(article(page), named('mark')).map((mark) => attribute(mark, 'data-line'));
    expect(new Set(lines)).toEqual(new Set(['solid', 'double', 'dashed']));
    const legend = all(page, classed('legend'))[0]!;
    expect(all(legend, named('li')).map((item) => tidy(words(item)))).toEqual([
      'C Claim 1',
      'Q Quote 1',
      'S Speculation 1',
    ]);
  });

  it('[EX25] marks that share words have lines of their own', () => {
    const desk = Desk.of(TEXT);
    desk.mark('quote', 'One two three four five');
    desk.mark('claim', 'two three');
    desk.mark('claim', 'Six');
    const lanes = all(article(pageOf(desk)), named('mark')).map(
      (mark) => `${attribute(mark, 'data-note')} ${attribute(mark, 'class')}`,
    );
    expect(new Set(lanes)).toEqual(new Set(['1 lane-1', '2 lane-0', '3 lane-0']));
  });

  it('[EX26] quotes and lists are nested again', () => {
    const desk = Desk.of(
      '# Head\n\nFirst.\n\n> Said.\n>\n> - a\n> - b\n>\n> > Deeper.\n\n1. one\n\n   more of one\n   - inner\n2. two\n\n---\n\n```\ncode\n```',
      'markdown',
      'Another title',
    );
    expect(outline(article(pageOf(desk)))).toBe(
      'h2 p blockquote(p ul(li(p) li(p)) blockquote(p)) ol(li(p p ul(li(p))) li(p)) hr pre',
    );
  });

  it('[EX26] cells stand in the rows of their table, each with its marks and notes', () => {
    const desk = Desk.of('a\n\n| b | c |\n| - | - |\n| d | e |\n\nf', 'markdown', 'Another title');
    desk.mark('quote', 'd');
    const page = pageOf(desk);
    expect(outline(article(page))).toBe('p table(tr(th th) tr(td td)) p');
    expect([...markedWords(page).values()]).toEqual(['d']);
  });

  it('[EX27] the words of the page are the words of the article, with their emphasis and links', () => {
    const desk = Desk.of(
      'A **bold** word, a [link](https://example.org/x) and\\\na break.\n\nEnd.',
      'markdown',
    );
    desk.mark('claim', 'old word, a li');
    const shown = article(pageOf(desk));
    const blocks = all(shown, named('p')).filter((p) => !attribute(p, 'class'));
    expect(blocks.map(words).join('\n')).toBe(desk.text);
    expect(all(shown, named('strong')).map(words).join('')).toBe('bold');
    const links = all(shown, (one) => attribute(one, 'href') === 'https://example.org/x');
    expect(links.map(words).join('')).toBe('link');
  });

  it('[EX28] a first heading that says the title is the title, with its marks', () => {
    const desk = Desk.of('# The title\n\nText.', 'markdown');
    desk.mark('claim', 'title');
    const page = pageOf(desk);
    expect(all(page, named('h1')).map(words)).toEqual(['The title']);
    expect([...markedWords(page)]).toEqual([[1, 'title']]);
    expect(note(page, 1)).toBeDefined();
    expect(outline(article(page))).toBe('p');
  });

  it('[EX29] marks without a place have a section of their own with their words and thread', () => {
    const desk = Desk.of(TEXT);
    const mark = desk.mark('claim', 'seven eight');
    desk.comment(mark, 'Ada', 'Why did it go?');
    desk.mark('quote', 'One');
    desk.ytext.delete(1 + desk.find('seven').start, 'seven eight'.length);
    const page = pageOf(desk);
    const footer = all(page, named('footer'))[0]!;
    expect(tidy(words(footer))).toContain('The words of these marks are no longer in the text.');
    expect(tidy(words(note(footer, 2)))).toContain('seven eight');
    expect(tidy(words(note(footer, 2)))).toContain('Why did it go?');
  });

  it('[EX30] words that have changed since are shown beside those that were marked', () => {
    const desk = Desk.of(TEXT);
    desk.mark('claim', 'seven eight');
    desk.ytext.insert(1 + desk.find('eight').start, 'or ');
    expect(tidy(words(note(pageOf(desk), 1)))).toContain('seven or eight');
    expect(tidy(words(note(pageOf(desk), 1)))).toContain('Marked when it read seven eight');
  });

  it('[EX31] it names the people with their work, the date of the state and the hashes', () => {
    const desk = reviewed(TEXT.repeat(60), 'A title');
    const text = tidy(words(pageOf(desk)));
    expect(text).toContain('Ada Lovelace · 9 marks, 2 comments');
    expect(text).toContain('As of 3 February 2026, 10:07 UTC · 25 marks · 5 discussions');
    expect(text).toContain(sha256Hex(desk.text));
    expect(text).toContain(desk.article.original.sha256);
    expect(text).toContain('The headline promises more than the text keeps.');
  });

  it('[EX39] a program is called one, beside its note and among the people', () => {
    const desk = Desk.of(TEXT);
    desk.program('checker');
    desk.comment(desk.mark('claim', 'seven eight', 'checker'), 'Ada', 'Why?');
    expect(tidy(words(note(pageOf(desk), 1)))).toContain('checker (program), ');
    expect(tidy(words(pageOf(desk)))).toContain('checker (program) · 1 mark');
    expect(tidy(words(pageOf(desk)))).toContain('Ada · 1 comment');
  });

  it('[EX32] the policy forbids everything but this very style and pictures in the file', () => {
    const page = pageOf(Desk.of(TEXT));
    const policy = all(page, (one) => attribute(one, 'http-equiv') !== undefined)[0]!;
    const style = words(all(page, named('style'))[0]!);
    const hash = createHash('sha256').update(style).digest('base64');
    expect(attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(style).not.toMatch(/url\(|@import|@font-face/);
  });

  it('[EX33] it says what it leaves out', () => {
    const picture = schema.nodes.figure.create({ src: 'https://example.org/a.png', alt: 'A' });
    const held = schema.nodes.figure.create({ src: 'data:image/png;base64,AAAA', alt: 'B' });
    const desk = new Desk(schema.nodes.doc.create(null, [picture, held]));
    expect(html.losses(desk.gather())).toContain(
      '1 picture is named by address only, because the file loads nothing.',
    );
    const page = pageOf(desk);
    expect(all(page, named('img')).map((image) => attribute(image, 'alt'))).toEqual(['B']);
    expect(tidy(words(page))).toContain('Picture: A');
  });
});
