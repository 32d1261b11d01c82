import type { Migration } from '../storage/index.ts';

/** The versions of the team's label guides, each whole. Rows are added and never changed; moments are milliseconds. */
export const GUIDE_TABLES: Migration = {
  module: 'guides',
  steps: [
    `CREATE TABLE guide_versions (
       guide TEXT NOT NULL,
       version INTEGER NOT NULL CHECK (version >= 1),
       body TEXT NOT NULL,
       person TEXT,
       made INTEGER NOT NULL,
       PRIMARY KEY (guide, version)
     ) STRICT, WITHOUT ROWID;
     CREATE TABLE guide_for_new_articles (
       id INTEGER PRIMARY KEY CHECK (id = 1),
       guide TEXT NOT NULL
     ) STRICT;`,
  ],
};
