import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file in the data folder that says where the server that runs on it answers. */
const ADDRESS_FILE = 'address';

export async function writeAddress(data: string, url: string): Promise<void> {
  await writeFile(join(data, ADDRESS_FILE), `${url}\n`);
}

export async function forgetAddress(data: string): Promise<void> {
  await rm(join(data, ADDRESS_FILE), { force: true });
}

/** Where a server of this data folder answered last; null when none did. */
export async function readAddress(data: string): Promise<string | null> {
  try {
    return (await readFile(join(data, ADDRESS_FILE), 'utf8')).trim() || null;
  } catch {
    return null;
  }
}
