import type { ConnectionState } from '../sync/index.ts';
import type { Connection } from './article-session.ts';

/** The person's connection, out of those of the rooms that are open: as good as the worst of them. */
export function connectionOf(...rooms: readonly (ConnectionState | null)[]): Connection {
  const all = rooms.flatMap((room) => (room ? [oneConnection(room)] : []));
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

/** The first room that the server closed for good, with the reason. */
export function closedOf(
  ...rooms: readonly (ConnectionState | null)[]
): (ConnectionState & { kind: 'closed' }) | null {
  return rooms.find((state) => state?.kind === 'closed') ?? null;
}
