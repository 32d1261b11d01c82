import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';

/** A TCP proxy in front of a server that records every byte that goes back to its clients, connection by connection. */
export class RecordingProxy {
  readonly #connections: { asked: Buffer[]; answered: { at: number; bytes: Buffer }[] }[] = [];
  #chunks = 0;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #target: { hostname: string; port: number } | null = null;

  private constructor() {
    this.#server = createServer((client) => this.#connect(client));
  }

  static async listen(): Promise<RecordingProxy> {
    const proxy = new RecordingProxy();
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where connections made from now on lead. */
  leadTo(url: string): void {
    const { hostname, port } = new URL(url);
    this.#target = { hostname, port: Number(port) };
  }

  /** A point between what was recorded before and what comes after. */
  now(): number {
    return this.#chunks;
  }

  /**
   * All that reached whoever showed this credential, from a point up to now. Throws when a connection of theirs was used by somebody
   * with another of `all` too: its bytes could not be told apart.
   */
  reached(credential: string, all: readonly string[], since = 0): Buffer {
    const own = this.#connections.filter(({ asked }) => Buffer.concat(asked).includes(credential));
    for (const { asked } of own) {
      const others = all.filter((one) => one !== credential && Buffer.concat(asked).includes(one));
      if (others.length > 0) throw new Error('Two people share a connection.');
    }
    return Buffer.concat(
      own.flatMap(({ answered }) => answered.filter(({ at }) => at >= since).map(({ bytes }) => bytes)),
    );
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #connect(client: Socket): void {
    const connection = { asked: [] as Buffer[], answered: [] as { at: number; bytes: Buffer }[] };
    this.#connections.push(connection);
    const { hostname, port } = this.#target!;
    const server = dial(port, hostname);
    client.on('data', (bytes: Buffer) => connection.asked.push(bytes));
    server.on('data', (bytes: Buffer) => connection.answered.push({ at: this.#chunks++, bytes }));
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#open.add(from);
      from.on('data', (bytes: Buffer) => to.write(bytes));
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#open.delete(from);
        to.destroy();
      });
    }
  }
}
