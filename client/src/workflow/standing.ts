import { isSealed, type Workflow } from '@assay/shared/model';
import { type OpenPoints, openPointWords } from './open-points.ts';
import { type Progress, progressWords } from './progress.ts';

/** Who asks where an article is. */
export interface Asker {
  /** May plan, reveal, move on, sign off and reopen. */
  readonly leads: boolean;
  readonly marks: boolean;
}

/** Where an article is in its review, what comes next, and who can do it: a sentence each. */
export interface Standing {
  readonly now: string;
  readonly next: string;
}

export function standingOf(workflow: Workflow, progress: Progress, open: OpenPoints, asker: Asker): Standing {
  switch (workflow.phase) {
    case 'marking':
      return isSealed(workflow)
        ? blindMarking(workflow, progress, asker)
        : openMarking(workflow, progress, asker);
    case 'discussing':
      return {
        now: 'All marks are in view. Compare and discuss them.',
        next: asker.leads ? 'Next, you open the settling.' : 'Next, a moderator opens the settling.',
      };
    case 'settling':
      return { now: settlingNow(open), next: settlingNext(open, asker) };
    case 'signed-off':
      return {
        now: 'The review is over and can only be read.',
        next: asker.leads ? 'You can reopen it.' : 'A moderator can reopen it.',
      };
  }
}

function openMarking({ deadline }: Workflow, progress: Progress, { leads, marks }: Asker): Standing {
  // As after an import: nobody has marked, and nothing is planned.
  if (leads && progress.people.length === 0 && deadline === null)
    return {
      now: 'Everybody marks together.',
      next: 'You can plan who marks, by when, and whether blind.',
    };
  const how = marks ? 'Everybody sees every mark.' : 'The reviewers mark together.';
  const said = progress.of === null && progress.done === 0 ? '' : ` ${progressWords(progress)}.`;
  return {
    now: how + said,
    next: leads ? 'Next, you go on to the discussion.' : 'Next, a moderator goes on to the discussion.',
  };
}

function blindMarking(workflow: Workflow, progress: Progress, { leads }: Asker): Standing {
  return {
    now: `Each marks alone. ${progressWords(progress)}.`,
    next: leads ? `Next, you reveal the marks${byItself(workflow, ', or they are')}.` : revealedBy(workflow),
  };
}

function revealedBy(workflow: Workflow): string {
  return `Next, a moderator reveals the marks${byItself(workflow, ', or they are')}.`;
}

/** By what the marks are revealed without anybody’s doing; empty when by nothing. */
function byItself({ revealAt }: Workflow, opening: string): string {
  const whens = [
    ...(revealAt.allDone ? ['when all are done'] : []),
    ...(revealAt.deadline ? ['at the deadline'] : []),
  ];
  return whens.length === 0 ? '' : `${opening} revealed by themselves ${whens.join(' or ')}`;
}

function settlingNow(open: OpenPoints): string {
  if (open.groups === 0) return 'There is nothing to settle: nobody has marked anything.';
  const lines = openPointWords(open);
  return lines.length === 0 ? 'Everything is settled.' : `Settle what is open: ${lines.join(', ')}.`;
}

function settlingNext(open: OpenPoints, { leads }: Asker): string {
  const when = open.unsettled > 0 ? ' when it is settled' : '';
  return leads ? `Next, you sign off${when}.` : `Next, a moderator signs off${when}.`;
}
