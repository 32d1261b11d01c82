import type { ArticleId, ArticleSummary } from '@assay/shared/model';
import { checksum } from './checksum.ts';
import type { Statement } from './database.ts';
import type { Append, Binding, LogEvent, UpdateRun } from './update-log.ts';

/** The statements of one append, to be run as one transaction. */
export function appendStatements(append: Append): readonly Statement[] {
  return [
    ...(append.original ? [keepOriginal(append.original)] : []),
    ...(append.summary ? [keepSummary(append.summary)] : []),
    ...(append.runs ?? []).flatMap(appendRun),
    ...(append.bindings ?? []).map(bind),
    ...appendEvents(append.article, append.events ?? []),
  ];
}

function keepOriginal({ sha256, bytes }: NonNullable<Append['original']>): Statement {
  return { sql: 'INSERT OR IGNORE INTO originals VALUES (?, ?)', params: [sha256, bytes] };
}

function keepSummary(summary: ArticleSummary): Statement {
  return {
    sql: `INSERT INTO articles (id, changed, summary) VALUES (?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, summary = excluded.summary`,
    params: [summary.id, summary.changed, JSON.stringify(summary)],
  };
}

/** The head moves by compare-and-set: a writer who has not seen the last update changes no row and is refused. */
function appendRun({ doc, expectedHead, updates }: UpdateRun): Statement[] {
  if (updates.length === 0) return [];
  const move: Statement =
    expectedHead === 0
      ? { sql: 'INSERT OR IGNORE INTO heads VALUES (?, ?)', params: [doc, updates.length], mustChange: true }
      : {
          sql: 'UPDATE heads SET head = head + ? WHERE doc = ? AND head = ?',
          params: [updates.length, doc, expectedHead],
          mustChange: true,
        };
  const rows = updates.map(({ bytes, person, at }, i): Statement => {
    const seq = expectedHead + 1 + i;
    return {
      sql: 'INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)',
      params: [doc, seq, person, at, bytes, checksum(doc, seq, bytes)],
    };
  });
  return [move, ...rows];
}

/** A client id that is bound already stays bound: another person's changes no row and the append is refused. */
function bind({ doc, client, person }: Binding): Statement {
  return {
    sql: `INSERT INTO client_ids VALUES (?, ?, ?)
      ON CONFLICT (doc, client) DO UPDATE SET person = excluded.person WHERE person = excluded.person`,
    params: [doc, client, person],
    mustChange: true,
  };
}

function appendEvents(article: ArticleId, events: readonly LogEvent[]): Statement[] {
  if (events.length === 0) return [];
  const move: Statement = {
    sql: 'UPDATE articles SET events = events + ? WHERE id = ? AND events = ?',
    params: [events.length, article, events[0]!.seq - 1],
    mustChange: true,
  };
  const rows = events.map(
    (event): Statement => ({
      sql: 'INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      params: [
        article,
        event.seq,
        event.id,
        event.command,
        event.position,
        event.type,
        event.actor,
        event.at,
        event.payload,
        event.previous,
        event.hash,
        checksum(article, event.seq, event.payload),
      ],
    }),
  );
  return [move, ...rows];
}
