import { join } from 'node:path';
import { openFile, sqliteCode } from './driver.ts';
import { StorageError } from './errors.ts';

const LOCK_FILE = 'lock';
const SQLITE_BUSY = 5;

/** Another server works on the data folder. */
export class FolderInUse extends StorageError {
  override readonly name = 'FolderInUse';
}

/**
 * Keeps a data folder for this process until the function that it returns is called, or the process ends in whatever
 * way: the operating system lets go of the lock then. Throws `FolderInUse` when somebody else has it.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const handle = await openFile(join(folder, LOCK_FILE));
  try {
    handle.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    handle.close();
    if (sqliteCode(error) !== SQLITE_BUSY) throw error;
    throw new FolderInUse(`Another server works on ${folder} already. Stop it, or choose another folder.`);
  }
  return () => handle.close();
}
