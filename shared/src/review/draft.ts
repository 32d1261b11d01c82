import type { Annotation, ArticleRecord, Comment, Guide, Thread } from '@assay/shared/model';
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
  guide: Guide | null;
  private article: ArticleRecord | null;

  constructor(state: ReviewState) {
    this.article = state.article;
    this.guide = state.guide;
    this.annotations = new MapDraft('annotation', state.annotations);
    this.threads = new MapDraft('thread', state.threads);
    this.comments = new MapDraft('comment', state.comments);
  }

  createArticle(article: ArticleRecord): void {
    if (this.article) throw new RangeError(`The article ${this.article.id} is there twice.`);
    this.article = article;
  }

  changeArticle(change: Partial<ArticleRecord>): void {
    if (!this.article) throw new RangeError('There is no article.');
    this.article = { ...this.article, ...change };
  }

  finish(): ReviewState {
    return {
      article: this.article,
      guide: this.guide,
      annotations: this.annotations.current,
      threads: this.threads.current,
      comments: this.comments.current,
    };
  }
}
