import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the page is built, seen from the sources and from the build. */
const PLACES = ['../../client/dist/', '../../../client/dist/'];

/** The folder of the built page; null when there is none (in development another server has it). */
export function pagesFolder(): string | null {
  const folders = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return folders.find((folder) => existsSync(`${folder}index.html`)) ?? null;
}
