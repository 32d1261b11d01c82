import { parseCommand } from '@assay/shared/review';
import { describe, expect, it } from 'vitest';

const create = (annotation: object, more: object = {}) => ({
  id: 'command-1',
  type: 'annotation.create',
  annotation: { id: 'mark-one-1', label: 'claim', ranges: [{ start: 0, end: 4 }], ...annotation },
  ...more,
});

const add = (body: unknown) => ({
  id: 'command-1',
  type: 'comment.add',
  thread: 'thread-01',
  comment: { id: 'comment-1', body },
});

/** `code: message`, or `ok`. */
function outcome(input: unknown): string {
  const parsed = parseCommand(input);
  return parsed.ok ? 'ok' : `${parsed.refusal.code}: ${parsed.refusal.message}`;
}

describe('reading commands', () => {
  it('[RV42] a command is taken as it is, its text trimmed, its attributes empty when there are none', () => {
    expect(parseCommand(create({}, { text: { sha256: 'a'.repeat(64) } }))).toEqual({
      ok: true,
      command: { ...create({ attributes: {} }), text: { sha256: 'a'.repeat(64) } },
    });
    expect(parseCommand(add('  words \n'))).toMatchObject({ command: { comment: { body: 'words' } } });
    expect(outcome(create({ ranges: [{ start: 'AQI=', end: 'AA==' }] }))).toBe('ok');
  });

  it.each<[unknown, string]>([
    [null, 'bad-command: The command is missing or not an object.'],
    [
      { id: 'command-1', type: 'annotation.explode' },
      'bad-command: There is no command with this type. Check “type”.',
    ],
    [
      { type: 'article.lock' },
      'bad-command: “id” cannot be taken: an id has 8 to 64 letters, digits, "_" or "-".',
    ],
    [
      create({ label: undefined }),
      'bad-command: “annotation.label” cannot be taken: a label id is lower-case letters, digits and "-".',
    ],
    [
      create({ ranges: [{ start: 5, end: 5 }] }),
      'bad-command: “annotation.ranges.0” cannot be taken: a range ends after it starts.',
    ],
    [
      create({ ranges: [{ from: 5, to: 5 }] }),
      'bad-command: “annotation.ranges.0” has none of the forms that it may have. Check it against the documentation.',
    ],
    [add(7), 'bad-command: “comment.body” is missing or not of type string.'],
    [add('  '), 'bad-command: “comment.body” cannot be taken: it needs at least one character.'],
    [
      add('half \ud83d'),
      'bad-command: “comment.body” cannot be taken: it holds half a character: cut the text elsewhere.',
    ],
    [
      add('x'.repeat(20_001)),
      'too-large: “comment.body” is too long: at most 20000 characters are taken. Shorten it.',
    ],
    [
      create({ ranges: Array.from({ length: 33 }, () => ({ start: 0, end: 1 })) }),
      'too-large: “annotation.ranges” is too long: at most 32 entries are taken. Shorten it.',
    ],
    [
      create({ attributes: { '9x': 'a' } }),
      'bad-command: “annotation.attributes.9x” cannot be taken: its name is a letter and up to 39 letters, digits, "_" or "-".',
    ],
  ])('[RV43] what cannot be taken is refused in words that name the member: case %#', (input, message) => {
    expect(outcome(input)).toBe(message);
  });

  it('[RV44] attributes take names that JavaScript gives a meaning of their own, but for one that is left out', () => {
    const attributes = JSON.parse('{"constructor":"x","toString":"y","__proto__":"z"}');
    const parsed = parseCommand(create({ attributes }));
    if (!parsed.ok || parsed.command.type !== 'annotation.create') throw new Error('refused');
    expect(Object.keys(parsed.command.annotation.attributes).sort()).toEqual(['constructor', 'toString']);
    expect(Object.getPrototypeOf(parsed.command.annotation.attributes)).toBe(Object.prototype);
  });
});
