import { resolve } from 'node:path';
import { isLoopback } from '../auth/index.ts';
import { defaultDataFolder } from '../config.ts';
import { type RunningServer, startServer } from '../server.ts';
import { CommandFailure, EXIT } from './failure.ts';
import { pagesFolder } from './pages-folder.ts';
import { forgetAddress, writeAddress } from './running.ts';
import type { Terminal } from './terminal.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
  readonly json?: boolean;
  readonly allowPublic?: boolean;
}

/** Serves until a signal or a failed disk ends it; the exit code. */
export async function serve(options: ServeOptions, terminal: Terminal): Promise<number> {
  const { host, port } = options;
  const publicUrl = readPublicUrl(terminal.env.PUBLIC_URL);
  if (!isLoopback(host) && !publicUrl && !options.allowPublic)
    throw new CommandFailure(
      `On ${host} others can reach Assay without encryption. Set PUBLIC_URL to the https address of the proxy in front of it, or say --allow-public.`,
    );
  const data = resolve(terminal.folder, options.data ?? defaultDataFolder(terminal.env, terminal.folder));
  const report = (error: unknown) =>
    terminal.warn(`assay: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
  const server = await startServer({ host, port, data, publicUrl, pages: pagesFolder() }, report).catch(
    (error: unknown) => {
      throw new CommandFailure(whyNot(error, options, data));
    },
  );
  // Links may lead to a proxy; commands on this machine go straight to the server.
  await writeAddress(data, server.listening);
  announce(server, options, data, terminal);
  const ending = await Promise.race([signalled(), server.failed]);
  if (ending instanceof Error) terminal.warn(`assay: ${ending.message}`);
  await server.close();
  await forgetAddress(data);
  return ending instanceof Error ? EXIT.failed : EXIT.done;
}

function readPublicUrl(address: string | undefined): string | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin;
  } catch {
    // Said below.
  }
  throw new CommandFailure(`PUBLIC_URL needs an address such as https://assay.example.org, not ${address}`);
}

function announce(server: RunningServer, { json }: ServeOptions, data: string, { say }: Terminal): void {
  const { url, setupUrl } = server;
  if (json) {
    say(JSON.stringify({ url, ...(setupUrl && { setup: setupUrl }), pid: process.pid }));
    return;
  }
  say(`Assay is at ${url}`);
  say(`Everything is kept in ${data}`);
  if (setupUrl)
    say(`\nNobody owns this team yet. Open this link within the hour to set it up:\n\n    ${setupUrl}\n`);
}

function signalled(): Promise<'signal'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve('signal'));
  });
}

function whyNot(error: unknown, { host, port }: ServeOptions, data: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `Something already answers on ${host}:${port}. Choose another port with --port.`;
  if (code === 'EACCES' && message.includes('listen'))
    return `Port ${port} may not be used. Choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host}.`;
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR')
    return `The data folder ${data} cannot be written.`;
  return `The server could not start: ${message}`;
}
