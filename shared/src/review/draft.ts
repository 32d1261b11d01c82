import type {
  AgendaItem,
  Annotation,
  ArticleRecord,
  Ballot,
  Comment,
  Decision,
  Evidence,
  Finding,
  FrozenMarks,
  Group,
  Guide,
  PersonId,
  Session,
  Task,
  Thread,
  Workflow,
} from '@assay/shared/model';
import { LayeredMap } from './layered-map.ts';
import type { ReviewState } from './state.ts';

/** A map that is copied when it is first written to. */
export class MapDraft<Entry extends { readonly id: string }> {
  private copy: LayeredMap<Entry['id'], Entry> | null = null;

  constructor(
    private readonly kind: string,
    private readonly before: ReadonlyMap<Entry['id'], Entry>,
  ) {}

  get current(): ReadonlyMap<Entry['id'], Entry> {
    return this.copy ?? this.before;
  }

  add(entry: Entry): void {
    if (this.current.has(entry.id)) throw new RangeError(`The ${this.kind} ${entry.id} is there twice.`);
    this.writable().set(entry.id, entry);
  }

  change(id: Entry['id'], next: (entry: Entry) => Entry): void {
    const entry = this.current.get(id);
    if (!entry) throw new RangeError(`There is no ${this.kind} ${id}.`);
    this.writable().set(id, next(entry));
  }

  /** Makes the entry, or what it was into another one. */
  put(entry: Entry): void {
    this.writable().set(entry.id, entry);
  }

  remove(id: Entry['id']): void {
    if (!this.writable().delete(id)) throw new RangeError(`There is no ${this.kind} ${id}.`);
  }

  private writable(): LayeredMap<Entry['id'], Entry> {
    this.copy ??= LayeredMap.copyOf(this.before);
    return this.copy;
  }
}

/** A review state being written, for as long as one `fold` takes. */
export class Draft {
  readonly annotations: MapDraft<Annotation>;
  readonly threads: MapDraft<Thread>;
  readonly comments: MapDraft<Comment>;
  readonly groups: MapDraft<Group>;
  readonly items: MapDraft<AgendaItem>;
  readonly ballots: MapDraft<Ballot>;
  readonly decisions: MapDraft<Decision>;
  readonly findings: MapDraft<Finding>;
  readonly evidence: MapDraft<Evidence>;
  readonly tasks: MapDraft<Task>;
  readonly sessions: MapDraft<Session>;
  guide: Guide | null;
  workflow: Workflow;
  progress: ReviewState['progress'];
  frozen: FrozenMarks | null;
  corrections: ReviewState['corrections'];
  private article: ArticleRecord | null;

  constructor(state: ReviewState) {
    this.article = state.article;
    this.guide = state.guide;
    this.workflow = state.workflow;
    this.progress = state.progress;
    this.frozen = state.frozen;
    this.corrections = state.corrections;
    this.annotations = new MapDraft('annotation', state.annotations);
    this.threads = new MapDraft('thread', state.threads);
    this.comments = new MapDraft('comment', state.comments);
    this.groups = new MapDraft('group', state.groups);
    this.items = new MapDraft('agenda item', state.items);
    this.ballots = new MapDraft('ballot', state.ballots);
    this.decisions = new MapDraft('decision', state.decisions);
    this.findings = new MapDraft('finding', state.findings);
    this.evidence = new MapDraft('evidence', state.evidence);
    this.tasks = new MapDraft('task', state.tasks);
    this.sessions = new MapDraft('session', state.sessions);
  }

  createArticle(article: ArticleRecord): void {
    if (this.article) throw new RangeError(`The article ${this.article.id} is there twice.`);
    this.article = article;
  }

  changeArticle(change: Partial<ArticleRecord>): void {
    if (!this.article) throw new RangeError('There is no article.');
    this.article = { ...this.article, ...change };
  }

  changeWorkflow(change: Partial<Workflow>): void {
    this.workflow = { ...this.workflow, ...change };
  }

  /** Counts a mark that somebody has, or has no longer. */
  countMark(person: PersonId, by: 1 | -1): void {
    this.progress = { ...this.progress, [person]: (this.progress[person] ?? 0) + by };
  }

  finish(): ReviewState {
    return {
      article: this.article,
      guide: this.guide,
      workflow: this.workflow,
      progress: this.progress,
      frozen: this.frozen,
      corrections: this.corrections,
      annotations: this.annotations.current,
      threads: this.threads.current,
      comments: this.comments.current,
      groups: this.groups.current,
      items: this.items.current,
      ballots: this.ballots.current,
      decisions: this.decisions.current,
      findings: this.findings.current,
      evidence: this.evidence.current,
      tasks: this.tasks.current,
      sessions: this.sessions.current,
    };
  }
}
