import type { Phase } from '@assay/shared/model';
import type { Action } from '@assay/shared/policy';

/** What a signed-off article still takes: to be read and given away, and to be reopened. */
const WHEN_SIGNED_OFF: ReadonlySet<Action> = new Set<Action>([
  'article.list',
  'article.read',
  'article.export',
  'article.create',
  'review.move',
  'member.list',
  'member.invite',
  'token.create',
]);

/** Whether an article in this phase takes such a deed from anybody at all. The server decides again. */
export function isPossibleIn(phase: Phase, action: Action): boolean {
  return phase !== 'signed-off' || WHEN_SIGNED_OFF.has(action);
}
