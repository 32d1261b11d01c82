import type { Migration } from '../storage/index.ts';

/** The tables of people and of what lets them in. Secrets stand here as hashes alone; moments are milliseconds. */
export const ACCOUNT_TABLES: Migration = {
  module: 'accounts',
  steps: [
    `CREATE TABLE team (
       id INTEGER PRIMARY KEY CHECK (id = 1),
       name TEXT NOT NULL,
       created INTEGER NOT NULL
     ) STRICT;
     CREATE TABLE persons (
       id TEXT PRIMARY KEY,
       number INTEGER NOT NULL UNIQUE,
       name TEXT NOT NULL,
       colour TEXT NOT NULL,
       kind TEXT NOT NULL CHECK (kind IN ('person', 'program', 'operator')),
       role TEXT CHECK (role IN ('owner', 'moderator', 'editor', 'reviewer', 'commenter', 'viewer')),
       joined INTEGER NOT NULL,
       seen INTEGER
     ) STRICT;
     CREATE TABLE article_roles (
       article TEXT NOT NULL,
       person TEXT NOT NULL REFERENCES persons (id),
       role TEXT NOT NULL CHECK (role IN ('owner', 'moderator', 'editor', 'reviewer', 'commenter', 'viewer')),
       PRIMARY KEY (article, person)
     ) STRICT;
     CREATE INDEX article_roles_by_person ON article_roles (person);
     CREATE TABLE sessions (
       hash TEXT PRIMARY KEY,
       person TEXT NOT NULL REFERENCES persons (id),
       created INTEGER NOT NULL,
       seen INTEGER NOT NULL,
       expires INTEGER NOT NULL
     ) STRICT;
     CREATE INDEX sessions_by_person ON sessions (person);
     CREATE TABLE invites (
       id TEXT PRIMARY KEY,
       hash TEXT NOT NULL UNIQUE,
       role TEXT NOT NULL CHECK (role IN ('moderator', 'editor', 'reviewer', 'commenter', 'viewer')),
       article TEXT,
       creator TEXT NOT NULL REFERENCES persons (id),
       created INTEGER NOT NULL,
       expires INTEGER NOT NULL,
       uses_left INTEGER CHECK (uses_left >= 0),
       revoked INTEGER NOT NULL DEFAULT 0
     ) STRICT;
     CREATE TABLE api_tokens (
       id TEXT PRIMARY KEY,
       hash TEXT NOT NULL UNIQUE,
       person TEXT NOT NULL REFERENCES persons (id),
       created INTEGER NOT NULL,
       used INTEGER,
       revoked INTEGER NOT NULL DEFAULT 0
     ) STRICT;
     CREATE INDEX api_tokens_by_person ON api_tokens (person);
     CREATE TABLE setup_token (
       id INTEGER PRIMARY KEY CHECK (id = 1),
       hash TEXT NOT NULL,
       expires INTEGER NOT NULL
     ) STRICT;`,
  ],
};
