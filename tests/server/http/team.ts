import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@assay/shared/model';
import { type RunningServer, startServer } from '../../../server/src/server.ts';

type Headers = Record<string, string>;

/** An answer, with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: the tests say what they expect of it
  readonly body: any;
}

/** A real server on a real file, in this process, and the means to ask it anything. */
export class Team {
  readonly folder: string;
  readonly server: RunningServer;
  readonly problems: unknown[];

  private constructor(folder: string, server: RunningServer, problems: unknown[]) {
    this.folder = folder;
    this.server = server;
    this.problems = problems;
  }

  static async start(folder = mkdtempSync(join(tmpdir(), 'assay-team-'))): Promise<Team> {
    const problems: unknown[] = [];
    const pages = fileURLToPath(new URL('../../fixtures/pages/', import.meta.url));
    const config = { host: '127.0.0.1', port: 0, data: folder, pages };
    return new Team(folder, await startServer(config, (error) => problems.push(error)), problems);
  }

  get operator(): Headers {
    return bearer(readFileSync(join(this.folder, 'operator-token'), 'utf8').trim());
  }

  async ask(method: string, path: string, headers: Headers = {}, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.server.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }

  /** The owner, by the set-up link; the headers that prove it. */
  async setUp(name = 'Olga'): Promise<Headers> {
    const token = this.server.setupUrl!.split('#')[1];
    return session(await this.ask('POST', '/api/setup', {}, { token, team: 'The Desk', name }));
  }

  /** Somebody new, by an invite link. */
  async join(role: Role, name: string, article?: string): Promise<Headers> {
    const { body } = await this.ask('POST', '/api/invites', this.operator, { role, article });
    return session(await this.ask('POST', '/api/join', {}, { token: body.link.split('#')[1], name }));
  }

  /** A new article's id. */
  async article(content = 'One two three.\n\nFour five six.'): Promise<string> {
    return (await this.ask('POST', '/api/articles', this.operator, { content, format: 'text' })).body.id;
  }

  /** The status of a GET exactly as it is written, under a host of one's own: `fetch` tidies paths and hosts. */
  rawStatus(
    path: string,
    host = new URL(this.server.url).host,
    headers: Headers = {},
  ): Promise<number | undefined> {
    const { hostname, port } = new URL(this.server.url);
    return new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path, headers: { ...headers, host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.once('error', reject).end();
    });
  }

  async end(): Promise<void> {
    await this.server.close();
    rmSync(this.folder, { recursive: true });
  }
}

export function bearer(token: string): Headers {
  return { authorization: `Bearer ${token}` };
}

/** The cookie that an answer sets, as a browser would send it. */
export function session({ headers }: Answer): Headers {
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
