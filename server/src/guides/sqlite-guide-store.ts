import type { Guide, GuideId, PersonId } from '@assay/shared/model';
import { type Database, SequenceConflict } from '../storage/index.ts';
import type { GuideStore, GuideVersion } from './guide-store.ts';

interface VersionRow {
  readonly body: string;
  readonly person: string | null;
  readonly made: number;
}

const NEWEST = `SELECT body, person, made FROM guide_versions AS one
  WHERE version = (SELECT MAX(version) FROM guide_versions WHERE guide = one.guide)
  ORDER BY (SELECT made FROM guide_versions WHERE guide = one.guide AND version = 1), guide`;

/** A version is added only right after the newest one, so that of two people who change a guide at once one is told. */
const APPEND = `INSERT INTO guide_versions (guide, version, body, person, made)
  SELECT ?1, ?2, ?3, ?4, ?5
  WHERE (SELECT COALESCE(MAX(version), 0) FROM guide_versions WHERE guide = ?1) = ?2 - 1`;

/** Guides in the one SQLite file. */
export class SqliteGuideStore implements GuideStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async newest(): Promise<readonly GuideVersion[]> {
    return (await this.#database.all<VersionRow>(NEWEST)).map(({ body, person, made }) => ({
      guide: JSON.parse(body) as Guide,
      person: person as PersonId | null,
      made,
    }));
  }

  async read(guide: GuideId, version?: number): Promise<Guide | null> {
    const row = await this.#database.get<{ body: string }>(
      `SELECT body FROM guide_versions WHERE guide = ? AND version = COALESCE(?,
         (SELECT MAX(version) FROM guide_versions WHERE guide = ?))`,
      [guide, version ?? null, guide],
    );
    return row ? (JSON.parse(row.body) as Guide) : null;
  }

  async append({ guide, person, made }: GuideVersion): Promise<boolean> {
    const params = [guide.id, guide.version, JSON.stringify(guide), person, made];
    try {
      await this.#database.transaction([{ sql: APPEND, params, mustChange: true }]);
      return true;
    } catch (error) {
      if (error instanceof SequenceConflict) return false;
      throw error;
    }
  }

  async forNewArticles(): Promise<GuideId | null> {
    const row = await this.#database.get<{ guide: string }>('SELECT guide FROM guide_for_new_articles');
    return (row?.guide as GuideId | undefined) ?? null;
  }

  async useForNewArticles(guide: GuideId): Promise<void> {
    await this.#database.run('INSERT OR REPLACE INTO guide_for_new_articles (id, guide) VALUES (1, ?)', [
      guide,
    ]);
  }
}
