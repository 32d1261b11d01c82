import { schema } from '@assay/shared/article';
import { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { OFFICE } from '../../fixtures/office-html.ts';
import { lines } from '../../shared/interchange/import-notation.ts';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

function paste(html: string, text = '') {
  return editor.now.page.evaluate(
    ([rich, plain]) => {
      const data = new DataTransfer();
      if (rich) data.setData('text/html', rich);
      if (plain) data.setData('text/plain', plain);
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      window.desk.editor.view.dom.dispatchEvent(event);
    },
    [html, text] as const,
  );
}

/** What the selection would put on the clipboard. */
function copied(): Promise<{ html: string; text: string }> {
  return editor.now.page.evaluate(() => {
    const { view } = window.desk.editor;
    const { dom, text } = view.serializeForClipboard(view.state.selection.content());
    dom.querySelector('[data-pm-slice]')?.removeAttribute('data-pm-slice');
    return { html: dom.innerHTML, text };
  });
}

describe('pasting', () => {
  it('[ED17] flattens lists, quotes and headings, and keeps formats and safe links', async () => {
    const { page, open, select, blocks } = editor.now;
    await open('');
    await select(0);
    await paste(`<h2>Title</h2><div>One <b>bold</b> <a href="https://example.org">link</a></div>
      <ul><li>first<ol><li><p>inner</p><p>more</p></li></ol></li><li>second</li></ul>
      <blockquote><p>said</p><blockquote>deep</blockquote></blockquote><hr>
      <pre>a\n  b</pre><p>end</p>`);
    expect(await blocks()).toEqual([
      'heading(2) Title',
      'paragraph One bold link',
      'list_item(bullet) first',
      'list_item(ordered >1) inner',
      'paragraph(>2) more',
      'list_item(bullet) second',
      'paragraph(“1) said',
      'paragraph(“2) deep',
      'horizontal_rule',
      'code_block a\n  b',
      'paragraph end',
    ]);
    expect(await page.locator('#article p strong').textContent()).toBe('bold');
    expect(await page.locator('#article p a').getAttribute('href')).toBe('https://example.org');
  });

  it('[ED17] lets in no script, handler, style, unsafe address or hidden structure, and loses no words', async () => {
    const { page, open, select, text } = editor.now;
    await open('');
    await select(0);
    await paste(`<style>p{color:red}</style><script>window.broken = 1</script>
      <p style="position:fixed" onclick="window.broken=2" class="x" id="y">safe <a href="javascript:alert(1)">words</a></p>
      <img src="javascript:alert(1)" onerror="window.broken=3" alt="picture words">
      <svg onload="window.broken=4"><text>x</text></svg><iframe srcdoc="<script>top.broken=5</script>"></iframe>
      <table><tr><td>cell one</td><td>cell two</td></tr></table><custom-thing>kept</custom-thing>`);
    expect(await text()).toBe('safe words\npicture words\ncell one\ncell two\nkept');
    const html = await page.evaluate(() => window.desk.editor.view.dom.innerHTML);
    expect(html).not.toMatch(/javascript|onclick|onerror|style="(?!--cols)|script|iframe|svg/i);
    expect(await page.evaluate(() => Reflect.get(window, 'broken'))).toBe(undefined);
  });

  it('[ED17] takes lines of plain text for paragraphs, and words for words', async () => {
    const { open, select, blocks } = editor.now;
    await open('One two');
    await select(4);
    await paste('', 'more ');
    expect(await blocks()).toEqual(['paragraph One more two']);
    await paste('', 'a\n\nb');
    expect(await blocks()).toEqual(['paragraph One more a', 'paragraph btwo']);
  });

  it('[ED17] a word processor’s page is not bold because it is wrapped in bold', async () => {
    const { page, open, select, blocks } = editor.now;
    await open('');
    await select(0);
    await paste(
      '<b style="font-weight:normal"><p><span style="font-weight:700">Fat</span><span style="font-style:italic"> thin</span></p></b>',
    );
    expect(await blocks()).toEqual(['paragraph Fat thin']);
    expect(await page.locator('#article strong').textContent()).toBe('Fat');
    expect(await page.locator('#article em').textContent()).toBe(' thin');
  });
});

describe('pasting from a word processor', () => {
  it.each(OFFICE)(
    '[ED40] $program keeps headings, lists with levels, formats, links and notes, and no apparatus',
    async (clip) => {
      const { page, open, select } = editor.now;
      await open('');
      await select(0);
      await paste(clip.html);
      const doc = await page.evaluate(() => window.desk.editor.view.state.doc.toJSON());
      // The browser shows no style sheet of another page, so words styled by class alone stay plain.
      const wanted = clip.lines.map((line) => (clip.program.endsWith('file') ? plain(line) : line));
      const pasted = lines(Node.fromJSON(schema, doc));
      expect(clip.program.endsWith('file') ? pasted.map(plain) : pasted).toEqual(wanted);
    },
  );
});

/** A line without its formats. */
function plain(line: string): string {
  return line.replace(/\{(?!link)\w+:([^}]*)\}/g, '$1');
}

describe('copying', () => {
  const LIST = [
    ['list_item', { kind: 'bullet' }, 'one'],
    ['list_item', { kind: 'ordered', indent: 1 }, 'two'],
    ['paragraph', { indent: 2 }, 'more'],
    ['list_item', { kind: 'bullet' }, 'three'],
    ['paragraph', { quote: 1 }, 'said'],
    ['heading', { level: 2, quote: 2 }, 'deep'],
    'end',
  ] as const;

  it('[ED18] gives other programs nested lists and quotes, and plain text', async () => {
    const { open, press } = editor.now;
    await open(...LIST);
    await editor.now.select(0);
    await press('Control+a');
    expect(await copied()).toEqual({
      html:
        '<ul><li>one<ol><li>two<p>more</p></li></ol></li><li>three</li></ul>' +
        '<blockquote><p>said</p><blockquote><h2>deep</h2></blockquote></blockquote><p>end</p>',
      text: 'one\ntwo\n\nmore\n\nthree\n\nsaid\n\ndeep\n\nend',
    });
  });

  it('[ED18] and pasting in Assay gives the same blocks, and copies no marks', async () => {
    const { page, open, draw, select, press, blocks, covered, text } = editor.now;
    await open(...LIST);
    await draw({ id: 'm', label: 'claim', ranges: [{ start: 0, end: 7 }] });
    const before = await blocks();
    await select(0);
    await press('Control+a');
    const html = await page.evaluate(() => {
      const { view } = window.desk.editor;
      return view.serializeForClipboard(view.state.selection.content()).dom.innerHTML;
    });
    expect(html).not.toContain('mark');
    await select((await text()).length);
    await press('Enter');
    await paste(html);
    expect(await blocks()).toEqual([...before, ...before]);
    expect(await covered()).toEqual({ m: 'onetwo' });
  });
});
