import type { RealServer } from './real-server.ts';

/** What a program can ask of a server, by HTTP and a token. Throws with the server's words when it refuses. */
export interface Program {
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: object): Promise<Answer>;
}

export function programOf(server: RealServer, token: string = server.token()): Program {
  const ask = async <Answer>(path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`${server.url}${path}`, { ...init, headers });
    const words = await response.text();
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${words}`);
    return JSON.parse(words) as Answer;
  };
  return {
    get: (path) => ask(path),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

/** A person with a token of their own, who marks and comments as a program. */
export async function comeAs(server: RealServer, name: string, role: string): Promise<Program> {
  const { token } = await programOf(server).post<{ token: string }>('/api/tokens', { name, role });
  return programOf(server, token);
}
