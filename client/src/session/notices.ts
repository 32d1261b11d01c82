import { newId } from '@assay/shared/model';
import { createStore, type Readable } from '../store/index.ts';
import type { Notice } from './article-session.ts';

/** What the person should be told of once. */
export class Notices {
  readonly #list = createStore<readonly Notice[]>([]);
  readonly list: Readable<readonly Notice[]> = this.#list;

  /** The same message is not told twice at a time. */
  tell(tone: Notice['tone'], message: string): void {
    if (this.#list.get().some((notice) => notice.message === message)) return;
    this.#list.update((notices) => [...notices, { id: newId(), tone, message }]);
  }

  dismiss(id: string): void {
    this.#list.update((notices) => notices.filter((notice) => notice.id !== id));
  }
}
