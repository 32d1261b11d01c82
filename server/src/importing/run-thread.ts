import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';

export interface ThreadLimits {
  /** Milliseconds until the thread is ended. */
  readonly time: number;
  readonly memory: ResourceLimits;
}

/** The thread was ended because it took too long. */
export class OutOfTime extends Error {
  override name = 'OutOfTime';
}

/** The thread was ended because it needed too much memory. */
export class OutOfMemory extends Error {
  override name = 'OutOfMemory';
}

/**
 * Runs a module of this folder in a thread of its own until it posts its one message, which is the result. The thread
 * is gone when the promise settles.
 */
export async function runThread<Result>(
  module: string,
  data: unknown,
  limits: ThreadLimits,
): Promise<Result> {
  const worker = start(module, data, limits.memory);
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result>((resolve, reject) => {
      timer = setTimeout(() => reject(new OutOfTime()), limits.time);
      worker.once('message', resolve);
      worker.once('error', (error) => reject(isMemoryError(error) ? new OutOfMemory() : error));
      worker.once('exit', () => reject(new Error('The thread ended without a result.')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isMemoryError(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** From the sources the thread registers the TypeScript loader itself; from the build it is plain JavaScript. */
function start(module: string, data: unknown, memory: ResourceLimits): Worker {
  const options = { workerData: data, resourceLimits: memory, execArgv: [], env: {} };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL(`./${module}.js`, import.meta.url), options);
  const tsx = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs');
  const [loader, entry] = [pathToFileURL(tsx).href, new URL(`./${module}.ts`, import.meta.url).href];
  const source = `import(${JSON.stringify(loader)}).then((tsx) => { tsx.register(); import(${JSON.stringify(entry)}) })`;
  return new Worker(source, { ...options, eval: true });
}
