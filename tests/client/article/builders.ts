import { type ArticleId, DEFAULT_GUIDE, newId, type Role } from '@assay/shared/model';
import { may } from '@assay/shared/policy';
import type { ReviewState } from '@assay/shared/review';
import { createDesk, type Desk } from '../../../client/src/article/desk.ts';
import { createDrafts } from '../../../client/src/margin/drafts.ts';
import { createLastVisit } from '../../../client/src/margin/last-visit.ts';
import { createMargin } from '../../../client/src/margin/margin.ts';
import { NO_MARKING_HISTORY } from '../../../client/src/review/index.ts';
import type {
  ArticleSession,
  Connection,
  Presence,
  Saving,
  Wish,
} from '../../../client/src/session/article-session.ts';
import { createStore, derive, type Store } from '../../../client/src/store/index.ts';
import { ana } from '../margin/builders.ts';

/** A desk whose session stands still: it shows what it is given and keeps what is wished for. */
export interface QuietDesk {
  readonly desk: Desk;
  readonly wishes: readonly Wish[];
  readonly review: Store<ReturnType<ArticleSession['review']['get']>>;
  readonly mayEditText: Store<boolean>;
}

export function quietDesk(state: ReviewState, role: Role = 'editor'): QuietDesk {
  const wishes: Wish[] = [];
  const me = { id: ana, name: 'Ana', colour: '#2f6fb3' };
  const review = createStore({
    state,
    people: new Map([[ana, me]]),
    pending: new Set<string>(),
    ready: true,
  });
  const mayEditText = createStore(may({ person: ana, role }, 'text.edit'));
  const session: ArticleSession = {
    article: 'article-1' as ArticleId,
    me: createStore(me),
    review,
    guide: derive([review], (view) => view.state.guide ?? DEFAULT_GUIDE),
    connection: createStore<Connection>('online'),
    closed: createStore(null),
    saving: createStore<Saving>({ kind: 'saved' }),
    presence: createStore<readonly Presence[]>([]),
    notices: createStore([]),
    mayEditText,
    textReady: createStore(true),
    opened: Promise.resolve(),
    may: (action, subject) => may({ person: ana, role }, action, subject),
    rights: createStore(role),
    async send(wish) {
      wishes.push(wish);
      return { command: newId(), ok: true, events: [] };
    },
    markings: createStore(NO_MARKING_HISTORY),
    undoMarking: () => ({ kind: 'nothing' }),
    redoMarking: () => ({ kind: 'nothing' }),
    dismiss() {},
    mount() {
      throw new RangeError('this desk has no page to put an editor on');
    },
    linearText: () => '',
    discardUnsent: async () => {},
    async close() {},
  };
  const margin = createMargin({
    session,
    drafts: createDrafts(null, 'ana'),
    lastVisit: createLastVisit(null, 'ana'),
  });
  return { desk: createDesk(session, margin, null), wishes, review, mayEditText };
}
