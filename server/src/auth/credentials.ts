import { TOKEN_PREFIX } from './secrets.ts';

/** The session cookie's name. */
export const SESSION_COOKIE = 'assay_session';

/** The headers by which a request says who sends it. Those of HTTP requests and of WebSocket upgrades alike. */
export interface CredentialHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

export type Credential =
  | { readonly via: 'token'; readonly secret: string }
  | { readonly via: 'session'; readonly secret: string };

const SECRET = /^[A-Za-z0-9_-]{20,100}$/;

/** What a request presents. A Bearer header goes before the cookie, and a malformed one is not replaced by it. */
export function credentialOf(headers: CredentialHeaders): Credential | null {
  if (headers.authorization !== undefined) {
    const secret = /^Bearer +(\S+)$/i.exec(headers.authorization)?.[1];
    return secret?.startsWith(TOKEN_PREFIX) && SECRET.test(secret) ? { via: 'token', secret } : null;
  }
  const secret = cookieValue(headers.cookie ?? '', SESSION_COOKIE);
  return secret && SECRET.test(secret) ? { via: 'session', secret } : null;
}

function cookieValue(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
