import { join } from 'node:path';

/** How a server is to run. */
export interface ServerConfig {
  /** The address to listen on, and the port; 0 for any free one. */
  readonly host: string;
  readonly port: number;
  /** The folder that everything is kept in; made if it is not there. */
  readonly data: string;
  /** Where people reach the server, when that is not the address it listens on, such as `https://assay.example.org`. */
  readonly publicUrl?: string | undefined;
  /** The folder of the built page; null for a server of programs alone. */
  readonly pages: string | null;
}

/** The version of this build; a test keeps it the package's. */
export const VERSION = '0.1.0';

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 8787;

/** The data folder when none is named: `ASSAY_DATA_DIR`, or `.assay` where one stands. */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, here = process.cwd()): string {
  return env.ASSAY_DATA_DIR || join(here, '.assay');
}
