import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { securityHeaders } from '../../server/src/http/security-headers.ts';

const MEDIA: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
};

/** A page made of one entry, with the workers and the chunks that it fetches later. */
export interface ServedSite {
  readonly url: string;
  close(): Promise<void>;
}

/** The policy that the server sends with every file. */
function policy(): string {
  const { contentSecurityPolicy } = securityHeaders(false);
  if (typeof contentSecurityPolicy !== 'object') throw new Error('There is no policy.');
  return Object.entries(contentSecurityPolicy.directives ?? {})
    .map(([name, values]) => [name, ...(values as string[])].join(' '))
    .join('; ');
}

/** Bundles a TypeScript entry as the product is bundled, and serves it under the server's content security policy. */
export async function serveSite(entry: string): Promise<ServedSite> {
  const files = new Map<string, string | Uint8Array>();
  const built = await build({
    configFile: false,
    root: dirname(entry),
    logLevel: 'error',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      write: false,
      minify: false,
      target: 'chrome123',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      rolldownOptions: { input: { page: entry }, output: { entryFileNames: 'assets/[name].js' } },
    },
  });
  for (const one of [built].flat().flatMap((part) => ('output' in part ? part.output : [])))
    files.set(`/${one.fileName}`, one.type === 'chunk' ? one.code : one.source);
  const style = [...files.keys()].find((name) => name.endsWith('.css'));
  files.set(
    '/',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta id="react-aria-pressable-style" name="assay:pressable" content="base.css"><link rel="icon" href="data:,"><link rel="stylesheet" href="${style}"></head><body><main id="app"></main><script type="module" src="/assets/page.js"></script></body></html>`,
  );
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://site.test').pathname;
    const content = files.get(path);
    const type = MEDIA[path.split('.').at(-1)!] ?? 'text/html';
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': type,
      'content-security-policy': policy(),
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
