import { existsSync, readFileSync } from 'node:fs';
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
