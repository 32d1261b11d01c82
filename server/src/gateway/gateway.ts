import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ArticleId, PersonId, Role } from '@assay/shared/model';
import { CloseCode, SCHEMA_VERSION, SUBPROTOCOL } from '@assay/shared/protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Accounts, Addresses } from '../auth/index.ts';
import type { Room, Rooms } from '../room/index.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { Hall } from './hall.ts';
import { MAX_BACKLOG, Outlet } from './outlet.ts';
import { addressHeaders, type Closed, mayBeTold, readWish, refuse, speaksAssay } from './upgrade.ts';

export interface GatewayOptions {
  readonly rooms: Rooms;
  readonly accounts: Pick<Accounts, 'authenticate' | 'stillCounts' | 'roleIn'>;
  /** The names under which the server answers, once it listens. */
  readonly addresses: () => Pick<Addresses, 'hostAllowed' | 'originAllowed'>;
  readonly limits?: Partial<GatewayLimits>;
  /** Told of what went wrong behind a connection that was refused. */
  readonly report?: (error: unknown) => void;
}

export interface GatewayLimits {
  /** Bytes of one message: more than an update may have, so that one that is too large can be told so. */
  readonly message: number;
  /** Bytes that may wait for one reader. */
  readonly backlog: number;
  /** Milliseconds between pings; a socket that has not answered the one before is dropped. */
  readonly ping: number;
  /** Milliseconds after which a connection's rights are looked at again, though nobody said that they changed. */
  readonly recheck: number;
}

const LIMITS: GatewayLimits = { message: 8 << 20, backlog: MAX_BACKLOG, ping: 15_000, recheck: 60_000 };

/** A door that is opened. */
type Welcome = Omit<ConnectionOptions, 'hall' | 'outlet'> & {
  readonly room: Room;
  readonly leave: () => void;
};

