import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflowOf, violationsOf } from '../client/shell/accessibility.ts';
import { allSaved, placeCaret, select, shownText, wordsOfMarks, work } from './article-page.ts';
import { comeBack, goAway, installed, onDevice, reopen } from './away.ts';
import { type Desk, openDesk, serverText } from './desk.ts';
import { inviteLink, joinBy, type PersonAtBrowser, textOf } from './people.ts';
import { markedParagraphs } from './spans.ts';

const FIRST = ' Written on the train.';
const SECOND = ' And in the tunnel.';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  for (const person of [desk.owner, desk.editor, desk.reviewer]) await installed(person);
});

afterAll(() => desk?.close());

const library = () => new URL('/', desk.address).href;
const offline = (page: Page) => page.getByText('You are offline').waitFor();
const unsent = (page: Page) =>
  expect.poll(() => page.locator('.saving').textContent()).toMatch(/Offline · \d+ unsent/);

/** Shows the menu of the person and chooses the way out. */
async function askToLeave({ page, name }: PersonAtBrowser): Promise<void> {
  await page.getByRole('button', { name: `You: ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

async function typeAt(page: Page, offset: number, words: string): Promise<void> {
  await work(page, 'Edit');
  await placeCaret(page, offset);
  await page.keyboard.type(words);
  await work(page, 'Review');
}

async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
      expect(await violationsOf(page), `${width} ${colorScheme}`).toEqual([]);
    }
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

describe('an article without its server', () => {
  it('[JO11] [OF1] [OF5] is edited, marked, closed, opened again and worked on; all arrives once', async () => {
    const { editor, reviewer } = desk;
    const [first, second] = markedParagraphs(await serverText(desk));
    await goAway(desk, editor);
    await editor.page.locator('.saving[data-state="offline"]').waitFor();
    await typeAt(editor.page, first!.end, FIRST);
    await select(editor.page, { start: first!.start, end: first!.start + 50 });
    await editor.page.keyboard.press('q');
    await unsent(editor.page);

    // The tab is gone, and the address is opened while there is neither network nor server.
    await reopen(editor, desk.address);
    await textOf(editor.page).getByText(FIRST.trim()).waitFor();
    await expect.poll(async () => Object.keys(await wordsOfMarks(editor.page)).length).toBe(1);
    await typeAt(editor.page, second!.end + FIRST.length, SECOND);
    await unsent(editor.page);
    await reopen(editor, desk.address);
    await textOf(editor.page).getByText(SECOND.trim()).waitFor();

    await comeBack(desk, editor);
    await allSaved(editor.page);
    const text = await serverText(desk);
    for (const words of [FIRST, SECOND]) expect(text.split(words)).toHaveLength(2);
    for (const { page } of [editor, reviewer]) {
      await allSaved(page);
      await expect.poll(() => shownText(page)).toBe(text.replace(/\s+/g, ''));
      await expect.poll(async () => Object.keys(await wordsOfMarks(page)).length).toBe(1);
    }
  });

  it('[OF2] keeps no answer to a program, and nothing of a person’s, among the files of the page', async () => {
    const { page } = desk.editor;
    const paths = await page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = (await Promise.all(stores.map((store) => store.keys()))).flat();
      return requests.map(({ url }) => new URL(url).pathname);
    });
    expect(paths).toContain('/');
    expect(
      paths.filter((path) => !/^\/(?:$|theme\.js$|icon\.svg$|assets\/[\w.-]+\.(?:js|css|woff2)$)/.test(path)),
    ).toEqual([]);
  });
});

describe('the library without its server', () => {
  it('[OF6] [OF7] [OF12] [OF13] is the one seen last; what is not sent is told, and sent on return', async () => {
    const { owner, editor } = desk;
    // Somebody else's, so that it was never open in the owner's browser.
    await importAnother(editor.page, 'A second article');
    await owner.page.goto(library());
    await owner.page.getByRole('link', { name: 'A second article' }).waitFor();
    const title = (await owner.page.locator('.entry-title a').last().textContent())!;
    await owner.page.goto(desk.address);
    await textOf(owner.page).waitFor();
    await owner.page.getByRole('radio', { name: 'Edit' }).waitFor();
    await goAway(desk, owner);
    await owner.page.locator('.saving[data-state="offline"]').waitFor();
    await typeAt(owner.page, 10, 'Olga');
    await unsent(owner.page);
    await reopen(owner, library());

    await offline(owner.page);
    await expect.poll(() => owner.page.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
    await owner.page.getByText('Not on this device').waitFor();
    await owner.page.getByText('4 changes not sent').waitFor();
    expect(await owner.page.getByRole('link', { name: title, exact: true }).count()).toBe(1);
    expect(await owner.page.getByRole('link', { name: 'A second article' }).count()).toBe(0);
    await expectAccessible(owner.page);
    await owner.page.goto(new URL('/members', desk.address).href);
    await offline(owner.page);
    expect(await owner.page.getByRole('button', { name: 'Make a link' }).isDisabled()).toBe(true);
    await expectAccessible(owner.page);
    await owner.page.goto(library());
    await offline(owner.page);

    await comeBack(desk, owner);
    await owner.page.getByText('You are offline').waitFor({ state: 'detached' });
    await owner.page.getByText(/is sent\.$/).waitFor();
    expect((await serverText(desk)).split('Olga')).toHaveLength(2);
    expect(await owner.page.getByRole('link', { name: 'A second article' }).count()).toBe(1);
    expect(await owner.page.getByRole('button', { name: 'Import' }).isEnabled()).toBe(true);
  });

  it('[OF5] [OF13] a browser that nobody is signed in on says so', async () => {
    const stranger = await desk.browser.newContext();
    const page = await stranger.newPage();
    await page.goto(library());
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    const person = { name: 'nobody', context: stranger, page };
    await installed(person);
    await goAway(desk, person);
    await reopen(person, desk.address);
    await person.page.getByText('Nobody is signed in in this browser').waitFor();
    await expectAccessible(person.page);
    await comeBack(desk, person);
    await person.page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await stranger.close();
  });
});

describe('signing out', () => {
  /** Somebody new with the article open, and the id they are known by. */
  async function newcomer(name: string): Promise<PersonAtBrowser & { readonly id: string }> {
    const person = await joinBy(desk.browser, await inviteLink(desk.owner, 'Editor'), name);
    await installed(person);
    const { id } = (await (await person.context.request.get(new URL('/api/session', library()).href)).json())
      .person;
    await person.page.goto(desk.address);
    await textOf(person.page).waitFor();
    await person.page.getByRole('radio', { name: 'Edit' }).waitFor();
    // As `reopen` replaces the page, the person stays the same object.
    return Object.assign(person, { id });
  }

  const signedOut = (page: Page) => page.getByRole('heading', { name: 'You are not signed in' }).waitFor();

  it('[OF8] with everything sent leaves nothing of the person in the browser', async () => {
    const person = await newcomer('Nora Newcomer');
    expect(await onDevice(person.page, person.id)).not.toEqual([]);
    await askToLeave(person);
    await signedOut(person.page);
    await expect.poll(() => onDevice(person.page, person.id)).toEqual([]);
    await person.context.close();
  });

  it('[OF9] [OF10] [OF11] [OF13] without the server says what is not sent, and keeps it when that is wished', async () => {
    const person = await newcomer('Kim Keeper');
    const other = await person.context.newPage();
    await other.goto(library());
    await goAway(desk, person);
    await person.page.locator('.saving[data-state="offline"]').waitFor();
    await typeAt(person.page, 10, 'Kim');
    await unsent(person.page);
    await askToLeave(person);
    const question = person.page.getByRole('dialog', { name: 'Some of your work is on this device alone' });
    await question.getByText('3 changes of the text', { exact: true }).waitFor();
    await question.getByRole('link').waitFor();
    await expectAccessible(person.page);
    await question.getByRole('button', { name: 'Stay signed in' }).click();
    await textOf(person.page).waitFor();

    await askToLeave(person);
    await question.getByRole('button', { name: 'Sign out and keep it' }).click();
    await signedOut(person.page);
    await signedOut(other);
    await person.page.getByText('Kim Keeper: 3 changes of the text in one article.').waitFor();
    await expectAccessible(person.page);
    const session = new URL('/api/session', library()).href;
    await reopen(person, desk.address);
    await signedOut(person.page);
    await comeBack(desk, person);
    await expect.poll(async () => (await person.context.request.get(session)).status()).toBe(401);
    await person.page.getByText('Kim Keeper: 3 changes of the text in one article.').waitFor();
    await person.context.close();
  });

  it('[OF9] [OF8] [OF13] deletes what is not sent only after it was said that nobody can bring it back', async () => {
    const person = await newcomer('Dana Deleter');
    await goAway(desk, person);
    await person.page.locator('.saving[data-state="offline"]').waitFor();
    await typeAt(person.page, 10, 'Dana');
    await unsent(person.page);
    await askToLeave(person);
    await person.page.getByRole('button', { name: 'Sign out and delete it…' }).click();
    const question = person.page.getByRole('alertdialog', { name: 'Delete this work for good?' });
    await question.getByText(/4 changes of the text of yours .* nobody can bring this back/).waitFor();
    await expectAccessible(person.page);
    await question.getByRole('button', { name: 'Delete and sign out' }).click();
    await signedOut(person.page);
    await expect.poll(() => onDevice(person.page, person.id)).toEqual([]);
    await comeBack(desk, person);
    expect(await serverText(desk)).not.toContain('Dana');
    await person.context.close();
  });
});

async function importAnother(page: Page, title: string): Promise<void> {
  await page.goto(library());
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click();
  await page.getByLabel('Paste the article').fill(`# ${title}\n\nA few words.`);
  await page.getByRole('radio', { name: 'Markdown' }).click();
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/articles\//);
}
