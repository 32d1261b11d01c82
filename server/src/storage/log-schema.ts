import type { Migration } from './database.ts';

/** The tables of the log. A step is never edited once released; a change is a new step. */
export const LOG_SCHEMA: Migration = {
  module: 'log',
  steps: [
    `
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

    CREATE TABLE articles (
      id TEXT PRIMARY KEY,
      changed TEXT NOT NULL,
      summary TEXT NOT NULL,
      events INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE heads (doc TEXT PRIMARY KEY, head INTEGER NOT NULL) STRICT;

    CREATE TABLE log (
      doc TEXT NOT NULL REFERENCES heads (doc),
      seq INTEGER NOT NULL,
      person TEXT,
      at TEXT NOT NULL,
      bytes BLOB NOT NULL,
      crc INTEGER NOT NULL,
      PRIMARY KEY (doc, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE snapshots (
      doc TEXT NOT NULL REFERENCES heads (doc),
      upto INTEGER NOT NULL,
      state BLOB NOT NULL,
      crc INTEGER NOT NULL,
      PRIMARY KEY (doc, upto)
    ) STRICT;

    CREATE TABLE events (
      article TEXT NOT NULL REFERENCES articles (id),
      seq INTEGER NOT NULL,
      id TEXT NOT NULL UNIQUE,
      command TEXT NOT NULL,
      position INTEGER NOT NULL,
      type TEXT NOT NULL,
      actor TEXT NOT NULL,
      at TEXT NOT NULL,
      payload TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL,
      crc INTEGER NOT NULL,
      PRIMARY KEY (article, seq),
      UNIQUE (article, command, position)
    ) STRICT;

    CREATE TABLE client_ids (
      doc TEXT NOT NULL REFERENCES heads (doc),
      client INTEGER NOT NULL,
      person TEXT NOT NULL,
      PRIMARY KEY (doc, client)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE originals (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    `,
  ],
};
