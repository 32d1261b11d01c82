import * as Y from 'yjs';
import type { Dice } from './edits.ts';

/**
 * What a foreign or newer client may write into the Y.Text, against every rule of ours. All of it is written through
 * Yjs' public methods, on boundaries of code points.
 */
export const FOREIGN_EDITS: Record<string, (text: Y.Text, dice: Dice) => void> = {
  deleteMarker: (text, { a }) => {
    const markers = markerIndexes(text);
    if (markers.length) text.delete(markers[a % markers.length]!, 1);
  },
  textAnywhere: (text, { a }) => text.insert(place(text, a), 'foreign words'),
  textFirst: (text) => text.insert(0, 'before all'),
  textAfterRule: (text, { a }) => {
    const at = place(text, a);
    text.insertEmbed(at, new Y.Map([['t', 'horizontal_rule']]));
    text.insert(at + 1, 'behind a rule');
  },
  unknownBlock: (text, { a }) =>
    text.insertEmbed(
      place(text, a),
      new Y.Map<unknown>([
        ['t', 'poll'],
        ['options', ['yes', 'no']],
      ]),
    ),
  unknownKey: (text, { a }) => marker(text, a)?.set('colour', { of: 'the sea' }),
  nestedKey: (text, { a }) => marker(text, a)?.set('rows', new Y.Array()),
  wrongType: (text, { a, b }) => {
    const key = ['level', 'kind', 'indent', 'quote', 'src', 'alt', 't'][b % 7]!;
    marker(text, a)?.set(key, [7, -1, 'x', null, true, { no: 1 }, 1.5][a % 7]);
  },
  dropKey: (text, { a, b }) => marker(text, a)?.delete(['t', 'level', 'quote'][b % 3]!),
  unknownMark: (text, { a, b }) =>
    text.format(place(text, a), Math.min(b % 9, text.length - place(text, a)), { glow: { hue: b % 3 } }),
  wrongMark: (text, { a, b }) => {
    const at = place(text, a);
    const end = place(text, at + (b % 9));
    const formats = [
      { link: 'nowhere' },
      { link: { href: 'javascript:alert(1)' } },
      { strong: 'very' },
      { em: false },
      { sup: 0 },
    ];
    if (end > at) text.format(at, end - at, formats[b % formats.length]!);
  },
  unknownEmbed: (text, { a, b }) =>
    text.insertEmbed(place(text, a), [{ n: 'footnote', id: b }, { image: 'x' }, [1, 2]][b % 3]!),
  nestedType: (text, { a, b }) =>
    text.insertEmbed(place(text, a), [new Y.XmlElement('p'), new Y.Array(), new Y.Text('inner')][b % 3]!),
  deleteRange: (text, { a, b }) => {
    const at = place(text, a);
    const end = place(text, at + (b % 20));
    if (end > at) text.delete(at, end - at);
  },
};

/** The text's units: a marker or embed is one that no text has. */
function units(text: Y.Text): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\0'))
    .join('');
}

function place(text: Y.Text, n: number): number {
  const at = n % (text.length + 1);
  const before = units(text).charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}

function markerIndexes(text: Y.Text): number[] {
  const found: number[] = [];
  let at = 0;
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (insert instanceof Y.Map) found.push(at);
    at += typeof insert === 'string' ? insert.length : 1;
  }
  return found;
}

function marker(text: Y.Text, n: number): Y.Map<unknown> | undefined {
  const maps = (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => insert)
    .filter((insert) => insert instanceof Y.Map);
  return maps[n % maps.length];
}
