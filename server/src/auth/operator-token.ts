import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Accounts } from './accounts.ts';

/** The file in the data folder that lets the command line in; only the server's own user can read it. */
export const OPERATOR_TOKEN_FILE = 'operator-token';

const OWNER_ONLY = 0o600;

/** The token in a data folder, or null when there is none. */
export async function readOperatorToken(folder: string): Promise<string | null> {
  try {
    return (await readFile(join(folder, OPERATOR_TOKEN_FILE), 'utf8')).trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Leaves a token that counts in the data folder: the one that is there if it does, else a new one. */
export async function ensureOperatorToken(accounts: Accounts, folder: string): Promise<void> {
  const file = join(folder, OPERATOR_TOKEN_FILE);
  const present = await readOperatorToken(folder);
  const holder = present && (await accounts.authenticate({ authorization: `Bearer ${present}` }));
  if (holder && holder.kind === 'operator') return chmod(file, OWNER_ONLY);
  const draft = `${file}.new`;
  await writeFile(draft, `${await accounts.newOperatorToken()}\n`, { mode: OWNER_ONLY });
  await chmod(draft, OWNER_ONLY);
  await rename(draft, file);
}
