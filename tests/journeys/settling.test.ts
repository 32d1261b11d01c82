import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflowOf, violationsOf } from '../client/shell/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { startRealServer } from '../support/real-server.ts';
import { ITEMS, settlingSample } from '../support/settling-sample.ts';
import { joinBy, openArticle, setUpTeam, textOf } from './people.ts';

const FOUR = 'the fire service had counted 214 flooded houses';

/** Keeps what a page sends to the server back until it is let go; what the server sends arrives all the while. */
async function gateOf(page: Page) {
  let open = true;
  const held: (() => void)[] = [];
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const send = () => server.send(message);
      if (open) send();
      else held.push(send);
    });
  });
  return {
    close() {
      open = false;
    },
    letGo() {
      open = true;
      for (const send of held.splice(0)) send();
    },
  };
}

async function setStage() {
  const server = await startRealServer();
  const browser = await launchBrowser();
  const lead = await setUpTeam(browser, server, 'Lena Lead');
  const article = await settlingSample(server);
  const address = `${server.url}/articles/${article.id}`;
  const join = async (role: string, name: string) => {
    const { link } = await article.operator.post<{ link: string }>('/api/invites', { role });
    return joinBy(browser, link, name);
  };
  const [second, phone, third] = await Promise.all([
    join('moderator', 'Mona Second'),
    join('reviewer', 'Fina Phone'),
    join('reviewer', 'Theo Third'),
  ]);
  const gate = await gateOf(second.page);
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await Promise.all([lead, second, phone, third].map((person) => openArticle(person, address)));
  const close = async () => {
    await browser.close();
    await server.destroy();
  };
  return { lead: lead.page, second: second.page, phone: phone.page, third: third.page, gate, close };
}

const itemOf = (page: Page) => page.getByRole('article', { name: 'Item' });
const session = (page: Page) => page.getByRole('region', { name: 'Session' });

