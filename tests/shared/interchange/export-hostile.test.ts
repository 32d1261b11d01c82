import { schema } from '@assay/shared/article';
import { EXPORTERS } from '@assay/shared/interchange';
import type { Person } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { Desk } from './exported.ts';
import { all, attribute, type Element, readPage, words } from './page.ts';

const TAGS =
  `html head meta title style body header main footer article section aside div p h1 h2 h3 h4 h5 h6 pre
  blockquote ul ol li dl dt dd figure figcaption img hr br a mark strong em code s sup sub span b bdi q time`.split(
    /\s+/,
  );

const ATTRIBUTES =
  `lang charset http-equiv content name class id href rel dir datetime alt src role aria-label
  data-hue data-line data-note data-label`.split(/\s+/);

const PAYLOADS = [
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</style></title></textarea></script><script>alert(1)</script>',
  '<!--><iframe src=javascript:alert(1)>',
  ']]><a href="javascript:alert(1)">x</a>',
  '&lt;script&gt;&#x3c;b&#62;',
  'a\u0000b\u0008c\ud800d\r\n\u2028\ufffe<b>',
  '`{{7*7}}` <%= 1 %> \\u003cb\\u003e',
];

/** An article in which every text that anybody can choose is the payload. */
function hostile(payload: string): Desk {
  const { nodes, marks } = schema;
  const clean = payload.replace(/\p{Surrogate}/gu, '') || 'x';
  const text = (formats: Parameters<typeof schema.text>[1] = []) => schema.text(clean, formats);
  const desk = new Desk(
    nodes.doc.create(null, [
      nodes.heading.create({ level: 1 }, text()),
      nodes.paragraph.create({ quote: 2, indent: 3 }, [
        text([
          marks.strong.create(),
          marks.link.create({ href: 'https://example.org/?"><b>', title: payload }),
        ]),
        nodes.hard_break.create(),
        nodes.unknown_inline.create({ embed: { html: payload } }),
        text([marks.unknown.create({ formats: { [clean]: clean } })]),
      ]),
      nodes.list_item.create({ indent: 4, kind: 'ordered' }, text()),
      nodes.code_block.create(null, schema.text(`\n${clean}`)),
      nodes.figure.create({ src: 'https://example.org/"onerror="x', alt: payload }, text()),
      nodes.figure.create({ src: 'data:image/png;base64,AAAA', alt: payload }, text()),
      nodes.unknown_block.create({ x: { t: payload, payload } }, text()),
    ]),
    payload,
  );
  const whole = { start: 0, end: desk.text.length };
  const by = payload;
  const mark = desk.mark(payload, [whole], by, { [payload]: payload, list: [payload, payload] });
  desk.mark('claim', [{ start: 1, end: 3 }], by);
  const comment = desk.comment(mark, by, payload);
  desk.change(comment, { reactions: { [payload]: [desk.person(by)] } });
  desk.resolve(mark, by);
  desk.comment('thread-whole', by, payload, { on: 'article' });
  const gone = desk.mark('quote', [desk.find(clean.slice(0, 2))], by);
  desk.comment(gone, by, payload);
  desk.ytext.delete(1, 2);
  Object.assign(desk.article, { original: { ...desk.article.original, fileName: payload, sha256: payload } });
  for (const [id, person] of desk.people) desk.people.set(id, { ...person, name: payload } as Person);
  return desk;
}

function foreign(page: Element): string[] {
  return all(page).flatMap((element) => [
    ...(TAGS.includes(element.tagName) ? [] : [`<${element.tagName}>`]),
    ...element.attrs
      .filter(({ name }) => !ATTRIBUTES.includes(name))
      .map(({ name }) => `${element.tagName} ${name}`),
  ]);
}

describe('hostile text', () => {
  it.each(PAYLOADS)('[EX34] is text in the page, whatever it says: %j', (payload) => {
    const desk = hostile(payload);
    const page = readPage(EXPORTERS.html.export(desk.gather()));
    expect(foreign(page)).toEqual([]);
    const addresses = all(page).flatMap((element) =>
      ['href', 'src'].flatMap((name) => attribute(element, name) ?? []),
    );
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses)
      expect(address).toMatch(/^(#(note|mark)-\d+$|https:\/\/example\.org\/|data:image\/png)/);
    const shown = payload
      .replace(/\r\n?/g, '\n')
      .replace(/(?!\n)[\p{Cc}\p{Noncharacter_Code_Point}\p{Surrogate}]/gu, '\ufffd');
    expect(words(page).replace(/\r\n?/g, '\n').split(shown).length).toBeGreaterThan(8);
  });

  it.each(PAYLOADS)('[EX35] is text in the other forms, which parse: %j', (payload) => {
    const input = hostile(payload).gather();
    const json = JSON.parse(EXPORTERS.json.export(input));
    expect(json.comments[0].body).toBe(payload);
    expect(Object.keys(json.annotations[0].attributes)).toContain(payload);
    const w3c = JSON.parse(EXPORTERS.w3c.export(input));
    for (const { id, creator } of w3c.first.items) {
      expect(id).toMatch(/^urn:assay:(annotation|comment):[A-Za-z0-9_-]+$/);
      expect(creator.id).toMatch(/^urn:assay:person:[A-Za-z0-9._~%-]+$/);
    }
  });
});
