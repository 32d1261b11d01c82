import type { CommandId, Person, PersonId, Role } from '@assay/shared/model';
import type { Reply } from '@assay/shared/protocol';
import {
  type Command,
  EMPTY_REVIEW,
  type Located,
  type Place,
  type ReviewState,
  withPrivate,
} from '@assay/shared/review';
import { observeReview, type PublishedReview, type ReviewObserver } from '@assay/shared/ydoc';
import type * as Y from 'yjs';
import { createStore, type Readable } from '../store/index.ts';
import type { Outbox } from './outbox.ts';
import { type LocalContext, type Overlaid, overlay, shown } from './overlay.ts';

/** The person at this page, with the role they are known to have. */
export interface Me {
  readonly person: Person;
  readonly role: Role;
}

/** The review as this person sees it. */
export interface OptimisticReview extends Overlaid {
  readonly people: ReadonlyMap<PersonId, Person>;
}

export interface ReviewStoreOptions {
  /** The review document. */
  readonly doc: Y.Doc;
  /** What of the review this person alone is shown; null until it is needed. */
  readonly ownDoc: Readable<Y.Doc | null>;
  readonly outbox: Outbox;
  readonly me: Readable<Me | null>;
  /** Finds a place in the text as it is here. */
  readonly locate: (place: Place) => Located;
  /** Whatever else can change what `locate` finds. */
  readonly located?: Readable<unknown>;
  /** Settles when everything that the server has published up to now has been read. */
  readonly readAgain: () => Promise<void>;
}

/** How long what a done command did may take to come here before it is asked for, in ms. */
const PATIENCE = 1_000;

/**
 * What the server has published, with the person's own commands on top from the moment they are given. A command leaves
 * when the published review shows what it did, so that nothing flickers in between.
 */
export class ReviewStore {
  readonly #view = createStore<OptimisticReview>({
    state: EMPTY_REVIEW,
    pending: new Set(),
    people: new Map(),
  });
  readonly view: Readable<OptimisticReview> = this.#view;
  readonly #options: ReviewStoreOptions;
  readonly #observer: ReviewObserver;
  #ownObserver: ReviewObserver | null = null;
  /** The published review with the person's own part of it, and what it was made of. */
  #merged: { readonly all: ReviewState; readonly own: ReviewState; readonly state: ReviewState } | null =
    null;
  readonly #stops: readonly (() => void)[];
  /** The published people that the shown ones were made of. */
  #shownPeople: ReadonlyMap<PersonId, Person> | null = null;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  /** A place is found once: it is held by identity from then on. */
  readonly #places = new WeakMap<Place['ranges'], Located>();

  constructor(options: ReviewStoreOptions) {
    this.#options = options;
    this.#observer = observeReview(options.doc, () => this.#published());
    const show = () => this.#show();
    this.#stops = [
      options.me.subscribe(show),
      options.ownDoc.subscribe(() => this.#observeOwn()),
      options.outbox.queue.subscribe(show),
      options.located?.subscribe(show) ?? (() => {}),
      options.outbox.onReplied((command, reply) => this.#replied(command, reply)),
    ];
    this.#observeOwn();
  }

  destroy(): void {
    this.#observer.destroy();
    this.#ownObserver?.destroy();
    for (const timer of this.#timers) clearTimeout(timer);
    for (const stop of this.#stops) stop();
  }

  #observeOwn(): void {
    const doc = this.#options.ownDoc.get();
    this.#ownObserver?.destroy();
    this.#ownObserver = doc && observeReview(doc, () => this.#published());
    this.#published();
  }

  /** What is published to this person. */
  get #publishedState(): ReviewState {
    const all = this.#observer.get().state;
    const own = this.#ownObserver?.get().state ?? EMPTY_REVIEW;
    if (this.#merged?.all !== all || this.#merged.own !== own)
      this.#merged = { all, own, state: withPrivate(all, own) };
    return this.#merged.state;
  }

  #published(): void {
    this.#forgetShown();
    this.#show();
  }

  #replied(command: Command, reply: Reply): void {
    if (!reply.ok || this.#forgetShown().has(command.id)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#settle(command);
    }, PATIENCE);
    this.#timers.add(timer);
  }

  /** What others have done since can hide what this command did; reading everything once more settles it. */
  #settle(command: Command): void {
    const { outbox, readAgain } = this.#options;
    if (!outbox.queue.get().some((queued) => queued.command === command)) return;
    void readAgain().then(() => outbox.forget(new Set([command.id])));
  }

  #forgetShown(): ReadonlySet<CommandId> {
    const { outbox } = this.#options;
    const context = this.#context();
    const found = context ? shown(this.#publishedState, outbox.queue.get(), context) : [];
    const ids = new Set(found.map(({ command }) => command.id));
    outbox.forget(ids);
    return ids;
  }

  #show(): void {
    const published = this.#observer.get();
    const context = this.#context();
    const queue = this.#options.outbox.queue.get();
    const overlaid =
      context && queue.length > 0
        ? overlay(this.#publishedState, queue, context)
        : { state: this.#publishedState, pending: new Set<string>() };
    this.#view.set({ ...overlaid, people: this.#people(published) });
  }

  #context(): LocalContext | null {
    const me = this.#options.me.get();
    return me && { actor: { person: me.person.id, role: me.role }, locate: (place) => this.#locate(place) };
  }

  #locate(place: Place): Located {
    const known = this.#places.get(place.ranges);
    if (known) return known;
    const located = this.#options.locate(place);
    if (located.ok) this.#places.set(place.ranges, located);
    return located;
  }

  /** Somebody whose first word here is still under way is not published yet. */
  #people({ people }: PublishedReview): ReadonlyMap<PersonId, Person> {
    const me = this.#options.me.get()?.person;
    if (!me || people.has(me.id)) return people;
    const shown = this.#view.get().people;
    const same = this.#shownPeople === people && shown.get(me.id) === me;
    this.#shownPeople = people;
    return same ? shown : new Map([...people, [me.id, me]]);
  }
}
