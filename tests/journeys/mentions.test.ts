import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflowOf, violationsOf } from '../client/shell/accessibility.ts';
import { allSaved } from './article-page.ts';
import { arrive, openReviewed, type Reviewed } from './reviewed-page.ts';

interface Line {
  readonly mentions: readonly { readonly comment: string }[];
}

describe('naming people', () => {
  let desk: Reviewed;
  let page: Page;
  beforeAll(async () => {
    desk = await openReviewed();
    page = await desk.open({ viewport: { width: 1440, height: 900 } });
    await arrive(page, `${desk.address}/marks/${desk.article.markOn('The panel said')}`);
  });
  afterAll(() => desk?.close());

  const card = () => page.locator('.card-focused');
  const field = () => card().getByRole('textbox');
  const offered = () => page.getByRole('listbox', { name: 'People to name' });
  const active = () =>
    field().evaluate((area) => {
      const id = area.getAttribute('aria-activedescendant');
      return id && document.getElementById(id)?.textContent;
    });
  const named = async (who: keyof Reviewed['article']['people']) => {
    const { articles } = await desk.article.people[who].get<{ articles: Line[] }>('/api/articles');
    return articles.flatMap(({ mentions }) => mentions).length;
  };

  it('[PG80][PG81][PG82] an @ offers people; who is chosen by keys or pointer is told', async () => {
    await field().focus();
    await page.keyboard.type('Thanks @');
    await expect
      .poll(() => offered().getByRole('option').allTextContents())
      .toEqual(['Amira Saleh', 'Inês Duarte', 'Jonas Feldkamp', 'Operator']);
    expect(await active()).toBe('Amira Saleh');
    await page.keyboard.press('ArrowDown');
    expect(await active()).toBe('Inês Duarte');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await offered().waitFor({ state: 'detached' });
    expect(await field().evaluate((area) => area === document.activeElement)).toBe(true);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('@feld');
    await expect.poll(active).toBe('Jonas Feldkamp');
    await page.keyboard.press('Enter');
    expect(await field().inputValue()).toBe('Thanks @Jonas Feldkamp ');
    await page.keyboard.type('and @');
    await offered().getByText('Inês Duarte').click();
    expect(await field().inputValue()).toBe('Thanks @Jonas Feldkamp and @Inês Duarte ');
    await page.keyboard.press('Enter');
    await card().locator('.mention').first().waitFor();
    expect(await card().locator('.mention').allTextContents()).toEqual(['@Jonas Feldkamp', '@Inês Duarte']);
    await allSaved(page);
    expect([await named('jonas'), await named('amira'), await named('ines')]).toEqual([1, 0, 1]);
  });

  it('[PG82] an edit names anew', async () => {
    const own = card().locator('.comment').last();
    await own.getByRole('button', { name: /^More for the comment/ }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await own.getByRole('textbox').fill('Thanks @Inês Duarte');
    await own.getByRole('button', { name: 'Save' }).click();
    await allSaved(page);
    expect([await named('jonas'), await named('ines')]).toEqual([0, 1]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  });

  it('[UI30][UI31] the library leads to where one was named, and knows what was seen', async () => {
    const { jonas } = desk.article.people;
    const { person } = await (await page.request.get(`${desk.server.url}/api/session`)).json();
    const thread = desk.article.markOn('a watchman');
    const comment = { id: 'comment-names-the-owner', body: '@Olga Owner, look', mentions: [person.id] };
    const wish = { id: 'command-names-the-owner', type: 'comment.add', comment, thread };
    await jonas.post(`/api/articles/${desk.article.id}/commands`, wish);
    await page.goto(desk.server.url);
    const named = page.getByRole('region', { name: 'You were named' });
    const link = named.getByRole('link', { name: /^New: Jonas Feldkamp in Merrowby/ });
    await link.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await link.click();
    await card().locator('.mention[data-own]').waitFor();
    await page.goto(desk.server.url);
    await named.getByRole('link', { name: /^Jonas Feldkamp in Merrowby/ }).waitFor();
    expect(await named.getByRole('button').count()).toBe(0);
  });
});
