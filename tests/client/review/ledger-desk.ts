import type { AnnotationId, ArticleId, CommandId, CommentId, Person, Role } from '@assay/shared/model';
import type { Reply } from '@assay/shared/protocol';
import {
  type Command,
  decide,
  decideCreate,
  EMPTY_REVIEW,
  type EventBody,
  entry,
  fold,
  type ReviewState,
  touched,
} from '@assay/shared/review';
import { articleText, writeReview } from '@assay/shared/ydoc';
import * as Y from 'yjs';
import { locateHere } from '../../../client/src/review/index.ts';

const NOW = '2026-02-03T04:05:06.789Z';
export const WORDS = 'Prices fell by a third, officials said on Monday.';

/** A text document with one paragraph. */
export function textDocument(words = WORDS): Y.Doc {
  const doc = new Y.Doc();
  const text = articleText(doc);
  text.insertEmbed(0, new Y.Map());
  text.insert(1, words);
  return doc;
}

export const linear = (doc: Y.Doc) => articleText(doc).toString();

/**
 * The ledger at its desk, without a network: decides what it is given and writes what it publishes into a document,
 * from which a test carries it to the page when it likes.
 */
export class LedgerDesk {
  readonly published = new Y.Doc();
  readonly text: Y.Doc;
  readonly done: Command[] = [];
  #state: ReviewState = EMPTY_REVIEW;
  #replies = new Map<string, Reply>();

  constructor(owner: Person, text = textDocument()) {
    this.text = text;
    const original = { format: 'text', sha256: '0'.repeat(64), bytes: 1 } as const;
    const made = decideCreate(
      this.#state,
      { id: 'article-1' as ArticleId, title: 'Prices', original },
      { actor: { person: owner.id, role: 'owner' }, now: NOW },
    );
    if (made.ok) this.#happen(made.events, owner);
  }

  get state(): ReviewState {
    return this.#state;
  }

  /** Does a command once, however often it comes. */
  take(command: Command, person: Person, role: Role): Reply {
    const known = this.#replies.get(command.id);
    if (known) return known;
    const decision = decide(this.#state, command, {
      actor: { person: person.id, role },
      now: NOW,
      locate: (place) => locateHere(articleText(this.text), () => linear(this.text), place),
    });
    if (decision.ok) {
      this.done.push(command);
      this.#happen(decision.events, person);
    }
    const reply: Reply = decision.ok
      ? { command: command.id, ok: true, events: [] }
      : { command: command.id, ok: false, refusal: decision.refusal };
    this.#replies.set(command.id, reply);
    return reply;
  }

  /** Carries what is published up to now to a page's document. */
  publishTo(doc: Y.Doc): void {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.published, Y.encodeStateVector(doc)));
  }

  #happen(bodies: readonly EventBody[], person: Person): void {
    const events = bodies.map((body) => ({ ...body, actor: person.id, at: NOW }));
    this.#state = fold(this.#state, events);
    const entries = events
      .flatMap((event) => touched(event, this.#state))
      .map((key) => ({ ...key, value: entry(this.#state, key) }));
    writeReview(this.published, [...entries, { root: 'people', id: person.id, value: person }]);
  }
}

/** Commands with short names: `mark('m1')` marks “Prices fell”. */
export const command = {
  mark: (
    name: string,
    ranges: Extract<Command, { type: 'annotation.create' }>['annotation']['ranges'],
  ): Command => ({
    id: `command-${name}` as CommandId,
    type: 'annotation.create',
    annotation: { id: annotationId(name), label: 'claim', ranges, attributes: {} },
  }),
  relabel: (name: string, label: string, id = `relabel-${name}-${label}`): Command => ({
    id: id as CommandId,
    type: 'annotation.relabel',
    annotation: annotationId(name),
    label,
  }),
  comment: (name: string, body: string): Command => ({
    id: `comment-on-${name}` as CommandId,
    type: 'comment.add',
    comment: { id: `comment-${name}` as CommentId, body },
    thread: annotationId(name) as never,
    subject: { on: 'annotation', annotation: annotationId(name) },
  }),
};

export const annotationId = (name: string) => `annotation-${name}` as AnnotationId;
