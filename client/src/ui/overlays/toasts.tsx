import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

export interface Toast {
  readonly tone: 'info' | 'success' | 'error';
  readonly message: string;
  /** One thing to do about it, such as `Undo`. */
  readonly action?: { readonly label: string; run(): void };
}

/** Milliseconds; React Aria asks for at least five seconds, and stops the clock under the pointer and the focus. */
const PASSING = 6_000;
const WITH_ACTION = 12_000;

export const toasts = new ToastQueue<Toast>({ maxVisibleToasts: 4 });

/**
 * Tells the person something once, in the corner of the page and by voice. An error stays until it is closed.
 * Returns the way to take it back.
 */
export function notify(toast: Toast): () => void {
  const timeout = toast.action ? WITH_ACTION : PASSING;
  const key = toasts.add(toast, toast.tone === 'error' ? {} : { timeout });
  return () => toasts.close(key);
}