/** Lets sockets in to the articles, and out again when a right, a session or the server ends. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #limits: GatewayLimits;
  readonly #server: WebSocketServer;
  readonly #halls = new Map<Room, Hall>();
  readonly #connections = new Map<Connection, WebSocket>();
  readonly #silent = new WeakSet<WebSocket>();
  readonly #timers: readonly NodeJS.Timeout[];
  /** Counts changes of rights, so that one that comes during a handshake is not missed. */
  #changes = 0;
  #closing = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
    this.#server = new WebSocketServer({
      noServer: true,
      maxPayload: this.#limits.message,
      perMessageDeflate: false,
      handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    });
    this.#timers = [
      setInterval(() => this.#ping(), this.#limits.ping).unref(),
      setInterval(() => this.#recheck(() => true), this.#limits.recheck).unref(),
    ];
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** Whether an upgrade request is for this gateway. */
  handles(request: IncomingMessage): boolean {
    return (request.url ?? '').startsWith('/sync/');
  }

  /** Takes an upgrade request from the HTTP server. */
  async handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const ignore = () => socket.destroy();
    socket.on('error', ignore);
    const changes = this.#changes;
    const door = await this.#door(request).catch((error: unknown): Closed => {
      this.#options.report?.(error);
      return { status: 503, code: CloseCode.unavailable, reason: 'The article cannot be opened now.' };
    });
    if (socket.destroyed || this.#closing) {
      if ('leave' in door) door.leave();
      socket.destroy();
      return;
    }
    if ('status' in door && (door.code === undefined || !mayBeTold(request.headers, door.code))) {
      refuse(socket, door);
      return;
    }
    // Also when the handshake comes to nothing.
    if ('leave' in door) socket.once('close', door.leave);
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      socket.off('error', ignore);
      if ('status' in door) ws.close(door.code, door.reason);
      else this.#welcome(door, ws, socket, this.#changes !== changes);
    });
  }

  /** Somebody's rights, or with `session` one session of theirs, may have changed or ended. */
  rightsChanged(change: { readonly person: PersonId; readonly session?: string }): void {
    this.#changes++;
    this.#recheck(
      ({ person, identity }) => person.id === change.person || identity.credential === change.session,
    );
  }

  /** Sends everybody away, to come again, and waits until they are gone. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const timer of this.#timers) clearInterval(timer);
    const gone = [...this.#connections].map(([connection, ws]) => {
      const closed = new Promise((resolve) => ws.once('close', resolve));
      connection.close(CloseCode.goingAway, 'The server is restarting.');
      const patience = setTimeout(() => ws.terminate(), 1_000);
      return closed.then(() => clearTimeout(patience));
    });
    await Promise.all(gone);
    this.#server.close();
  }

  async #door(request: IncomingMessage): Promise<Closed | Welcome> {
    const addresses = this.#options.addresses();
    const { headers } = request;
    if (!addresses.hostAllowed(headers.host) || !addresses.originAllowed(addressHeaders(headers)))
      return { status: 403, reason: 'Not from here.' };
    const wish = readWish(request.url ?? '');
    if (!wish) return { status: 404, reason: 'There is nothing here.' };
    const identity = await this.#options.accounts.authenticate(headers);
    if (!identity) return { status: 401, code: CloseCode.signedOut, reason: 'Please sign in.' };
    const role = await this.#options.accounts.roleIn(identity.person.id, wish.article);
    if (!role) return { status: 403, code: CloseCode.forbidden, reason: 'You have no role in this article.' };
    if (wish.schema !== null && wish.schema < SCHEMA_VERSION)
      return { status: 426, code: CloseCode.outdated, reason: 'This page is outdated. Please reload.' };
    const entered = await this.#options.rooms.enter(wish.article);
    if (!entered) return { status: 404, code: CloseCode.notFound, reason: 'This article is not here.' };
    return {
      ...entered,
      identity,
      role,
      document: wish.document,
      epoch: this.#options.rooms.epoch,
      speaksAssay: speaksAssay(headers),
      command: (input, as) => this.#command(wish.article, input, identity.person.id, as),
    };
  }

  async #command(article: ArticleId, input: unknown, person: PersonId, role: Role) {
    const reply = await this.#options.rooms.use(article, (room) => room.command(input, { person, role }));
    if (!reply) throw new RangeError('The article is gone.');
    return reply;
  }

  #welcome({ room, leave: _, ...rest }: Welcome, ws: WebSocket, socket: Duplex, recheck: boolean): void {
    const hall = this.#halls.get(room) ?? new Hall(room);
    this.#halls.set(room, hall);
    const outlet = new Outlet(ws, socket, this.#limits.backlog);
    const connection = new Connection({ ...rest, hall, outlet });
    hall.add(connection);
    this.#connections.set(connection, ws);
    ws.on('message', (data, isBinary) => {
      this.#silent.delete(ws);
      if (isBinary) connection.receive(data as Buffer);
      else connection.close(CloseCode.malformed, 'Messages are binary.');
    });
    ws.on('pong', () => this.#silent.delete(ws));
    // A broken frame or a message beyond the limit: ws closes the socket with the fitting code itself.
    ws.on('error', () => {});
    ws.on('close', () => this.#leave(connection));
    if (room.failure) connection.close(CloseCode.unavailable, 'The article is opened afresh.');
    else connection.open();
    if (recheck) void this.#recheckOne(connection);
  }

  #leave(connection: Connection): void {
    const { hall } = connection;
    this.#connections.delete(connection);
    hall.remove(connection);
    if (!hall.empty) return;
    hall.close();
    this.#halls.delete(hall.room);
  }

  #recheck(concerns: (connection: Connection) => boolean): void {
    for (const connection of this.#connections.keys())
      if (concerns(connection)) void this.#recheckOne(connection);
  }

  async #recheckOne(connection: Connection): Promise<void> {
    const { accounts } = this.#options;
    try {
      const identity = await accounts.stillCounts(connection.identity);
      if (!identity) return connection.close(CloseCode.signedOut, 'Your session has ended. Please sign in.');
      const role = await accounts.roleIn(identity.person.id, connection.hall.room.article);
      if (role) connection.changeRole(role);
      else connection.close(CloseCode.forbidden, 'You no longer have a role in this article.');
    } catch (error) {
      // Rights that cannot be looked up are no rights.
      this.#options.report?.(error);
      connection.close(CloseCode.unavailable, 'Your rights cannot be looked up now. Please try again.');
    }
  }

  #ping(): void {
    for (const ws of this.#connections.values()) {
      if (this.#silent.has(ws)) ws.terminate();
      else {
        this.#silent.add(ws);
        ws.ping();
      }
    }
  }
}
