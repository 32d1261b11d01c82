import type { Workflow } from '@assay/shared/model';
import type { CommandType } from './commands.ts';
import type { PROCESS_COMMANDS } from './process-commands.ts';
import { type Refused, refuse } from './refusals.ts';

export type ProcessCommand = (typeof PROCESS_COMMANDS)[number]['shape']['type']['value'];

/** What can be asked while people still mark: the rest of the way to sign-off needs groups, which come with its end. */
const WHILE_MARKING: ReadonlySet<CommandType> = new Set<ProcessCommand>([
  'review.plan',
  'review.say-done',
  'review.reveal',
  'review.move',
  'review.sign-off',
  'review.reopen',
]);

const isProcess = (type: CommandType) =>
  /^(review|group|item|vote|decision|finding|evidence|task|session)\./.test(type);

/** The refusal of a command that the article's phase does not have, or null. Roles are the policy's. */
export function outOfPhase({ phase }: Workflow, type: CommandType): Refused | null {
  if (phase === 'signed-off' && type !== 'review.reopen')
    return refuse(
      'wrong-phase',
      'This review is signed off and can only be read. A moderator can reopen it.',
    );
  if (phase === 'marking' && isProcess(type) && !WHILE_MARKING.has(type))
    return refuse(
      'wrong-phase',
      'Marking is not over yet. A moderator ends it, and the marks are grouped then.',
    );
  return null;
}
