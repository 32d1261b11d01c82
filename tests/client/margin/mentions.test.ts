import type { Person, PersonId } from '@assay/shared/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nameAt,
  nameable,
  peopleFor,
  peopleIn,
  withName,
  withNames,
} from '../../../client/src/margin/mentions.ts';

const person = (name: string, id = name): Person => ({ id: id as PersonId, name, colour: '#336699' });

const ana = person('Ana');
const anaLund = person('Ana Lund');
const ines = person('Inês Duarte');
const jonas = person('Jonas Feldkamp');
const team = [jonas, ines, anaLund, ana];

const nobody: ReadonlySet<PersonId> = new Set();
const names = (people: readonly Person[]) => people.map(({ name }) => name);

describe('a name being written', () => {
  it('[PG80] begins at an @ that begins a word, and ends at the caret', () => {
    expect(nameAt('@', 1)).toEqual({ start: 0, sought: '' });
    expect(nameAt('See (@Ana L, please', 11)).toEqual({ start: 5, sought: 'Ana L' });
    expect(nameAt('@Ana and @Jo', 12)).toEqual({ start: 9, sought: 'Jo' });
  });

  it('[PG80] is none in an address, on another line, behind a space, or before the @', () => {
    expect(nameAt('mail ana@example.org', 20)).toBe(null);
    expect(nameAt('ê@x', 3)).toBe(null);
    expect(nameAt('@Ana\nnext', 9)).toBe(null);
    expect(nameAt('at @ noon', 9)).toBe(null);
    expect(nameAt('@Ana', 0)).toBe(null);
    expect(nameAt('no one', 6)).toBe(null);
    expect(nameAt(`@${'x'.repeat(200)}`, 201)).toBe(null);
  });

  it('[PG80] finds by the beginning of any word of a name, whatever its case and accents', () => {
    expect(names(peopleFor(team, ''))).toEqual(['Ana', 'Ana Lund', 'Inês Duarte', 'Jonas Feldkamp']);
    expect(names(peopleFor(team, 'ines'))).toEqual(['Inês Duarte']);
    expect(names(peopleFor(team, 'FELD'))).toEqual(['Jonas Feldkamp']);
    expect(names(peopleFor(team, 'ana l'))).toEqual(['Ana Lund']);
    expect(peopleFor(team, 'eldkamp')).toEqual([]);
    expect(peopleFor(team, 'Ana said')).toEqual([]);
  });

  it('[PG81] offers nobody once a name stands there whole that can become no other one', () => {
    expect(peopleFor(team, 'Inês Duarte')).toEqual([]);
    expect(names(peopleFor(team, 'Ana'))).toEqual(['Ana', 'Ana Lund']);
  });

  it('[PG80] finds those first whose whole name begins so', () => {
    const people = [person('Ben Lund'), person('Lund Zander')];
    expect(names(peopleFor(people, 'lu'))).toEqual(['Lund Zander', 'Ben Lund']);
  });

  it('[PG81] becomes the whole name and a space, with the caret behind it', () => {
    expect(withName('Ask @jo', { start: 4, sought: 'jo' }, jonas)).toEqual({
      text: 'Ask @Jonas Feldkamp ',
      caret: 20,
    });
    expect(withName('@an about it', { start: 0, sought: 'an' }, ana)).toEqual({
      text: '@Ana about it',
      caret: 5,
    });
  });
});

describe('who can be named', () => {
  it('[PG80] is everybody but oneself', () => {
    expect(names(nameable(team, ana.id, false))).toEqual(['Jonas Feldkamp', 'Inês Duarte', 'Ana Lund']);
  });

  it('[PG83] is nobody while notes are private', () => {
    expect(nameable(team, ana.id, true)).toEqual([]);
  });
});

describe('who is named', () => {
  it('[PG82] is whose whole name stands behind an @, each once, the longest name first', () => {
    expect(peopleIn('@Ana Lund, ask @ana. And @Ana!', team, nobody)).toEqual([anaLund.id, ana.id]);
    expect(peopleIn('@Anabel, x@Ana, Ana, @ Ana, @Inês', team, nobody)).toEqual([]);
  });

  it('[PG82] of several with one name is whoever was chosen, or all', () => {
    const [one, two] = [person('Kim', 'kim-1'), person('Kim', 'kim-2')];
    expect(peopleIn('@Kim', [one, two], new Set([two.id]))).toEqual([two.id]);
    expect(peopleIn('@Kim', [one, two], nobody)).toEqual([one.id, two.id]);
  });

  it('[PG84] is set off in the words, and nothing else is', () => {
    expect(withNames('Ask @Ana Lund, not Ana or @Jonas.', [ana, anaLund])).toEqual([
      { text: 'Ask ', named: [] },
      { text: '@Ana Lund', named: [anaLund] },
      { text: ', not Ana or @Jonas.', named: [] },
    ]);
  });

  it('[PG84] no character of a comment is lost', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('@', '@Ana', ' ', '@Ana Lund', '@Inês Duarte'));
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const text = parts.join('');
        expect(
          withNames(text, team)
            .map((one) => one.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
