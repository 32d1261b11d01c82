/**
 * A server to be killed: `node kill-target.js FOLDER PORT`. On its first start it makes the people and the article. It
 * prints one line of JSON when it is ready. Compaction comes often, so that kills fall into it too.
 */
import type { ArticleId, Role } from '@assay/shared/model';
import { LiveServer, type Somebody } from '../server/gateway/live-server.ts';

export interface Ready {
  readonly port: number;
  /** Of the first start alone. */
  readonly made?: { readonly article: ArticleId; readonly people: readonly Somebody[] };
}

const ROLES: readonly Role[] = ['owner', 'editor', 'editor', 'reviewer'];

const [folder, port] = process.argv.slice(2);
const live = await LiveServer.start({ folder: folder!, port: Number(port), rooms: { tail: 60, idle: 20 } });
const made = Number(port) === 0 ? await make() : undefined;
const ready: Ready = { port: live.port, ...(made && { made }) };
process.stdout.write(`${JSON.stringify(ready)}\n`);

async function make() {
  const people: Somebody[] = [];
  for (const [i, role] of ROLES.entries()) people.push(await live.somebody(`Person ${i}`, role));
  return { article: await live.article(people[0]!, 'One fine day it all began.'), people };
}
