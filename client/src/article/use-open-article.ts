import type { ArticleId, Person } from '@assay/shared/model';
import { useEffect, useState } from 'react';
import { listMembers } from '../api/index.ts';
import {
  createDrafts,
  createLastVisit,
  createMargin,
  createTeam,
  filterFromQuery,
  filterToQuery,
} from '../margin/index.ts';
import { type ArticleSession, openArticle } from '../session/index.ts';
import { createDesk, type Desk } from './desk.ts';
import { isInView } from './in-view.ts';
import { notePlace } from './moving.ts';

/** Opens an article for as long as the component is on the page. Null until it is open. */
export function useOpenArticle(article: ArticleId, me: Person): Desk | null {
  const [desk, setDesk] = useState<Desk | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same person told anew is no reason to open again
  useEffect(() => {
    const session = openArticle({ article, me, socketUrl: socketUrl() });
    const opened = deskFor(session, me);
    setDesk(opened.desk);
    return () => {
      opened.leave();
      setDesk(null);
      void session.close();
    };
  }, [article, me.id]);
  return desk;
}

/** The sockets are where the page is from. */
function socketUrl(): string {
  return location.origin.replace(/^http/, 'ws');
}

function deskFor(session: ArticleSession, me: Person): { desk: Desk; leave(): void } {
  const owner = `${me.id}:${session.article}`;
  const storage = localStorageOrNull();
  const lastVisit = createLastVisit(storage, owner);
  const margin = createMargin({
    session,
    lastVisit,
    storage,
    team: createTeam(async () => (await listMembers()).map(({ person }) => person)),
    drafts: createDrafts(storage, owner),
    filter: filterFromQuery(location.search),
    notePlace: () =>
      notePlace({
        focusInView: () => isInView(margin.focusedBox()),
        text: () => margin.editor.get()?.view.dom ?? null,
      }),
  });
  const stopAddress = margin.filter.subscribe(() => {
    const query = filterToQuery(margin.filter.get(), location.search);
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
  });
  const remember = () =>
    lastVisit.leave(margin.entries.get(), session.review.get().state.workflow.revealed?.at);
  addEventListener('pagehide', remember);
  return {
    desk: createDesk(session, margin, storage),
    leave() {
      remember();
      stopAddress();
      removeEventListener('pagehide', remember);
    },
  };
}

/** Reading the property alone throws where storage is forbidden. */
function localStorageOrNull(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
