import { schema } from '@assay/shared/article';
import { EXPORTERS, JSON_EXPORT_VERSION } from '@assay/shared/interchange';
import { sha256Hex } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { Desk } from './exported.ts';

const { json } = EXPORTERS;

function written(desk: Desk, more?: { events: object[] }) {
  return JSON.parse(json.export(desk.gather(more)));
}

function smallDesk(): Desk {
  const desk = Desk.of('The mayor said so.\n\nNobody saw 👩‍👩‍👧 it, she added.', 'text', 'A title');
  const mark = desk.mark('quote', 'said so', 'Ada', { speaker: 'The mayor', sure: false, cues: ['said'] });
  const comment = desk.comment(mark, 'Grace', 'Who?');
  desk.comment(mark, 'Ada', 'The mayor.');
  desk.change(comment, { body: '', deleted: { by: desk.person('Grace'), at: desk.now() } });
  desk.resolve(mark, 'Grace');
  return desk;
}

describe('the lossless export', () => {
  it('[EX39] says of a program that it is one', () => {
    const desk = Desk.of('The mayor said so.');
    desk.program('checker');
    desk.mark('quote', 'said so', 'checker');
    const { people } = written(desk);
    expect(people.map(({ name, program }: { name: string; program?: true }) => [name, program])).toEqual([
      ['checker', true],
      ['Olivia Owner', undefined],
    ]);
  });

  it('[EX1] has the version, the article with its original, the text with its hash, the labels and the people', () => {
    const desk = smallDesk();
    const file = written(desk);
    expect(file.assay).toBe(JSON_EXPORT_VERSION);
    expect(file.article).toEqual(desk.article);
    expect(file.text).toEqual({
      linear: desk.text,
      sha256: sha256Hex(desk.text),
      characters: desk.text.length,
    });
    expect(file.labels.map((label: { id: string }) => label.id)).toEqual(['claim', 'quote', 'speculation']);
    expect(new Set(file.people.map((person: { name: string }) => person.name))).toEqual(
      new Set(['Olivia Owner', 'Ada', 'Grace']),
    );
    expect(file.changed).toBe(desk.threads.get('mark-0001')?.settled?.at);
  });

  it('[EX2] the document comes back as it was', () => {
    const desk = Desk.of(
      '# One\n\n> - *two* [three](https://example.org/)\n\n---\n\nfour  \nfive',
      'markdown',
    );
    const file = written(desk);
    const document = schema.nodeFromJSON(file.document);
    document.check();
    expect(document.eq(desk.gather().document)).toBe(true);
  });

  it('[EX3] marks, threads and comments come back member for member, withdrawn ones and tombstones too', () => {
    const desk = smallDesk();
    desk.withdraw(desk.mark('claim', 'Nobody saw'));
    const file = written(desk);
    const bare = file.annotations.map(({ standing: _, ...annotation }: { standing: unknown }) => annotation);
    expect(bare).toEqual([...desk.annotations.values()]);
    expect(file.threads).toEqual([...desk.threads.values()]);
    expect(file.comments).toEqual([...desk.comments.values()]);
  });

  it('[EX4] every range is given in UTF-16 units and in code points, with the words there', () => {
    const desk = smallDesk();
    desk.mark('claim', 'it, she added');
    const [range] = written(desk).annotations[1].standing.ranges;
    expect(range.exact).toBe('it, she added');
    expect(desk.text.slice(range.start, range.end)).toBe('it, she added');
    expect([...desk.text].slice(range.codePoints.start, range.codePoints.end).join('')).toBe('it, she added');
    expect(range.start - range.codePoints.start).toBe(3);
  });

  it('[EX5] a mark whose words are gone keeps them and has no place', () => {
    const desk = smallDesk();
    const { start, end } = desk.find('said so');
    desk.ytext.delete(start + 1, end - start);
    const [mark] = written(desk).annotations;
    expect(mark.standing).toEqual({ status: 'orphaned', ranges: [] });
    expect(mark.target.ranges[0].quote.exact).toBe('said so');
  });

  it('[EX6] keys are in order, the file ends with a line end, and events are there when given', () => {
    const file = json.export(smallDesk().gather({ events: [{ seq: 1, type: 'article.created' }] }));
    expect(file.endsWith('}\n')).toBe(true);
    const keys = Object.keys(JSON.parse(file));
    expect(keys).toEqual([...keys].sort());
    expect(JSON.parse(file).events).toEqual([{ seq: 1, type: 'article.created' }]);
  });

  it('[EX7] it says what it lacks: the record of changes, when that was not asked for', () => {
    const desk = smallDesk();
    expect(json.losses(desk.gather())).toHaveLength(1);
    expect(json.losses(desk.gather({ events: [] }))).toEqual([]);
  });
});
