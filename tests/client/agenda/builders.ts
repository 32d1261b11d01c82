import type { PersonId, Role, Session, SessionId } from '@assay/shared/model';
import type { ReviewState } from '@assay/shared/review';
import { groupId } from '../../shared/review/agenda-builders.ts';
import { quietDesk } from '../article/builders.ts';
import { ana } from '../margin/builders.ts';

/** A session led by somebody, at an item, with these people in it. */
export function running(presenter: PersonId, at: string | null, here: readonly PersonId[]): Session {
  return {
    id: 'session-1' as SessionId,
    creator: presenter,
    created: '2026-01-05T09:00:00.000Z',
    presenter,
    current: at === null ? null : groupId(at),
    attendance: here.map((person) => ({ person, joined: '2026-01-05T09:00:00.000Z', votes: true })),
    timer: null,
  };
}

/** A quiet desk of Ana's at this review, whose session can be changed by `meet`. */
export function agendaAt(state: ReviewState, role: Role = 'moderator') {
  const { desk, wishes, review } = quietDesk(state, role);
  return {
    desk: desk.agenda,
    article: desk,
    wishes,
    me: ana,
    meet(session: Session) {
      review.update((view) => ({
        ...view,
        state: { ...view.state, sessions: new Map([[session.id, session]]) },
      }));
    },
    become(next: ReviewState) {
      review.update((view) => ({ ...view, state: next }));
    },
  };
}
