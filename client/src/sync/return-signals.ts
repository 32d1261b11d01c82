/** What the platform says of the network and of the page's being looked at. */
export interface ReturnSignals {
  /** The network is back, or the person is: a good moment to try again at once. Returns the way to stop. */
  onReturn(listener: () => void): () => void;
  /** The network is gone: a connection that looks open may be dead. Returns the way to stop. */
  onLoss(listener: () => void): () => void;
}

function listen(target: EventTarget | undefined, type: string, listener: () => void): () => void {
  target?.addEventListener(type, listener);
  return () => target?.removeEventListener(type, listener);
}

/** The signals of a browser's window and document; silent where there are none. */
export const browserSignals: ReturnSignals = {
  onReturn(listener) {
    const page = typeof document === 'undefined' ? undefined : document;
    const stops = [
      listen(typeof window === 'undefined' ? undefined : window, 'online', listener),
      listen(page, 'visibilitychange', () => page?.visibilityState === 'visible' && listener()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  },
  onLoss: (listener) => listen(typeof window === 'undefined' ? undefined : window, 'offline', listener),
};
