/** Where the build puts `client/worker`. */
const WORKER = '/sw.js';

/** What the DOM's types do not know yet of trusted types. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

/**
 * Lets the page open without the server from now on: a service worker keeps the files it is made of. Not while it is
 * developed, and not where the browser has no workers, as on an address without encryption that is not this machine's.
 */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After the page's own files have come, so as not to hold them up.
  const register = () => navigator.serviceWorker.register(workerUrl()).catch(() => {});
  if (document.readyState === 'complete') void register();
  else addEventListener('load', register, { once: true });
}

/** The content security policy lets this one policy name a script, and the policy lets through this one name. */
function workerUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return WORKER;
  const policy = trustedTypes.createPolicy('AssayWorker', {
    createScriptURL(url) {
      if (url !== WORKER) throw new TypeError('There is no such worker.');
      return url;
    },
  });
  return policy.createScriptURL(WORKER);
}
