import { join } from 'node:path';
import { OPERATOR_TOKEN_FILE, readOperatorToken } from '../auth/index.ts';
import { DEFAULT_HOST, DEFAULT_PORT, defaultDataFolder } from '../config.ts';
import { CommandFailure } from './failure.ts';
import { readAddress } from './running.ts';
import type { Terminal } from './terminal.ts';

/** How a command finds its server and shows who it is. */
export interface RemoteOptions {
  readonly server?: string;
  readonly token?: string;
  readonly data?: string;
}

/** A running server, and the right to ask it. */
export class Remote {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** The server named, or the one that runs on the data folder; the token named, or the operator's of that folder. */
  static async find(options: RemoteOptions, { env, folder }: Terminal): Promise<Remote> {
    const data = options.data ?? defaultDataFolder(env, folder);
    const url =
      options.server ??
      env.ASSAY_SERVER ??
      (await readAddress(data)) ??
      `http://${DEFAULT_HOST}:${DEFAULT_PORT}`;
    if (!/^https?:\/\//.test(url))
      throw new CommandFailure(`--server needs an address such as http://127.0.0.1:8787, not ${url}`);
    const token = options.token ?? env.ASSAY_TOKEN ?? (await readOperatorToken(data));
    if (token) return new Remote(url.replace(/\/+$/, ''), token);
    throw new CommandFailure(
      `There is no token. Give one with --token or ASSAY_TOKEN, or name the server's data folder with --data (no ${join(data, OPERATOR_TOKEN_FILE)} here).`,
    );
  }

  async ask<Answer>(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    return (await (await this.fetch(method, path, body)).json()) as Answer;
  }

  /** Throws `CommandFailure` for every answer but a good one. */
  async fetch(method: 'GET' | 'POST', path: string, body?: object): Promise<Response> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new CommandFailure(
        `No server answers at ${this.#url}. Start one with "assay serve", or name it with --server.`,
      );
    });
    if (response.ok) return response;
    const answer = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
    const words = answer?.error?.message ?? `it answered ${response.status}`;
    throw new CommandFailure(
      response.status === 401
        ? `The server at ${this.#url} does not know this token.`
        : `The server refused: ${words}`,
    );
  }
}
