import address from './figures.worker.ts?worker&url';

/** What the DOM's types do not know yet of trusted types. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

let trusted: string | null = null;

/** Starts the worker that computes figures. */
export function startWorker(): Worker {
  trusted ??= trustedAddress();
  return new Worker(trusted, { type: 'module' });
}

/** The content security policy lets this policy name a script too, and the policy lets through this one address. */
function trustedAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return address;
  const policy = trustedTypes.createPolicy('AssayFigures', {
    createScriptURL(url) {
      if (url !== address) throw new TypeError('There is no such worker.');
      return url;
    },
  });
  return policy.createScriptURL(address);
}
