import {
  changeGuideBy,
  DEFAULT_GUIDE,
  type Guide,
  type GuideChange,
  type GuideId,
  type GuideSummary,
  inUse,
  newId,
  type PersonId,
} from '@assay/shared/model';
import type { GuideStore } from './guide-store.ts';

/** Why a guide was not made or changed, in a sentence that says what to do. */
export interface GuideNotChanged {
  readonly ok: false;
  /** `moved-on`: somebody else has made a newer version. `bad-change`: a rule of guides would be broken. */
  readonly code: 'not-found' | 'moved-on' | 'bad-change';
  readonly message: string;
}

export type GuideMade = { readonly ok: true; readonly guide: Guide } | GuideNotChanged;

/** Which version of which guide; without a version the newest. */
export interface GuideReference {
  readonly id: GuideId;
  readonly version?: number | undefined;
}

const NO_GUIDE: GuideNotChanged = {
  ok: false,
  code: 'not-found',
  message: 'There is no such guide. Choose another one.',
};

/** The team's label guides. Nothing of them is ever lost: every change makes a version, and versions stay. */
export class Guides {
  readonly #store: GuideStore;
  readonly #clock: () => number;

  private constructor(store: GuideStore, clock: () => number) {
    this.#store = store;
    this.#clock = clock;
  }

  /** The guides of a store, which has the guide that a team begins with from now on if it has none. */
  static async open(store: GuideStore, clock: () => number = Date.now): Promise<Guides> {
    await store.append({ guide: DEFAULT_GUIDE, person: null, made: clock() });
    return new Guides(store, clock);
  }

  /** A line for each guide, in the order in which they were begun. */
  async list(): Promise<readonly GuideSummary[]> {
    const chosen = await this.#chosen();
    return (await this.#store.newest()).map(({ guide, person, made }) => ({
      id: guide.id,
      version: guide.version,
      name: guide.name,
      labels: inUse(guide.labels).map(({ id, name, key, letter, hue, line, question }) => ({
        ...{ id, name, key, letter, hue, line, question },
      })),
      forNewArticles: guide.id === chosen,
      changed: new Date(made).toISOString(),
      ...(person !== null && { changedBy: person }),
    }));
  }

  read({ id, version }: GuideReference): Promise<Guide | null> {
    return this.#store.read(id, version);
  }

  /** The version that an article made now goes by. */
  async forNewArticle(): Promise<Guide> {
    return (await this.#store.read(await this.#chosen())) ?? DEFAULT_GUIDE;
  }

  /** Begins a guide as a copy, of the guide that a team begins with where nothing else is named. */
  async begin(name: string, person: PersonId, from: GuideReference = DEFAULT_GUIDE): Promise<GuideMade> {
    const copied = await this.#store.read(from.id, from.version);
    if (!copied) return NO_GUIDE;
    const guide = { ...copied, id: newId<GuideId>(), version: 1, name };
    await this.#store.append({ guide, person, made: this.#clock() });
    return { ok: true, guide };
  }

  /** Makes the next version by changes of the version `version`, which must be the newest. All of them, or none. */
  async change(
    { id, version }: Required<GuideReference>,
    changes: readonly GuideChange[],
    person: PersonId,
  ): Promise<GuideMade> {
    const newest = await this.#store.read(id);
    if (!newest) return NO_GUIDE;
    if (newest.version !== version) return movedOn(newest.version);
    const changed = changeGuideBy(newest, changes);
    if (!changed.ok) return { ok: false, code: 'bad-change', message: changed.refusal.message };
    if (changed.guide === newest) return { ok: true, guide: newest };
    const kept = await this.#store.append({ guide: changed.guide, person, made: this.#clock() });
    return kept ? { ok: true, guide: changed.guide } : movedOn(changed.guide.version);
  }

  /** Makes a guide the one for new articles. False when there is no such guide. */
  async useForNewArticles(id: GuideId): Promise<boolean> {
    if (!(await this.#store.read(id))) return false;
    await this.#store.useForNewArticles(id);
    return true;
  }

  async #chosen(): Promise<GuideId> {
    return (await this.#store.forNewArticles()) ?? DEFAULT_GUIDE.id;
  }
}

function movedOn(version: number): GuideNotChanged {
  const message = `Somebody else has changed this guide: its newest version is now ${version}. Look at what is new, then save your changes on top of it.`;
  return { ok: false, code: 'moved-on', message };
}
