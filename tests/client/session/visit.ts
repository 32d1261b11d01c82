import { describe as hold } from '@assay/shared/anchoring';
import type { ArticleId } from '@assay/shared/model';
import { articleText } from '@assay/shared/ydoc';
import { WebSocket as NodeSocket } from 'ws';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { ArticleEditor, ArticleEditorParts, HeldRange } from '../../../client/src/editor/index.ts';
import type { TabLocks } from '../../../client/src/review/index.ts';
import { type ArticleSession, openArticle, type Platform } from '../../../client/src/session/index.ts';
import { createStore, type Store } from '../../../client/src/store/index.ts';
import type { Somebody } from '../../server/gateway/live-server.ts';
import { until } from '../support/until.ts';

/** One tab of somebody's browser with the article open: the real session, with the text in hand instead of a screen. */
export interface Visit {
  readonly session: ArticleSession;
  readonly text: Y.Text;
  readonly awareness: Awareness;
  readonly mode: Store<'edit' | 'review'>;
  /** The marks the editor was told to draw. */
  drawn(): readonly { readonly id: string; readonly words: string; readonly pending: boolean }[];
  /** Types words at the end of the article. */
  type(words: string): void;
  /** Holds the first place where these words stand. */
  held(words: string): HeldRange[];
  words(): string;
}

export interface VisitOptions {
  readonly port: number;
  readonly article: ArticleId;
  readonly who: Somebody;
  readonly locks?: TabLocks;
  /** Counts document updates that leave this tab. */
  readonly onSend?: (frame: Uint8Array) => void;
}

/** What a tab on Node needs in place of a browser: sockets that prove who it is, and locks. */
export function nodePlatform({
  who,
  locks,
  onSend,
}: Pick<VisitOptions, 'who' | 'locks' | 'onSend'>): Platform {
  class Socket extends NodeSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { authorization: `Bearer ${who.token}` } });
    }
    override send(data: Uint8Array): void {
      onSend?.(data);
      super.send(data);
    }
  }
  return {
    WebSocket: Socket as unknown as typeof WebSocket, // the same interface, Node's types
    random: () => 0,
    ...(locks && { locks }),
  };
}

export function visit(options: VisitOptions): Visit {
  const { port, article, who } = options;
  let parts: ArticleEditorParts | null = null;
  const composing = createStore(false);
  const session = openArticle(
    { article, me: who.person, socketUrl: `ws://127.0.0.1:${port}` },
    {
      ...nodePlatform(options),
      createEditor: (_element, given) => {
        parts = given;
        return { composing, destroy: () => {} } as unknown as ArticleEditor; // nobody looks at a screen here
      },
    },
  );
  const all = createStore<ReadonlySet<string>>({ has: () => true } as unknown as ReadonlySet<string>);
  const mode = createStore<'edit' | 'review'>('edit');
  session.mount({} as HTMLElement, {
    mode,
    onActivate: () => {},
    onHover: () => {},
    onReviewKey: () => false,
    visible: all,
  });
  const { doc, awareness, marks } = parts as unknown as ArticleEditorParts; // set while mounting, which TypeScript does not follow
  const text = articleText(doc);
  const words = () => session.linearText();
  return {
    session,
    text,
    awareness,
    mode,
    words,
    type: (typed) => text.insert(text.length, typed),
    drawn: () =>
      marks.get().map(({ id, ranges, pending }) => ({
        id,
        pending,
        words: ranges.map(({ quote }) => quote?.exact ?? '').join(' … '),
      })),
    held(sought) {
      const start = words().indexOf(sought);
      const { ranges } = hold(text, [{ start, end: start + sought.length }]);
      return ranges.map(({ start: from, end }) => ({ start: from, end }));
    },
  };
}

/** Settles when the article's words in this tab are as asked for. */
export async function untilWords(visiting: Visit, passes: (words: string) => boolean): Promise<void> {
  const now = createStore(visiting.words());
  const read = () => now.set(visiting.words());
  visiting.text.doc!.on('update', read);
  await until(now, passes);
  visiting.text.doc!.off('update', read);
}

export const untilSaved = (visiting: Visit) => until(visiting.session.saving, ({ kind }) => kind === 'saved');

export const untilOnline = (visiting: Visit) =>
  until(visiting.session.connection, (connection) => connection === 'online');

export const untilOffline = (visiting: Visit) =>
  until(visiting.session.connection, (connection) => connection === 'offline');
