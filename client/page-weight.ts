import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What the article's page may need beyond what every page needs, in bytes after gzip. */
const MOST = 300 * 1024;

/** A chunk, as far as its weight goes. */
export interface Chunk {
  readonly fileName: string;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** What is fetched for the first page of a visit, for the article's page besides, and for a view when somebody asks for it. */
export interface Fetched {
  readonly shell: readonly string[];
  readonly article: readonly string[];
  readonly onDemand: readonly string[];
}

/** Sorts the chunks by when they are fetched. Throws a RangeError when there is no such entry or page. */
export function fetchedOf(chunks: ReadonlyMap<string, Chunk>, entry: string, article: string): Fetched {
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    if (!chunks.has(from)) throw new RangeError(`There is no ${from} among the chunks.`);
    if (seen.has(from)) return seen;
    seen.add(from);
    for (const next of chunks.get(from)!.imports) reach(next, seen);
    return seen;
  };
  const shell = reach(entry);
  const own = [...reach(article)].filter((name) => !shell.has(name));
  const rest = [...chunks.keys()].filter((name) => !shell.has(name) && !own.includes(name));
  return { shell: [...shell], article: own, onDemand: rest };
}

/** Files that shrink; fonts and pictures are compressed already. */
const TEXT = /\.(?:js|css|html|svg|webmanifest|json)$/;

/** Puts a compressed copy beside each file of the page, and says what the article's page weighs. */
export function pageWeight(): Plugin {
  return {
    name: 'assay:page-weight',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir }, bundle) {
      const sizes = new Map<string, Size>();
      for (const path of Object.keys(bundle))
        if (TEXT.test(path)) sizes.set(path, compress(join(dir!, path)));
      report(bundle, sizes);
    },
  };
}

interface Size {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

function compress(file: string): Size {
  const content = readFileSync(file);
  const gzip = gzipSync(content, { level: 9 });
  const brotli = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length, [constants.BROTLI_PARAM_QUALITY]: 10 },
  });
  writeFileSync(`${file}.gz`, gzip);
  writeFileSync(`${file}.br`, brotli);
  return { raw: content.length, gzip: gzip.length, brotli: brotli.length };
}

function report(bundle: Rolldown.OutputBundle, sizes: ReadonlyMap<string, Size>): void {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  const named = (name: string) => chunks.find((one) => one.name === name)?.fileName ?? name;
  const known = new Map<string, Chunk>(chunks.map((one) => [one.fileName, one]));
  // The worker is fetched behind the page.
  known.delete(named('worker'));
  const { shell, article, onDemand } = fetchedOf(known, named('index'), named('article'));
  const styles = (names: readonly string[]) =>
    names.flatMap((name) => [
      ...(chunks.find((one) => one.fileName === name)?.viteMetadata?.importedCss ?? []),
    ]);
  const sum = (names: readonly string[]) => {
    const total = { raw: 0, gzip: 0, brotli: 0 };
    for (const name of new Set([...names, ...styles(names)])) {
      const size = sizes.get(name);
      if (!size) continue;
      total.raw += size.raw;
      total.gzip += size.gzip;
      total.brotli += size.brotli;
    }
    return total;
  };
  const rows: [string, Size][] = [
    ['every page (shell)', sum(shell)],
    ['the article page, besides', sum(article)],
    ['on demand', sum(onDemand)],
  ];
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`.padStart(9);
  console.log(
    `\n${'code and styles'.padEnd(28)}${'raw'.padStart(9)}${'gzip'.padStart(9)}${'brotli'.padStart(9)}`,
  );
  for (const [name, size] of rows)
    console.log(`${name.padEnd(28)}${kb(size.raw)}${kb(size.gzip)}${kb(size.brotli)}`);
  const own = rows[1]![1].gzip;
  if (own > MOST)
    throw new Error(`The article page needs ${kb(own).trim()} of its own, more than ${kb(MOST).trim()}.`);
}
