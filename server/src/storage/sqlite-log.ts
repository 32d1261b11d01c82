import { type ArticleId, type ArticleSummary, newId, type PersonId } from '@assay/shared/model';
import { appendStatements } from './append-statements.ts';
import { checksum, verify } from './checksum.ts';
import type { Database } from './database.ts';
import { CorruptRow, SequenceConflict } from './errors.ts';
import type { Append, LogEvent, LoggedDocument, LoggedUpdate, UpdateLog } from './update-log.ts';

/** The log in the tables of `LOG_SCHEMA`, with which the database must have been opened. */
export async function sqliteLog(database: Database): Promise<UpdateLog> {
  await database.run(`INSERT OR IGNORE INTO meta VALUES ('epoch', ?)`, [newId()]);
  const epoch = await database.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'epoch'`);
  return new SqliteLog(database, epoch!.value);
}

class SqliteLog implements UpdateLog {
  readonly epoch: string;
  readonly #database: Database;

  constructor(database: Database, epoch: string) {
    this.#database = database;
    this.epoch = epoch;
  }

  async append(append: Append): Promise<void> {
    await this.#database.transaction(appendStatements(append));
  }

  /**
   * A snapshot counts once the updates that it stands for are gone; until then nobody has vouched for it. The three
   * reads are asked for in one turn, so that they see one state of the file.
   */
  async read(doc: string): Promise<LoggedDocument> {
    const [head, snapshot, rows] = await Promise.all([
      this.#database.get<{ head: number }>('SELECT head FROM heads WHERE doc = ?', [doc]),
      this.#database.get<{ upto: number; state: Uint8Array; crc: number }>(
        `SELECT upto, state, crc FROM snapshots
          WHERE doc = ?1 AND upto < coalesce((SELECT min(seq) FROM log WHERE doc = ?1), upto + 1)
          ORDER BY upto DESC LIMIT 1`,
        [doc],
      ),
      this.#database.all<LoggedUpdate & { crc: number }>(
        'SELECT seq, at, bytes, crc FROM log WHERE doc = ? ORDER BY seq',
        [doc],
      ),
    ]);
    if (snapshot) verify(doc, snapshot.upto, snapshot.state, snapshot.crc);
    const upto = snapshot?.upto ?? 0;
    const updates = rows.map(({ seq, at, bytes, crc }) => {
      verify(doc, seq, bytes, crc);
      return { seq, at, bytes };
    });
    requireWhole(doc, upto, updates, head?.head ?? 0);
    return {
      snapshot: snapshot ? { upto, state: snapshot.state } : null,
      updates,
      head: head?.head ?? 0,
    };
  }

  async events(article: ArticleId, after = 0): Promise<readonly LogEvent[]> {
    const rows = await this.#database.all<LogEvent & { crc: number }>(
      `SELECT seq, id, command, position, type, actor, at, payload, previous, hash, crc
        FROM events WHERE article = ? AND seq > ? ORDER BY seq`,
      [article, after],
    );
    return rows.map(({ crc, ...event }) => {
      verify(article, event.seq, event.payload, crc);
      return event;
    });
  }

  async bindings(doc: string): Promise<ReadonlyMap<number, PersonId>> {
    const rows = await this.#database.all<{ client: number; person: PersonId }>(
      'SELECT client, person FROM client_ids WHERE doc = ?',
      [doc],
    );
    return new Map(rows.map(({ client, person }) => [client, person]));
  }

  async snapshot(doc: string, upto: number, state: Uint8Array): Promise<void> {
    await this.#database.run('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?, ?)', [
      doc,
      upto,
      state,
      checksum(doc, upto, state),
    ]);
  }

  async snapshotAt(doc: string, upto: number): Promise<Uint8Array | null> {
    const row = await this.#database.get<{ state: Uint8Array; crc: number }>(
      'SELECT state, crc FROM snapshots WHERE doc = ? AND upto = ?',
      [doc, upto],
    );
    if (!row) return null;
    verify(doc, upto, row.state, row.crc);
    return row.state;
  }

  async compact(doc: string, upto: number): Promise<void> {
    if ((await this.snapshotAt(doc, upto)) === null)
      throw new SequenceConflict(`There is no snapshot of ${doc} at ${upto}.`);
    await this.#database.transaction([
      { sql: 'DELETE FROM log WHERE doc = ? AND seq <= ?', params: [doc, upto] },
      { sql: 'DELETE FROM snapshots WHERE doc = ? AND upto < ?', params: [doc, upto] },
    ]);
  }

  async summaries(): Promise<readonly ArticleSummary[]> {
    const rows = await this.#database.all<{ summary: string }>(
      'SELECT summary FROM articles ORDER BY changed DESC, id',
    );
    return rows.map(({ summary }) => JSON.parse(summary) as ArticleSummary);
  }

  async summary(article: ArticleId): Promise<ArticleSummary | null> {
    const row = await this.#database.get<{ summary: string }>('SELECT summary FROM articles WHERE id = ?', [
      article,
    ]);
    return row ? (JSON.parse(row.summary) as ArticleSummary) : null;
  }

  async original(sha256: string): Promise<Uint8Array | null> {
    const row = await this.#database.get<{ bytes: Uint8Array }>(
      'SELECT bytes FROM originals WHERE sha256 = ?',
      [sha256],
    );
    return row?.bytes ?? null;
  }
}

/** Snapshot, updates and head must meet: a missing row is as wrong as an altered one. */
function requireWhole(doc: string, upto: number, updates: readonly LoggedUpdate[], head: number): void {
  const missing = updates.findIndex(({ seq }, i) => seq !== upto + 1 + i);
  if (missing >= 0) throw new CorruptRow(`Entry ${upto + 1 + missing} of ${doc} is missing.`);
  if (upto + updates.length !== head) throw new CorruptRow(`The end of ${doc} is missing.`);
}
