import type {
  AnnotationId,
  ArticleId,
  CommandId,
  EventId,
  FrozenMarks,
  Group,
  GroupId,
  Guide,
  PersonId,
  Role,
  Target,
} from '@assay/shared/model';
import {
  CHAIN_START,
  type Command,
  type DecideContext,
  type Decided,
  decide,
  decideCreate,
  EMPTY_REVIEW,
  ENTRY_ROOTS,
  type EventBody,
  fold,
  type Place,
  type RecordedEvent,
  type ReviewState,
  refuse,
  sealEvent,
} from '@assay/shared/review';

type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'id'> : never) : never;

/** What readers are shown of a state in which nothing is secret, with its maps as plain ones, to be compared with what was read elsewhere. */
export function inPlainMaps(state: ReviewState): ReviewState {
  const { article, guide, workflow } = state;
  const maps = Object.fromEntries(ENTRY_ROOTS.map((root) => [root, new Map<string, unknown>(state[root])]));
  return { ...EMPTY_REVIEW, article, guide, workflow, ...maps };
}

/** A target that tests can tell apart by its words; `bad` points at nothing. */
export function targetOf(words: string): Target {
  return { ranges: [{ start: btoa(words), end: 'AA==', quote: { exact: words, prefix: '', suffix: '' } }] };
}

/** Place notation of these tests: `place('words')` is found and has these words. */
export function place(words: string): Place['ranges'] {
  return [{ start: btoa(words), end: 'AA==' }];
}

function locate({ ranges }: Place): ReturnType<DecideContext['locate']> {
  const [first] = ranges;
  if (!first || typeof first.start === 'number') return refuse('stale-text', 'The text has changed.');
  return { ok: true, target: targetOf(atob(first.start)) };
}

/** Test marks stand nowhere; who made them and what they say is frozen all the same. */
function freeze({ annotations }: ReviewState): FrozenMarks {
  const marks = [...annotations.values()].map(({ id, creator, label, attributes }) => ({
    id,
    creator,
    label,
    attributes,
    ranges: [],
  }));
  return { text: { sha256: '0'.repeat(64), length: 0, paragraphs: [] }, reviewers: [], marks };
}

/** One article's ledger with the people `owner`, `moderator`, `editor`, `reviewer`, `commenter`, `viewer` and more. */
export class Ledger {
  state: ReviewState = EMPTY_REVIEW;
  readonly log: RecordedEvent[] = [];
  /** The guides that the team has. */
  guides: readonly Guide[] = [];
  private minute = 0;
  private commands = 0;

  static started(): Ledger {
    const ledger = new Ledger();
    ledger.record(
      decideCreate(EMPTY_REVIEW, ledger.newArticle('A title'), ledger.context('owner')),
      'owner',
      'cmd-create',
    );
    return ledger;
  }

  newArticle(title: string) {
    return {
      id: 'article-1' as ArticleId,
      title,
      original: { format: 'text', sha256: 'f'.repeat(64), bytes: 10 } as const,
    };
  }

  context(who: string): DecideContext {
    return {
      actor: { person: who as PersonId, role: roleOf(who) },
      now: this.now(),
      locate,
      guideOf: this.#guideOf,
      freeze: () => freeze(this.state),
      chain: this.log.at(-1) ?? CHAIN_START,
    };
  }

  #guideOf = (id: string, version: number) =>
    this.guides.find((guide) => guide.id === id && guide.version === version) ?? null;

  now(): string {
    return new Date(Date.UTC(2026, 1, 3, 4, this.minute)).toISOString();
  }

  /** Sends a command; what it makes happen is in `state` and `log` afterwards. */
  send(who: string, wish: Wish): Decided {
    this.minute += 1;
    this.commands += 1;
    const command = { id: `command-${this.commands}` as CommandId, ...wish } as Command;
    const decision = decide(this.state, command, this.context(who));
    this.record(decision, who, command.id);
    return decision;
  }

  /** As `send`, in short: the types of the events, or the code of the refusal. */
  does(who: string, wish: Wish): string {
    const decision = this.send(who, wish);
    return decision.ok ? decision.events.map((event) => event.type).join(' ') : decision.refusal.code;
  }

  mark(who: string, id: string, words = id, label = 'claim'): string {
    const annotation = { id: id as AnnotationId, label, ranges: [...place(words)], attributes: {} };
    return this.does(who, { type: 'annotation.create', annotation });
  }

  comment(who: string, thread: string, id: string, body = id, subject?: object): string {
    const comment = { id, body };
    return this.does(who, { type: 'comment.add', comment, thread, ...(subject && { subject }) } as Wish);
  }

  /** Ends marking and groups these marks, as the server would. */
  settling(...groups: readonly Partial<Group>[]): this {
    this.append({ type: 'review.moved', to: 'settling', frozen: freeze(this.state) }, 'moderator');
    const put = groups.map((group, i) => groupOf({ id: `group-${i + 1}` as GroupId, ...group }));
    this.append({ type: 'groups.changed', put, remove: [] }, 'moderator');
    return this;
  }

  private record(decision: Decided, who: string, command: string): void {
    if (!decision.ok) return;
    for (const body of decision.events) this.append(body, who, command);
  }

  append(body: EventBody, who: string, command = 'server'): void {
    const id = `event-${this.log.length + 1}` as EventId;
    const event = { ...body, actor: who as PersonId, at: this.now(), id, command };
    const sealed = sealEvent(this.log.at(-1) ?? CHAIN_START, event);
    this.log.push(sealed);
    this.state = fold(this.state, [sealed]);
  }
}

/** A group of these marks, agreed unless it is said otherwise. */
export function groupOf(group: Partial<Group> & Pick<Group, 'id'>): Group {
  return {
    label: 'claim',
    marks: [],
    reviewers: [],
    missing: [],
    state: 'agreed',
    clash: [],
    disagreement: 0,
    start: 0,
    ...group,
  };
}

/** People are named by their role, with a number when there are several: `reviewer`, `reviewer2`. */
export function roleOf(who: string): Role {
  return who.replace(/\d+$/, '') as Role;
}

/** The thread's comments in order: `id:body`, a tombstone as `id†`. */
export function conversation(state: ReviewState, thread: string): string {
  return [...state.comments.values()]
    .filter((comment) => comment.thread === thread)
    .map((comment) => (comment.deleted ? `${comment.id}†` : `${comment.id}:${comment.body}`))
    .join(' ');
}
