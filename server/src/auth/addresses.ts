import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** How the server may be reached. */
export interface AddressOptions {
  /** The address it listens on. */
  readonly host: string;
  /** The port it listens on, once it does. */
  readonly port: number;
  /** Where people reach it when that is not the address it listens on, such as `https://assay.example.org`. */
  readonly publicUrl?: string | undefined;
}

/** The headers that say to which server, and from which page, a request goes. */
export interface AddressHeaders {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** An address as it stands in a URL. */
function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

/**
 * The names under which this server answers. A page of another site can make a browser send requests here
 * (cross-site requests, cross-site WebSockets) and can point its own name at this machine (DNS rebinding), but it
 * cannot forge the Host and Origin that the browser states. Numeric addresses cannot be rebound, so a server that
 * listens on every interface answers under any of them.
 */
export class Addresses {
  /** Where the links that the server hands out lead. */
  readonly url: string;
  readonly #hosts: ReadonlySet<string>;
  readonly #origins: ReadonlySet<string>;
  readonly #port: number;
  readonly #anyNumeric: boolean;

  constructor({ host, port, publicUrl }: AddressOptions) {
    const open = !isLoopback(host);
    const any = host === '0.0.0.0' || host === '::';
    const names = open && any ? [hostname().toLowerCase()] : [bracketed(host).toLowerCase()];
    const hosts = [...LOOPBACK_NAMES, ...names].flatMap((name) => withPort(name, port));
    const known = publicUrl ? new URL(publicUrl) : null;
    this.url = known ? known.origin : `http://${any ? '127.0.0.1' : bracketed(host)}:${port}`;
    this.#hosts = new Set(known ? [...hosts, known.host] : hosts);
    this.#origins = new Set([...hosts.map((name) => `http://${name}`), ...(known ? [known.origin] : [])]);
    this.#port = port;
    this.#anyNumeric = any;
  }

  /** Whether people reach the server by TLS, so that cookies may be kept from plain connections. */
  get secure(): boolean {
    return this.url.startsWith('https:');
  }

  /** Whether the request is meant for this server by a name of its own. */
  hostAllowed(host: string | undefined): boolean {
    if (host === undefined) return false;
    return this.#hosts.has(host.toLowerCase()) || (this.#anyNumeric && this.#isNumeric(host));
  }

  /** Whether the page that sends it, if a page does, is this server's own. A request without Origin comes from no foreign page's script. */
  originAllowed({ origin, 'sec-fetch-site': site }: AddressHeaders): boolean {
    if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
    if (this.#origins.has(origin.toLowerCase())) return true;
    return (
      this.#anyNumeric && origin.startsWith('http://') && this.#isNumeric(origin.slice('http://'.length))
    );
  }

  #isNumeric(host: string): boolean {
    const match = /^(\[[0-9a-f:.]+\]|[0-9.]+)(?::(\d+))?$/i.exec(host);
    const address = match?.[1]?.replace(/^\[|\]$/g, '') ?? '';
    return isIP(address) !== 0 && Number(match?.[2] ?? 80) === this.#port;
  }
}

/** Browsers leave out the port when it is the scheme's own. */
function withPort(name: string, port: number): string[] {
  return port === 80 ? [name, `${name}:80`] : [`${name}:${port}`];
}
