/** Takes the picture in the README anew: `node --import tsx tests/support/take-screenshot.ts`. */
import { setUpTeam } from '../journeys/people.ts';
import { launchBrowser } from './browser.ts';
import { startRealServer } from './real-server.ts';
import { reviewedSample } from './reviewed-sample.ts';

const FILE = new URL('../../docs/article-page.png', import.meta.url);

const server = await startRealServer();
const browser = await launchBrowser();
try {
  const { page } = await setUpTeam(browser, server, 'Maren Holt');
  const { id, markOn } = await reviewedSample(server);
  await page.goto(`${server.url}/articles/${id}/marks/${markOn('a watchman')}`);
  await page.locator('.card-focused').waitFor();
  // As after a click: the keyboard's ring is for who needs it.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  await page.screenshot({ path: FILE.pathname, animations: 'disabled' });
} finally {
  await browser.close();
  await server.destroy();
}
