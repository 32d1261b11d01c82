import { EXPORTERS } from '@assay/shared/interchange';
import { describe, expect, it } from 'vitest';
import { realArticle } from '../../support/real-data.ts';
import { Desk } from './exported.ts';
import { reviewed } from './sample.ts';
import { w3cMusts } from './w3c-schemas.ts';

const { w3c } = EXPORTERS;

interface Selector {
  type: string;
  exact?: string;
  prefix?: string;
  suffix?: string;
  start?: number;
  end?: number;
}
interface Resource {
  type: string;
  source: string;
  selector: Selector | Selector[];
}
interface Item {
  [member: string]: unknown;
  id: string;
  motivation: string;
  body?: unknown;
  target: string | Resource | Resource[];
}

function collection(desk: Desk): { '@context': unknown; total: number; first: { items: Item[] } } {
  return JSON.parse(w3c.export(desk.gather()));
}

function items(desk: Desk): Item[] {
  return collection(desk).first.items;
}

/** The pieces of a target. */
function pieces({ target }: Item): Resource[] {
  if (typeof target === 'string') return [];
  return Array.isArray(target) ? target : [target];
}

/** A selector of a piece by its type. */
function selector(piece: Resource, type: string): Selector | undefined {
  return [piece.selector].flat().find((one) => one.type === type);
}

const TEXT = 'I like 😊 it.\n\nA family 👩‍👩‍👧‍👦 and e\u0301 accents.\n\nשלום עולם, said the 🇫🇷 one.';

