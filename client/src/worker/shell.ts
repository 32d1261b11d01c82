/** What the page of one deployment is made of. The build writes it in front of the worker, as `SHELL`. */
export interface Shell {
  /** Differs whenever a file of the page does. */
  readonly version: string;
  /** Paths that are fetched beforehand, `/` for the page itself. */
  readonly files: readonly string[];
}

/** Who answers a request: the page and the files it is made of are kept here, everything else is the server's. */
export type Keeper = 'page' | 'file' | 'server';

/** What one has to know of a request. */
export interface Asked {
  readonly method: string;
  /** `navigate` where a page is opened. */
  readonly mode: string;
  readonly url: string;
}

/** Addresses that the server does not answer with the page (server/http/pages.ts). */
const NO_PAGE = /^\/(?:api|sync|assets|healthz)(?:\/|$)|\.[a-z0-9]+$/i;

/**
 * Who answers. Nothing of a program's interface and nothing of a person's is ever kept here: only files that are the
 * same for everybody, by the page's own origin.
 */
export function keeperOf({ method, mode, url }: Asked, shell: Shell, origin: string): Keeper {
  const { origin: from, pathname } = new URL(url);
  if (method !== 'GET' || from !== origin) return 'server';
  if (mode === 'navigate') return NO_PAGE.test(pathname) ? 'server' : 'page';
  if (isHashed(pathname) && !pathname.endsWith('.map')) return 'file';
  return pathname !== '/' && shell.files.includes(pathname) ? 'file' : 'server';
}

/** Whether a path names its content, so that what was fetched once stays true. */
export function isHashed(path: string): boolean {
  return path.startsWith('/assets/');
}

const PREFIX = 'assay-shell-';

/** The name of the store of one deployment's files. */
export function storeName({ version }: Shell): string {
  return PREFIX + version;
}

/**
 * The stores that nobody needs any more: all but this deployment's and the one before, of which tabs may still be open
 * that have not loaded all of it. `names` from old to new.
 */
export function outlived(names: readonly string[], current: string): readonly string[] {
  return names.filter((name) => name.startsWith(PREFIX) && name !== current).slice(0, -1);
}
