import { type TabLocks, webLocks } from '../../../client/src/review/index.ts';

type Work = (lock: Lock | null) => unknown;

/** The locks of one browser, without a browser: as much of Web Locks as is used, one holder a name. */
class Locks {
  readonly #held = new Set<string>();

  async request(name: string, options: LockOptions | Work, work?: Work): Promise<unknown> {
    const done = typeof options === 'function' ? options : work!;
    if (this.#held.has(name)) return done(null);
    this.#held.add(name);
    try {
      return await done({ name, mode: 'exclusive' });
    } finally {
      this.#held.delete(name);
    }
  }
}

/** What all tabs of one browser share. */
export function browserLocks(): TabLocks {
  return webLocks(new Locks() as unknown as LockManager); // held by nobody else, so nothing ever has to wait
}
