import type { Command } from './commands.ts';
import type { DecideContext, Decided } from './context.ts';
import { decideBatch, decideDecision, decideDecisionReopen } from './decide-decision.ts';
import {
  decideEvidence,
  decideEvidenceRemoval,
  decideFinding,
  decideTask,
  decideTaskChange,
} from './decide-finding.ts';
import { decideJoin, decidePark, decidePull, decideRank, decideSplit } from './decide-group.ts';
import {
  decideEnd,
  decideJoinSession,
  decideLead,
  decideLeaveSession,
  decideMoveSession,
  decideStart,
  decideTimer,
} from './decide-session.ts';
import { decideVote, decideVoteReveal } from './decide-vote.ts';
import {
  decideDone,
  decideMove,
  decidePlan,
  decideReopen,
  decideReveal,
  decideSignOff,
} from './decide-workflow.ts';
import type { ProcessCommand } from './phases.ts';
import type { ReviewState } from './state.ts';

/** The commands of the way from marking to sign-off, as `decide`. */
export function decideProcess(
  state: ReviewState,
  command: Extract<Command, { type: ProcessCommand }>,
  context: DecideContext,
): Decided {
  switch (command.type) {
    case 'review.plan':
      return decidePlan(state, command, context);
    case 'review.say-done':
      return decideDone(state, command, context);
    case 'review.reveal':
      return decideReveal(state, context);
    case 'review.move':
      return decideMove(state, command, context);
    case 'review.sign-off':
      return decideSignOff(state, context);
    case 'review.reopen':
      return decideReopen(state, context);
    case 'group.join':
      return decideJoin(state, command, context);
    case 'group.split':
      return decideSplit(state, command, context);
    case 'item.rank':
      return decideRank(state, command, context);
    case 'item.pull':
      return decidePull(state, command, context);
    case 'item.park':
      return decidePark(state, command, context);
    case 'vote.cast':
      return decideVote(state, command, context);
    case 'vote.reveal':
      return decideVoteReveal(state, command, context);
    case 'decision.make':
      return decideDecision(state, command, context);
    case 'decision.make-batch':
      return decideBatch(state, command, context);
    case 'decision.reopen':
      return decideDecisionReopen(state, command, context);
    case 'finding.set':
      return decideFinding(state, command, context);
    case 'evidence.add':
      return decideEvidence(state, command, context);
    case 'evidence.remove':
      return decideEvidenceRemoval(state, command, context);
    case 'task.add':
      return decideTask(state, command, context);
    case 'task.change':
      return decideTaskChange(state, command, context);
    case 'session.start':
      return decideStart(state, command, context);
    case 'session.join':
      return decideJoinSession(state, command, context);
    case 'session.leave':
      return decideLeaveSession(state, command, context);
    case 'session.move':
      return decideMoveSession(state, command, context);
    case 'session.lead':
      return decideLead(state, command, context);
    case 'session.time':
      return decideTimer(state, command, context);
    case 'session.end':
      return decideEnd(state, command, context);
  }
}
