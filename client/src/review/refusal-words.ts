import type { Reply } from '@assay/shared/protocol';
import type { Command } from '@assay/shared/review';

/** What was to be done, as the beginning of a sentence. */
const DEED: Readonly<Record<Command['type'], string>> = {
  'article.rename': 'The new title was not kept.',
  'article.bind-guide': 'The guide was not changed.',
  'article.lock': 'The text was not locked.',
  'article.unlock': 'The text was not unlocked.',
  'annotation.create': 'Your mark was not kept.',
  'annotation.relabel': 'The label was not changed.',
  'annotation.change-attributes': 'The details were not changed.',
  'annotation.change-extent': 'The mark was not moved.',
  'annotation.withdraw': 'The mark was not withdrawn.',
  'annotation.restore': 'The mark was not restored.',
  'comment.add': 'Your comment was not kept.',
  'comment.edit': 'Your comment was not changed.',
  'comment.delete': 'The comment was not deleted.',
  'comment.react': 'Your reaction was not kept.',
  'thread.resolve': 'The discussion was not resolved.',
  'thread.reopen': 'The discussion was not reopened.',
  'review.plan': 'The plan of the review was not changed.',
  'review.say-done': 'What you said of being done was not kept.',
  'review.reveal': 'The marks were not revealed.',
  'review.move': 'The review was not moved on.',
  'review.sign-off': 'The review was not signed off.',
  'review.reopen': 'The review was not reopened.',
  'group.join': 'The groups were not joined.',
  'group.split': 'The group was not split.',
  'item.rank': 'The agenda was not changed.',
  'item.pull': 'The batch was not changed.',
  'item.park': 'The item was not parked, or taken up again.',
  'vote.cast': 'Your vote was not kept.',
  'vote.reveal': 'The votes were not revealed.',
  'decision.make': 'Your decision was not kept.',
  'decision.make-batch': 'The batch was not settled.',
  'decision.reopen': 'The decision was not reopened.',
  'finding.set': 'What you found out was not kept.',
  'evidence.add': 'The evidence was not kept.',
  'evidence.remove': 'The evidence was not removed.',
  'task.add': 'The task was not kept.',
  'task.change': 'The task was not changed.',
  'session.start': 'The session was not started.',
  'session.join': 'You did not join the session.',
  'session.leave': 'You did not leave the session.',
  'session.move': 'The others were not taken there.',
  'session.lead': 'The lead was not handed over.',
  'session.time': 'The timer was not changed.',
  'session.end': 'The session was not ended.',
};

/** As many letters of a refused comment as are given back, so that nobody has to write it again. */
const QUOTED = 2_000;

/** What a person is told of a refused command: what did not happen, why and what to do, and their own words back. */
export function refusalWords(command: Command, refusal: (Reply & { ok: false })['refusal']): string {
  const sentence = `${DEED[command.type]} ${refusal.message}`;
  const words = ownWords(command);
  return words === null ? sentence : `${sentence} Your words were: “${words}”`;
}

function ownWords(command: Command): string | null {
  if (command.type === 'comment.add') return command.comment.body.slice(0, QUOTED);
  if (command.type === 'comment.edit') return command.body.slice(0, QUOTED);
  return null;
}
