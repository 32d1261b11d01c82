/** The thread that owns the file. The build emits it as `writer.js` beside the server's bundle. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Migration } from './database.ts';
import { openSqlite } from './driver.ts';
import { sendError } from './errors.ts';
import { type Batch, type BatchOutcome, Executor } from './executor.ts';
import { migrate } from './migrations.ts';

export interface WriterSettings {
  readonly file: string;
  readonly migrations: readonly Migration[];
}

export type WriterMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly error: ReturnType<typeof sendError> }
  | { readonly kind: 'done'; readonly outcome: BatchOutcome }
  | { readonly kind: 'closed' };

const port = parentPort;
if (!port) throw new RangeError('The writer runs as a worker thread.');
const send = (message: WriterMessage) => port.postMessage(message);

try {
  const { file, migrations } = workerData as WriterSettings;
  const handle = await openSqlite(file);
  migrate(handle, migrations);
  const executor = new Executor(handle);
  port.on('message', (batch: Batch | 'close') => {
    if (batch !== 'close') return send({ kind: 'done', outcome: executor.run(batch) });
    handle.close();
    send({ kind: 'closed' });
    return port.close();
  });
  send({ kind: 'ready' });
} catch (error) {
  send({ kind: 'unusable', error: sendError(error) });
  port.close();
}
