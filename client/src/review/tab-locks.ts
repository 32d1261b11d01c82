/** Locks that all tabs of a browser share and that the browser frees when a tab dies. */
export interface TabLocks {
  /** Holds the lock until the function returned is called. */
  hold(name: string): Promise<() => void>;
  /** Does the work holding the lock, unless somebody else holds it. */
  ifFree(name: string, work: () => Promise<void>): Promise<void>;
}

/** The platform's Web Locks. */
export function webLocks(locks: LockManager): TabLocks {
  return {
    hold: (name) =>
      new Promise((held, failed) => {
        const kept = () => new Promise<void>((release) => held(release));
        locks.request(name, kept).catch(failed);
      }),
    async ifFree(name, work) {
      await locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock) await work();
      });
    },
  };
}

/**
 * Where there are no locks, every tab takes itself for the only one: a command may then be sent by two, and the server,
 * which knows it by its id, does it once.
 */
export const NO_LOCKS: TabLocks = {
  hold: async () => () => {},
  ifFree: (_name, work) => work(),
};

export function platformLocks(): TabLocks {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks ? webLocks(locks) : NO_LOCKS;
}
