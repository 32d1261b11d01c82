import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder of real articles and corpora beside the checkout, or where `ASSAY_DATA` says; null when there is none. */
export function realDataFolder(): string | null {
  const folder = process.env.ASSAY_DATA ?? join(root, '..', 'shared', 'data');
  return existsSync(folder) ? folder : null;
}

/** The text of the real article the tests like to use, or null where the data is absent. */
export function realArticle(): string | null {
  const folder = realDataFolder();
  const file = folder && join(folder, 'articles', 'palmyra-2015.txt');
  return file && existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** A page as its outlet published it, and the body of its article as a reader view finds it. */
export interface RealPage {
  readonly name: string;
  readonly source: string;
  readonly body: string;
}

/** The real pages; empty where the data is absent. */
export function realPages(): readonly RealPage[] {
  const folder = join(realDataFolder() ?? '', 'html');
  if (!realDataFolder() || !existsSync(folder)) return [];
  const read = (name: string, file: string) => readFileSync(join(folder, name, file), 'utf8');
  return readdirSync(folder).map((name) => ({
    name,
    source: read(name, 'source.html'),
    body: read(name, 'expected.html'),
  }));
}

/** The lines of a corpus, one article each; null where the data is absent. */
export function corpusLines(name: string): readonly string[] | null {
  const folder = realDataFolder();
  const file = folder && join(folder, 'corpora', `${name}.jsonl`);
  return file && existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : null;
}
