import { mkdir } from 'node:fs/promises';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import {
  ACCOUNT_TABLES,
  Accounts,
  Addresses,
  ensureOperatorToken,
  SqliteAccountStore,
} from './auth/index.ts';
import { type ServerConfig, VERSION } from './config.ts';
import { Gateway } from './gateway/index.ts';
import { GUIDE_TABLES, Guides, SqliteGuideStore } from './guides/index.ts';
import { createHttp } from './http/index.ts';
import { Importer } from './importing/index.ts';
import { Rooms } from './room/index.ts';
import { LOG_SCHEMA, lockFolder, openDatabase, type StorageError, sqliteLog } from './storage/index.ts';

const DATABASE_FILE = 'assay.db';
const OWNER_ONLY = 0o700;
/** How often ended sessions are cleared away. */
const TIDY_INTERVAL = 60 * 60 * 1000;

export interface RunningServer {
  /** Where people reach it. */
  readonly url: string;
  /** Where it listens, for programs on the same machine. */
  readonly listening: string;
  /** The one-time set-up link; null once somebody owns the team. */
  readonly setupUrl: string | null;
  /** Resolves with the reason if the store stops taking writes; then the program should end and start again. */
  readonly failed: Promise<StorageError>;
  /** Sends everybody away, to come again, and lets go of everything when the disk has it. */
  close(): Promise<void>;
}

/**
 * Starts a server on its data folder. Throws when the folder, the file or the port cannot be used, or
 * another server works on the folder.
 */
export async function startServer(
  config: ServerConfig,
  report: (error: unknown) => void = console.error,
): Promise<RunningServer> {
  await mkdir(config.data, { recursive: true, mode: OWNER_ONLY });
  const unlock = await lockFolder(config.data);
  const undo: (() => Promise<void>)[] = [async () => unlock()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await openDatabase(join(config.data, DATABASE_FILE), [
      LOG_SCHEMA,
      ACCOUNT_TABLES,
      GUIDE_TABLES,
    ]);
    undo.push(() => database.close());
    const log = await sqliteLog(database);
    const accounts = new Accounts(new SqliteAccountStore(database));
    const guides = await Guides.open(new SqliteGuideStore(database));
    const rooms = new Rooms({
      log,
      personOf: (id) => accounts.personOf(id),
      guideOf: (id, version) => guides.read({ id, version }),
      report,
    });
    undo.push(() => rooms.close());
    let addresses = addressesOf(config, config.port);
    const gateway = new Gateway({ accounts, rooms, addresses: () => addresses, report });
    accounts.onRightsChanged((change) => gateway.rightsChanged(change));
    const http = await createHttp({
      accounts,
      guides,
      rooms,
      importer: new Importer(),
      log,
      addresses: () => addresses,
      secure: addresses.secure,
      pages: config.pages,
      version: VERSION,
      report,
    });
    undo.push(() => http.close());
    undo.push(() => gateway.close());
    http.server.on('upgrade', (request, socket, head) => {
      if (gateway.handles(request)) void gateway.handleUpgrade(request, socket, head);
      else socket.destroy();
    });
    await ensureOperatorToken(accounts, config.data);
    const setup = await accounts.newSetupToken();
    await http.listen({ host: config.host, port: config.port });
    addresses = addressesOf(config, portOf(http.server));
    undo.push(tidyNowAndThen(accounts, report));
    const setupUrl = setup && `${addresses.url}/setup#${setup}`;
    const listening = addressesOf({ ...config, publicUrl: undefined }, portOf(http.server)).url;
    return { url: addresses.url, listening, setupUrl, failed: database.failed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function addressesOf({ host, publicUrl }: ServerConfig, port: number): Addresses {
  return new Addresses({ host, port, publicUrl });
}

function tidyNowAndThen(accounts: Accounts, report: (error: unknown) => void): () => Promise<void> {
  const tidy = () => accounts.tidy().catch(report);
  const timer = setInterval(tidy, TIDY_INTERVAL).unref();
  void tidy();
  return async () => clearInterval(timer);
}
