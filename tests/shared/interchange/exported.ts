import { describe as anchor } from '@assay/shared/anchoring';
import { decode, linearText, seed } from '@assay/shared/article';
import { type ArticleExport, gatherExport, importArticle } from '@assay/shared/interchange';
import type {
  Annotation,
  ArticleRecord,
  Attributes,
  Comment,
  Person,
  SourceFormat,
  TextRange,
  Thread,
  ThreadSubject,
} from '@assay/shared/model';
import { EMPTY_REVIEW } from '@assay/shared/review';
import { articleText } from '@assay/shared/ydoc';
import type { Node } from 'prosemirror-model';
import * as Y from 'yjs';

const START = Date.UTC(2026, 1, 3, 9, 30);

/** An article with a review being made up, thing by thing; each is made a minute after the one before. */
export class Desk {
  readonly doc = new Y.Doc();
  readonly ytext = articleText(this.doc);
  readonly annotations = new Map<string, Annotation>();
  readonly threads = new Map<string, Thread>();
  readonly comments = new Map<string, Comment>();
  readonly people = new Map<string, Person>();
  readonly article: ArticleRecord;
  private minutes = 0;

  constructor(document: Node, title = 'A title') {
    seed(this.ytext, document);
    const creator = this.person('Olivia Owner');
    this.article = {
      id: 'article-one' as ArticleRecord['id'],
      title,
      original: { format: 'text', sha256: 'ab'.repeat(32), bytes: 1234, fileName: 'source.txt' },
      creator,
      created: this.now(),
      locked: false,
    };
  }

  static of(content: string, format: SourceFormat = 'text', title?: string): Desk {
    const { doc, title: found } = importArticle({ content, format });
    return new Desk(doc, title ?? found);
  }

  get text(): string {
    return linearText(decode(this.ytext));
  }

  now(): string {
    this.minutes += 1;
    return new Date(START + this.minutes * 60_000).toISOString();
  }

  person(name: string): Person['id'] {
    const id = `person-${name.toLowerCase().replace(/[^a-z]+/g, '-')}` as Person['id'];
    if (!this.people.has(id)) this.people.set(id, { id, name, colour: '#2f6fb3' });
    return id;
  }

  program(name: string): void {
    const id = this.person(name);
    this.people.set(id, { ...this.people.get(id)!, program: true });
  }

  /** The first place of these words in the text. */
  find(words: string): TextRange {
    const start = this.text.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in the text.`);
    return { start, end: start + words.length };
  }

  /** Marks words, or ranges of the linear text. */
  mark(label: string, where: string | TextRange[], by = 'Ada Lovelace', attributes: Attributes = {}): string {
    const ranges = typeof where === 'string' ? [this.find(where)] : where;
    const id = `mark-${String(this.annotations.size + 1).padStart(4, '0')}`;
    const created = this.now();
    const target = anchor(this.ytext, ranges);
    const made = { creator: this.person(by), created, modified: created };
    this.annotations.set(id, { id, label, target, attributes, status: 'active', ...made } as Annotation);
    return id;
  }

  withdraw(id: string): void {
    this.annotations.set(id, { ...this.annotations.get(id)!, status: 'withdrawn' });
  }

  passage(words: string, by: string, body: string): string {
    const id = `thread-${String(this.threads.size + 1).padStart(4, '0')}`;
    this.comment(id, by, body, { on: 'passage', target: anchor(this.ytext, [this.find(words)]) });
    return id;
  }

  /** A comment on a thread, which is made when it is new: on the mark of that id, unless a subject is given. */
  comment(thread: string, by: string, body: string, subject?: ThreadSubject): string {
    const creator = this.person(by);
    const created = this.now();
    if (!this.threads.has(thread)) {
      const on = subject ?? { on: 'annotation', annotation: thread };
      this.threads.set(thread, { id: thread, subject: on, creator, created, status: 'open' } as Thread);
    }
    const id = `comment-${String(this.comments.size + 1).padStart(4, '0')}`;
    this.comments.set(id, { id, thread, creator, created, body, reactions: {} } as Comment);
    return id;
  }

  change(comment: string, change: Partial<Comment>): void {
    this.comments.set(comment, { ...this.comments.get(comment)!, ...change });
  }

  resolve(thread: string, by: string): void {
    const settled = { by: this.person(by), at: this.now() };
    this.threads.set(thread, { ...this.threads.get(thread)!, status: 'resolved', settled });
  }

  gather(more: { events?: object[] } = {}): ArticleExport {
    const { article } = this;
    const state = {
      ...EMPTY_REVIEW,
      article,
      annotations: byId(this.annotations),
      threads: byId(this.threads),
      comments: byId(this.comments),
    };
    return gatherExport({ review: { state, people: byId(this.people) }, text: this.ytext, ...more });
  }
}

/** The same entries in the same order, under ids of the right kind. */
function byId<E extends { readonly id: string }>(entries: Map<string, E>): Map<E['id'], E> {
  return new Map([...entries.values()].map((entry) => [entry.id, entry]));
}
