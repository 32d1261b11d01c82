import type { Page } from 'playwright-core';
import { build } from 'vite';

/** An address that no network knows: everything under it is answered from memory. */
const ORIGIN = 'http://assay.test';

/** The policy that the server sends with the page; a test that breaks it fails as the page would. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: data:; connect-src 'self'";

export interface PageBundle {
  readonly script: string;
  readonly style: string;
}

/** Bundles a TypeScript entry for the browser, style sheets too. */
export async function bundlePage(entry: string): Promise<PageBundle> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome123',
      cssCodeSplit: false,
      lib: { entry, formats: ['iife'], name: 'page', cssFileName: 'page' },
    },
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const script = outputs.find((one) => one.type === 'chunk')?.code ?? '';
  const style = outputs.find((one) => one.fileName.endsWith('.css'));
  return { script, style: style?.type === 'asset' ? String(style.source) : '' };
}

/** Opens the bundle in a page, under the server's content security policy. */
export async function openBundle(page: Page, { script, style }: PageBundle, body: string): Promise<void> {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/page.css"></head><body>${body}<script src="/page.js"></script></body></html>`;
  const answers: Record<string, { contentType: string; body: string }> = {
    '/page.css': { contentType: 'text/css', body: style },
    '/page.js': { contentType: 'text/javascript', body: script },
    '/': { contentType: 'text/html', body: html },
  };
  await page.route(`${ORIGIN}/**`, (route) => {
    const answer = answers[new URL(route.request().url()).pathname];
    return answer
      ? route.fulfill({ ...answer, headers: { 'content-security-policy': POLICY } })
      : route.fulfill({ status: 404 });
  });
  await page.goto(`${ORIGIN}/`);
}
