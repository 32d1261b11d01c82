import { describe, expect, it } from 'vitest';
import { useEditorPage } from './editor-page.ts';

const editor = useEditorPage();

describe('a text that cannot be written', () => {
  it('[ED23] is shown as it is kept, said to be read-only, and still follows the others', async () => {
    const { page, open, select, type, text } = editor.now;
    await open('One');
    await select(3);
    await page.evaluate(() => {
      const { doc } = window.desk;
      doc.transact = () => {
        Reflect.deleteProperty(doc, 'transact');
        throw new Error('No room left.');
      };
    });
    await type('!');
    expect(await page.evaluate(() => window.desk.editor.problem.get()?.message)).toBe('No room left.');
    await type('?');
    expect(await text()).toBe('One');
    expect(await page.getByRole('textbox').getAttribute('aria-readonly')).toBe('true');
    await page.evaluate(() => window.desk.otherText.insert(4, ' two'));
    expect(await text()).toBe('One two');
  });

  it('[ED23] is refused when the document holds no article', async () => {
    const { page } = editor.now;
    const refused = await page.evaluate(() => {
      window.desk.doc.getMap('article').set('no', 'text');
      try {
        window.desk.mount();
      } catch (error) {
        return (error as Error).name;
      }
      return 'taken';
    });
    expect(refused).toMatch(/Error$/);
  });
});
