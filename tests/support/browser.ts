import { type Browser, chromium } from 'playwright-core';
import { ensureChromium } from './chromium.mjs';

/** A headless Chromium that talks to nobody but the page under test. Close it when done. */
export function launchBrowser(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