/** Words of the item are in view in the text, and lit there. A mark's first character is drawn apart. */
async function expectLit(page: Page, words: string): Promise<void> {
  const lit = textOf(page).locator('mark[data-focused]').filter({ hasText: words }).first();
  await lit.waitFor();
  await expect
    .poll(() =>
      lit.evaluate((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
}

async function expectAccessible(page: Page, within?: string): Promise<void> {
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await violationsOf(page, within), colorScheme).toEqual([]);
  }
}

describe('a moderator settles an article with three others', () => {
  let stage: Awaited<ReturnType<typeof setStage>>;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage?.close());

  it('[AD12] takes all who follow to an item, and who comes late lands there', async () => {
    const { lead, second, phone, third } = stage;
    await lead.keyboard.press('Shift+A');
    await lead.getByRole('button', { name: 'Start a session' }).click();
    await session(second).getByRole('button', { name: 'Join' }).click();
    await session(second).getByText('You follow Lena Lead').waitFor();
    await lead.locator('.agenda-row').filter({ hasText: FOUR }).locator('[data-item]').click();
    await itemOf(second).waitFor();
    expect(await itemOf(second).locator('.variant').count()).toBe(4);
    await expectLit(second, '14 flooded houses');
    for (const late of [phone, third]) {
      await session(late).getByRole('button', { name: 'Join' }).click();
      await itemOf(late).locator('.variant').nth(3).waitFor();
    }
    await expectLit(third, '14 flooded houses');
  });

  it('[AD19] shows who has voted before the reveal, and what never', async () => {
    const { lead, second, phone, third } = stage;
    await itemOf(lead)
      .getByRole('button', { name: /^Disagree/ })
      .click();
    await itemOf(second).getByRole('button', { name: 'Vote for it' }).first().click();
    await third.keyboard.press('2');
    await itemOf(second).getByText('3 of 4 have voted').waitFor();
    expect(await itemOf(second).locator('.votes-tally').count()).toBe(0);
    expect(
      await itemOf(second)
        .getByRole('button', { name: /^Disagree/ })
        .getAttribute('aria-pressed'),
    ).toBe('false');
    await expectAccessible(phone);
    await itemOf(phone)
      .getByRole('button', { name: /^Agree/ })
      .click();
    for (const page of [lead, second, phone, third]) await itemOf(page).locator('.votes-tally').waitFor();
    expect(await itemOf(second).locator('.votes-tally').innerText()).toMatch(/Agree\s+1 Fina Phone/);
  });

  it('[AD13] lets a follower go their own way, and return', async () => {
    const { lead, phone, third } = stage;
    await phone.getByRole('button', { name: 'Next item' }).click();
    await session(phone)
      .getByText(`Lena Lead is at: “${FOUR.slice(0, 20)}`, { exact: false })
      .waitFor();
    await lead.keyboard.press('j');
    await session(phone).getByText('“No minutes of the meeting were kept”', { exact: false }).waitFor();
    await session(phone).getByRole('button', { name: 'Return to Lena Lead' }).click();
    await itemOf(phone).getByText('No minutes of the meeting were kept').first().waitFor();
    await lead.keyboard.press('k');
    await itemOf(phone).locator('.variant').nth(3).waitFor();
    await third.mouse.move(300, 500);
    await third.mouse.wheel(0, 200);
    await session(third).getByRole('button', { name: 'Return to Lena Lead' }).click();
    await session(third).getByText('You follow Lena Lead').waitFor();
  });

  it('[AD20] tells the second of two who decide at once that theirs did not count, and what was decided', async () => {
    const { lead, second, gate } = stage;
    await itemOf(second).locator('.variant').nth(3).waitFor();
    gate.close();
    await second.keyboard.press('x');
    await itemOf(second).getByText('not saved yet').waitFor();
    await lead.keyboard.press('1');
    await itemOf(lead).getByText('Accepted as Claim').waitFor();
    await itemOf(second).getByText('Accepted as Claim').waitFor();
    gate.letGo();
    const notice = itemOf(second).getByRole('alert');
    await notice.getByText('Your decision did not count').waitFor();
    expect(await notice.innerText()).toContain('Lena Lead settled this a moment before: Accepted as Claim');
    await expectAccessible(second, '.item');
  });

  it('[AD15] takes a decision back right after it, and makes room for another one', async () => {
    const { lead } = stage;
    await lead.keyboard.press('u');
    await itemOf(lead).getByRole('heading', { name: 'Decide' }).waitFor();
    await lead.keyboard.press('2');
    await itemOf(lead).locator('.decision').waitFor();
    expect(await itemOf(lead).getByRole('region', { name: 'Earlier decisions' }).innerText()).toContain(
      'reopened by You',
    );
  });

  it('[AD22] keeps with a settled claim its evidence and what is still to be done about it', async () => {
    const { lead, third } = stage;
    const item = itemOf(lead);
    await item.getByRole('button', { name: 'Add evidence' }).click();
    await item.getByLabel('Address of the page').fill('https://fire.example.org/tally');
    await item.getByLabel('Its title').fill('Tally of the 10th');
    await item.getByLabel('The words that decide it').fill('241 houses flooded');
    await item.getByLabel('Seen on').fill('2026-02-03');
    await item.getByRole('button', { name: /What it does/ }).click();
    await lead.getByRole('option', { name: 'Refutes it' }).click();
    await item.getByRole('button', { name: 'Add', exact: true }).click();
    const evidence = itemOf(third).getByRole('region', { name: 'Evidence' });
    await evidence.getByRole('link', { name: 'Tally of the 10th' }).waitFor();
    expect(await evidence.innerText()).toMatch(
      /Refutes it[\s\S]*241 houses flooded[\s\S]*Lena Lead, seen 2026-02-03/,
    );
    await itemOf(third).getByRole('button', { name: 'Add a task' }).click();
    await itemOf(third).getByLabel('What is to be done').fill('Call the fire service');
    await itemOf(third).getByRole('button', { name: 'Add', exact: true }).click();
    await item.getByText('Call the fire service').waitFor();
    await expectAccessible(lead, '.item');
  });

  it('[AD21] hands the lead over, and lets a moderator take it', async () => {
    const { lead, second, third } = stage;
    await session(lead).getByRole('button', { name: 'Session…' }).click();
    await lead.getByRole('menuitem', { name: 'Theo Third' }).click();
    await session(second).getByText('You follow Theo Third').waitFor();
    await session(third).getByText('You lead').waitFor();
    await session(second).getByRole('button', { name: 'Session…' }).click();
    await second.getByRole('menuitem', { name: 'Take the lead' }).click();
    await session(lead).getByText('You follow Mona Second').waitFor();
    await session(second).getByRole('button', { name: 'Start 90 s' }).click();
    await session(third).getByRole('timer').waitFor();
  });

  it('[AD16] settles at once what is unanimous, but for what somebody pulls out', async () => {
    const { lead, phone } = stage;
    await phone.getByRole('button', { name: 'Agenda', exact: true }).click();
    await phone.getByRole('radio', { name: 'Agreed 4' }).click();
    await phone.getByRole('button', { name: `Pull out: ${ITEMS.cost.marks[0]}` }).click();
    await lead.getByRole('button', { name: 'Agenda', exact: true }).click();
    await expectAccessible(lead);
    await lead.getByRole('radio', { name: 'Tasks 1' }).click();
    await lead.getByText('Call the fire service').waitFor();
    await lead.getByRole('radio', { name: 'Agreed 3' }).click();
    await lead.getByText(`by Fina Phone`).waitFor();
    await lead.getByRole('button', { name: 'Settle 3 items as marked' }).click();
    await phone.getByText('6 left').first().waitFor();
    await expectAccessible(phone, '.agenda');
  });
});