describe('the Web Annotation export', () => {
  const musts = w3cMusts();
  it.skipIf(!musts)(
    '[EX10] every annotation meets every MUST of the standard’s own test suite (skipped without data)',
    () => {
      const desk = reviewed(realArticle() ?? TEXT.repeat(40), 'A title');
      desk.ytext.delete(1, 400);
      const { '@context': context, first } = collection(desk);
      expect(musts!.length).toBeGreaterThan(40);
      const complaints = first.items.flatMap((item) =>
        musts!.flatMap((must) => must.check({ '@context': context, ...item })),
      );
      expect(complaints).toEqual([]);
      expect(first.items.length).toBeGreaterThan(30);
    },
  );

  it.skipIf(!musts)('[EX10] the suite finds what is wrong (skipped without data)', () => {
    const [mark] = items(reviewed(TEXT.repeat(40), 'A title'));
    const broken = [
      { ...mark, target: undefined },
      { ...mark, created: '3 May' },
      { ...mark, type: 'Note' },
    ];
    for (const annotation of broken)
      expect(musts!.flatMap((must) => must.check(annotation)).length).toBeGreaterThan(0);
  });

  it.each([
    ['after an emoji', 'it.', [9, 12]],
    ['over an emoji', 'like 😊 it', [2, 11]],
    ['over joined emoji', '👩‍👩‍👧‍👦 and', [22, 33]],
    ['after a combining accent', 'accents', [37, 44]],
    ['right to left', 'עולם', [51, 55]],
    ['over a flag', '🇫🇷 one', [66, 72]],
  ])('[EX11] positions are code points of the text: %s', (_, words, [start, end]) => {
    const desk = Desk.of(TEXT);
    desk.mark('claim', words);
    const [piece] = pieces(items(desk)[0]!);
    expect(selector(piece!, 'TextPositionSelector')).toEqual({ type: 'TextPositionSelector', start, end });
    expect([...desk.text].slice(start, end).join('')).toBe(words);
    const quote = selector(piece!, 'TextQuoteSelector')!;
    expect(quote.exact).toBe(words);
    expect(desk.text).toContain(`${quote.prefix}${quote.exact}${quote.suffix}`);
  });

  it('[EX12] several pieces are several targets, each with both selectors', () => {
    const desk = Desk.of('“We saw it,” she said, “and left.”');
    desk.mark('quote', [desk.find('“We saw it,”'), desk.find('“and left.”')]);
    const found = pieces(items(desk)[0]!);
    expect(found.map((piece) => selector(piece, 'TextQuoteSelector')?.exact)).toEqual([
      '“We saw it,”',
      '“and left.”',
    ]);
    expect(found.every((piece) => selector(piece, 'TextPositionSelector'))).toBe(true);
    expect(found.every((piece) => piece.source === 'urn:assay:article:article-one')).toBe(true);
  });

  it('[EX13] a mark is classified by its label, names its maker and keeps its attributes', () => {
    const desk = Desk.of('The mayor said so.');
    desk.mark('quote', 'said so', 'Ada', { speaker: 'The mayor', cues: ['said'] });
    const [mark] = items(desk);
    expect(mark).toMatchObject({
      type: 'Annotation',
      motivation: 'classifying',
      creator: { id: 'urn:assay:person:person-ada', type: 'Person', name: 'Ada' },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'Quote' },
        { type: 'SpecificResource', purpose: 'classifying', source: 'urn:assay:label:quote' },
      ],
      'attribute:speaker': 'The mayor',
      'attribute:cues': ['said'],
    });
    expect(mark?.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('[EX39] a program is software, and people are persons', () => {
    const desk = Desk.of('The mayor said so.');
    desk.program('checker');
    const mark = desk.mark('quote', 'said so', 'checker');
    desk.comment(mark, 'Ada', 'Who?');
    expect(items(desk).map(({ creator }) => creator)).toEqual([
      { id: 'urn:assay:person:person-checker', type: 'Software', name: 'checker' },
      { id: 'urn:assay:person:person-ada', type: 'Person', name: 'Ada' },
    ]);
  });

  it('[EX14] comments on a mark reply to it; elsewhere the first comments and the others reply to it', () => {
    const desk = Desk.of('The mayor said so.');
    const mark = desk.mark('quote', 'said so');
    desk.comment(mark, 'Grace', 'Who?');
    desk.comment(mark, 'Ada', 'She.');
    const passage = desk.passage('The mayor', 'Grace', 'Of which town?');
    desk.comment(passage, 'Ada', 'Of Coventry.');
    desk.comment('thread-whole', 'Ada', 'Good.', { on: 'article' });
    const shown = items(desk)
      .slice(1)
      .map(({ motivation, target, body }) => [
        motivation,
        typeof target === 'string' ? target : 'words',
        (body as { value: string }).value,
      ]);
    expect(shown).toEqual([
      ['replying', 'urn:assay:annotation:mark-0001', 'Who?'],
      ['replying', 'urn:assay:annotation:mark-0001', 'She.'],
      ['commenting', 'words', 'Of which town?'],
      ['replying', 'urn:assay:comment:comment-0003', 'Of Coventry.'],
      ['commenting', 'urn:assay:article:article-one', 'Good.'],
    ]);
  });

  it('[EX15] a tombstone keeps its place without a body; reactions and a settled thread are kept', () => {
    const desk = Desk.of('The mayor said so.');
    const mark = desk.mark('quote', 'said so');
    const first = desk.comment(mark, 'Grace', 'Who?');
    const second = desk.comment(mark, 'Ada', 'She.');
    desk.change(first, { body: '', deleted: { by: desk.person('Grace'), at: desk.now() } });
    desk.change(second, { reactions: { '👍': [desk.person('Grace')] } });
    desk.resolve(mark, 'Ada');
    const [, tombstone, reply] = items(desk);
    expect(tombstone).toMatchObject({
      'assay:threadStatus': 'resolved',
      'assay:settledBy': { name: 'Ada' },
      'assay:deletedBy': { name: 'Grace' },
    });
    expect(tombstone).not.toHaveProperty('body');
    expect(reply?.['assay:reaction']).toEqual([
      { 'assay:emoji': '👍', 'assay:by': [expect.objectContaining({ name: 'Grace' })] },
    ]);
  });

  it('[EX16] a mark whose words are gone keeps its quote alone; one whose words changed says what it was put on', () => {
    const desk = Desk.of('One two three. Four five six.');
    desk.mark('claim', 'two three');
    desk.mark('claim', 'Four five');
    desk.ytext.delete(1 + desk.find('two three').start, 'two three'.length);
    desk.ytext.insert(1 + desk.find('five').start, 'and ');
    const [gone, changed] = items(desk);
    expect(pieces(gone!)[0]?.selector).toEqual({
      type: 'TextQuoteSelector',
      exact: 'two three',
      prefix: 'One ',
      suffix: '. Four five six.',
    });
    expect(gone?.['assay:standing']).toBe('orphaned');
    expect(selector(pieces(changed!)[0]!, 'TextQuoteSelector')?.exact).toBe('Four and five');
    expect(changed).toMatchObject({ 'assay:standing': 'changed', 'assay:markedWords': ['Four five'] });
  });

  it('[EX17] withdrawn marks and their threads are left out, and the loss report counts them', () => {
    const desk = Desk.of('The mayor said so.');
    const mark = desk.mark('quote', 'said so');
    desk.comment(mark, 'Grace', 'Who?');
    desk.withdraw(mark);
    expect(items(desk)).toEqual([]);
    expect(w3c.losses(desk.gather()).slice(1)).toEqual([
      '1 withdrawn mark is left out.',
      '1 discussion of a withdrawn mark is left out.',
    ]);
  });

  it('[EX18] one collection holds them all, with the hash of the text they count in', () => {
    const desk = reviewed(TEXT.repeat(40), 'A title');
    const file = collection(desk);
    expect(file).toMatchObject({
      type: 'AnnotationCollection',
      label: 'A title',
      total: file.first.items.length,
      'assay:textSha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      first: { type: 'AnnotationPage', startIndex: 0 },
    });
    const ids = file.first.items.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
