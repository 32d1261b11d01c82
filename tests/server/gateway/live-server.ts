import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schema } from '@assay/shared/article';
import { type ArticleId, newId, type Person, type PersonId, type Role, sha256Hex } from '@assay/shared/model';
import { ACCOUNT_TABLES, Accounts, Addresses, SqliteAccountStore } from '../../../server/src/auth/index.ts';
import { Gateway, type GatewayLimits } from '../../../server/src/gateway/index.ts';
import { type RoomLimits, Rooms } from '../../../server/src/room/index.ts';
import {
  type Database,
  LOG_SCHEMA,
  openDatabase,
  sqliteLog,
  type UpdateLog,
} from '../../../server/src/storage/index.ts';

/** Somebody with a role, and the token that proves it. */
export interface Somebody {
  readonly person: Person;
  readonly role: Role;
  readonly token: string;
}

export interface LiveOptions {
  readonly folder?: string;
  readonly port?: number;
  readonly rooms?: Partial<RoomLimits>;
  readonly gateway?: Partial<GatewayLimits>;
  /** The rooms' clock, in milliseconds. */
  readonly clock?: () => number;
  /** Something between the rooms and the log, such as a disk that takes its time. */
  readonly between?: (log: UpdateLog) => UpdateLog;
}

/** The real log, accounts, rooms and gateway behind a real HTTP server on a free port, in this process. */
export class LiveServer {
  readonly folder: string;
  readonly database: Database;
  readonly log: UpdateLog;
  readonly accounts: Accounts;
  readonly rooms: Rooms;
  readonly gateway: Gateway;
  readonly http: Server;
  readonly problems: unknown[] = [];

  private constructor(folder: string, database: Database, log: UpdateLog, options: LiveOptions) {
    this.folder = folder;
    this.database = database;
    this.log = log;
    const store = new SqliteAccountStore(database);
    this.accounts = new Accounts(store);
    const report = (problem: unknown) => this.problems.push(problem);
    const personOf = async (id: PersonId) => (await store.account(id))!.person;
    const { rooms: limits, clock } = options;
    this.rooms = new Rooms({ log, personOf, report, ...(limits && { limits }), ...(clock && { clock }) });
    this.gateway = new Gateway({
      rooms: this.rooms,
      accounts: this.accounts,
      addresses: () => new Addresses({ host: '127.0.0.1', port: this.port }),
      report,
      ...(options.gateway && { limits: options.gateway }),
    });
    this.accounts.onRightsChanged((change) => this.gateway.rightsChanged(change));
    this.http = createServer();
    this.http.on('upgrade', (request, socket, head) => {
      void this.gateway.handleUpgrade(request, socket, head);
    });
  }

  static async start(options: LiveOptions = {}): Promise<LiveServer> {
    const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'assay-live-'));
    const database = await openDatabase(join(folder, 'assay.db'), [LOG_SCHEMA, ACCOUNT_TABLES]);
    const between = options.between ?? ((log) => log);
    const live = new LiveServer(folder, database, between(await sqliteLog(database)), options);
    await new Promise<void>((resolve) => live.http.listen(options.port ?? 0, '127.0.0.1', resolve));
    return live;
  }

  get port(): number {
    return (this.http.address() as AddressInfo).port;
  }

  /** To which a stock provider adds the name of the document. */
  socketUrl(article: ArticleId): string {
    return `ws://127.0.0.1:${this.port}/sync/${article}`;
  }

  async somebody(name: string, role: Role): Promise<Somebody> {
    const token = await this.accounts.addProgram(name, role);
    const identity = await this.accounts.authenticate({ authorization: `Bearer ${token}` });
    return { person: identity!.person, role, token };
  }

  /** An article of one paragraph a line. */
  async article(creator: Somebody, text: string): Promise<ArticleId> {
    const id = newId<ArticleId>();
    const original = new TextEncoder().encode(text);
    const blocks = text
      .split('\n')
      .map((line) => schema.nodes.paragraph.create(null, line ? schema.text(line) : null));
    const created = await this.rooms.create(
      {
        article: {
          id,
          title: 'An article',
          original: { format: 'text', sha256: sha256Hex(original), bytes: original.length },
        },
        content: schema.nodes.doc.create(null, blocks),
        original,
      },
      { person: creator.person.id, role: creator.role },
    );
    if (!created.ok) throw new Error(created.refusal.message);
    return id;
  }

  /** Ends it in good order and keeps its data. */
  async stop(): Promise<void> {
    await this.gateway.close();
    await this.rooms.close();
    await new Promise((resolve) => this.http.close(resolve));
    await this.database.close();
  }

  /** The same data and port, as after a restart. */
  async restart(options: LiveOptions = {}): Promise<LiveServer> {
    const { port, folder } = this;
    await this.stop();
    return LiveServer.start({ ...options, port, folder });
  }

  async destroy(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}
