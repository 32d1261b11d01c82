import { describe, expect, it } from 'vitest';
import { shellOf } from '../../../client/list-shell.ts';
import { keeperOf, outlived, type Shell, storeName } from '../../../client/src/worker/shell.ts';

const ORIGIN = 'https://assay.example.org';
const SHELL: Shell = { version: 'v1', files: ['/', '/assets/index-1.js', '/theme.js'] };

const opened = (path: string) =>
  keeperOf({ method: 'GET', mode: 'navigate', url: ORIGIN + path }, SHELL, ORIGIN);
const loaded = (path: string, method = 'GET', origin = ORIGIN) =>
  keeperOf({ method, mode: 'cors', url: origin + path }, SHELL, ORIGIN);

describe('what the worker answers', () => {
  it.each(['/', '/members', '/articles/a-1', '/articles/a-1/marks/m-1?show=open', '/setup'])(
    '[OF1] the page at %s',
    (path) => expect(opened(path)).toBe('page'),
  );

  it('[OF1] the files that the page is made of', () => {
    expect(
      ['/theme.js', '/assets/index-1.js', '/assets/font-of-another-script-2.woff2'].map((path) =>
        loaded(path),
      ),
    ).toEqual(['file', 'file', 'file']);
  });

  it.each(['/api', '/api/articles', '/sync/a-1/text', '/healthz', '/sw.js', '/assets/index-1.js.map'])(
    '[OF2] nothing at %s, however it is asked',
    (path) => expect([opened(path), loaded(path)]).toEqual(['server', 'server']),
  );

  it('[OF2] nothing that changes something, and nothing of another origin', () => {
    expect(loaded('/theme.js', 'POST')).toBe('server');
    expect(loaded('/theme.js', 'GET', 'https://elsewhere.example.org')).toBe('server');
    // A program that reads the page's address gets the server's answer.
    expect(loaded('/')).toBe('server');
  });
});

describe('a deployment', () => {
  const files = new Map([
    ['index.html', '<!doctype html>'],
    ['theme.js', '1'],
    ['sw.js', 'worker'],
    ['assets/index-1.js', 'js'],
    ['assets/index-1.js.map', 'map'],
    ['assets/index-2.css', 'css'],
    ['assets/inter-latin-wght-normal-3.woff2', 'latin'],
    ['assets/inter-latin-ext-wght-normal-4.woff2', 'extended'],
    ['assets/inter-greek-wght-normal-5.woff2', 'greek'],
  ]);

  it('[OF3] is fetched beforehand but for source maps and the faces of other scripts', () => {
    expect(shellOf(files).files).toEqual([
      '/assets/index-1.js',
      '/assets/index-2.css',
      '/assets/inter-latin-wght-normal-3.woff2',
      '/',
      '/theme.js',
    ]);
  });

  it('[OF4] is another one as soon as any of its files is, also one without a hash in its name', () => {
    const { version } = shellOf(files);
    expect(shellOf(new Map(files)).version).toBe(version);
    expect(shellOf(new Map([...files, ['theme.js', '2']])).version).not.toBe(version);
    expect(shellOf(new Map([...files, ['assets/more-1.js', '']])).version).not.toBe(version);
  });

  it('[OF4] leaves the files of the one before for tabs that are still open, and no older ones', () => {
    const stores = ['a', 'b', 'c'].map((version) => storeName({ version, files: [] }));
    expect(outlived(['of another program', ...stores], stores[2]!)).toEqual([stores[0]]);
    expect(outlived([stores[2]!], stores[2]!)).toEqual([]);
  });
});
