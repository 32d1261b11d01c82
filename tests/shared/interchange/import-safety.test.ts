import { schema } from '@assay/shared/article';
import { importArticle } from '@assay/shared/interchange';
import fc from 'fast-check';
import { DOMSerializer, type Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';

/** Every address and every attribute value that a document could hand to a browser. */
function addresses(doc: Node): string[] {
  const found: string[] = [];
  doc.descendants((node) => {
    if (typeof node.attrs.src === 'string') found.push(node.attrs.src);
    for (const mark of node.marks) if (typeof mark.attrs.href === 'string') found.push(mark.attrs.href);
  });
  return found;
}

const SAFE = /^(?:https?:|mailto:|data:image\/(?:png|jpeg|gif|webp|avif);base64,)/;

const VECTORS = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src onerror=alert(1)>',
  '<math href="javascript:alert(1)">x</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><img src=x onerror=alert(1)></template>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)">',
  '<object data="data:text/html;base64,PHNjcmlwdD4="></object><embed src="javascript:alert(1)">',
  '<style>@import "javascript:alert(1)"</style>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<a href="JaVaScRiPt&colon;alert(1)">x</a>',
  '<a href="&#1;javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="feed:javascript:alert(1)">x</a>',
  '<a href="view-source:javascript:alert(1)">x</a>',
  '<a href="x-javascript:alert(1)">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="//evil.example/x">x</a>',
  '<base href="javascript:alert(1)//"><a href="x">x</a>',
  '<base href="data:text/html,"><img src="x">',
  '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
  '<img src="data:text/html,<script>alert(1)</script>">',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<details ontoggle=alert(1) open><summary>x</summary></details>',
  '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
  '<div data-block="unknown_block" data-x=\'{"t":"html","html":"<script>"}\'>x</div>',
  '<div data-pm-slice=\'0 0 ["figure",{"src":"javascript:alert(1)"}]\'>x</div>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">x',
  '<link rel="stylesheet" href="javascript:alert(1)">x',
  '<audio src=x onerror=alert(1)></audio><video><source onerror=alert(1)></video>',
  '<xmp><p title="</xmp><svg/onload=alert(1)>">',
  '<!--><script>alert(1)</script>-->',
  '<plaintext><script>alert(1)</script>',
  '<select><iframe></select><img src=x onerror=alert(1)>',
];

const MARKDOWN_VECTORS = [
  '[x](javascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](JAVASCRIPT&#58;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '<javascript:alert(1)>',
  '[x]\n\n[x]: javascript:alert(1)',
  '<script>alert(1)</script>',
];

describe('nothing executable comes in', () => {
  it.each(VECTORS)('[IM3] HTML %s', (content) => {
    const { doc } = importArticle({ content, format: 'html' });
    doc.check();
    for (const address of addresses(doc)) expect(address).toMatch(SAFE);
    doc.descendants((node) => {
      expect(node.attrs.x ?? null).toBeNull();
      expect(node.type.name).not.toMatch(/^unknown/);
    });
  });

  it('[IM3] the words of scripts, styles, templates and noscript are not words of the article', () => {
    const dropped = ['script', 'style', 'template', 'noscript', 'iframe', 'svg><style', 'svg><script'];
    for (const tag of dropped) {
      const { doc } = importArticle({ content: `<p>kept</p><${tag}>dropped</${tag}>`, format: 'html' });
      expect(doc.textContent).toBe('kept');
    }
  });

  it.each(MARKDOWN_VECTORS)('[IM3] Markdown %s', (content) => {
    const { doc } = importArticle({ content, format: 'markdown' });
    doc.check();
    for (const address of addresses(doc)) expect(address).toMatch(SAFE);
  });

  it.each(VECTORS)('[IM3] HTML in Markdown, in a line and as a block: %s', (vector) => {
    for (const content of [vector, `a ${vector} b`, `- ${vector}\n\nb`]) {
      const { doc } = importArticle({ content, format: 'markdown' });
      doc.check();
      for (const address of addresses(doc)) expect(address).toMatch(SAFE);
    }
  });

  it('[IM3] HTML in plain text is words, not markup', () => {
    const content = 'a <b onclick="x">b</b>';
    expect(importArticle({ content, format: 'text' }).doc.textContent).toBe(content);
  });

  it('[IM3] no obfuscation of a scheme brings it past the list', () => {
    const scheme = fc.constantFrom('javascript', 'vbscript', 'data', 'file', 'blob', 'ftp', 'about', 'tel');
    const noise = fc.constantFrom(
      '',
      '\t',
      '\n',
      '\r',
      ' ',
      '\u0000',
      '\u0001',
      '&Tab;',
      '&NewLine;',
      '&#x0;',
      '\u200b',
    );
    const obfuscated = fc
      .tuple(scheme, fc.array(noise, { maxLength: 12 }), fc.boolean())
      .map(([name, gaps, upper]) => {
        const letters = [...(upper ? name.toUpperCase() : name), ':'];
        return letters.map((letter, at) => `${gaps[at] ?? ''}${letter}`).join('');
      });
    fc.assert(
      fc.property(obfuscated, fc.constantFrom('href', 'src'), (address, attribute) => {
        const value = `${address}alert(1)`.replaceAll('"', '');
        const content = attribute === 'href' ? `<a href="${value}">x</a>` : `<img src="${value}">`;
        expect(addresses(importArticle({ content, format: 'html' }).doc)).toEqual([]);
        const markdown = attribute === 'href' ? `[x](<${value}>)` : `![x](<${value}>)`;
        expect(addresses(importArticle({ content: markdown, format: 'markdown' }).doc)).toEqual([]);
      }),
    );
  });

  it('the check can fail: a forged document is caught by the schema', () => {
    const link = schema.marks.link;
    expect(() => schema.text('x', [link.create({ href: 'javascript:alert(1)' })]).check()).toThrow(
      RangeError,
    );
    expect(DOMSerializer.fromSchema(schema)).toBeDefined();
  });
});
