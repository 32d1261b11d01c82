import type { ConnectionState } from '../sync/index.ts';
import type { Connection } from './article-session.ts';

/** The person's connection, out of those of the two rooms: as good as the worse of them. */
export function connectionOf(...rooms: readonly ConnectionState[]): Connection {
  const all = rooms.map(oneConnection);
  return ORDER.find((connection) => all.includes(connection)) ?? 'online';
}

const ORDER = ['closed', 'offline', 'connecting', 'online'] as const;

/** Attempts after a failure are no news: the page stays offline until one succeeds. */
function oneConnection(state: ConnectionState): Connection {
  switch (state.kind) {
    case 'connecting':
      return state.attempt > 1 ? 'offline' : 'connecting';
    case 'online':
      return 'online';
    case 'waiting':
      return 'offline';
    case 'closed':
    case 'left':
      return 'closed';
  }
}

/** Why the server closed a room for good, if it did. */
export function closedOf(...rooms: readonly ConnectionState[]): { code: number; reason: string } | null {
  const closed = rooms.find((state) => state.kind === 'closed');
  return closed ? { code: closed.code, reason: closed.reason } : null;
}
