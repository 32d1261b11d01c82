import type { AnnotationId, Guide, Moment, PersonId, Target } from '@assay/shared/model';
import type { RecordedEvent, ReviewEvent } from './events.ts';
import type { ReviewState } from './state.ts';

/** Something that one person did, once or several times in a row. */
export interface Activity {
  /** The number of its last event. */
  readonly seq: number;
  readonly at: Moment;
  readonly by: PersonId;
  /** What was done, to be read after the person's name: `marked “the wall fell” as Claim`. */
  readonly words: string;
  /** How many events of the kind came in a row. */
  readonly times: number;
  /** The mark, thread or group to look at; null for the article as a whole. */
  readonly about: string | null;
}

/** Events of one person and kind within so many ms of each other are told as one. */
const IN_A_ROW = 10 * 60_000;

/**
 * What happened, the newest first, out of events in their order. Events that nobody wants to read (a mark that follows its
 * words, a vote, marks grouped anew) are left out. The state is that of now: it has the words of what the events name.
 */
export function activityOf(events: readonly RecordedEvent[], state: ReviewState): readonly Activity[] {
  const told: (Activity & { readonly type: string })[] = [];
  for (const event of events) {
    const deed = deedOf(event, state);
    if (!deed) continue;
    const last = told.at(-1);
    const { type, actor, at, seq } = event;
    const inARow =
      last?.type === type &&
      last.by === actor &&
      Date.parse(at) - Date.parse(last.at) < IN_A_ROW &&
      deed.many;
    if (last && inARow) {
      const times = last.times + 1;
      told[told.length - 1] = { ...last, seq, at, times, words: deed.many!(times), about: deed.about };
    } else told.push({ type, seq, at, by: actor, words: deed.words, times: 1, about: deed.about });
  }
  return told.reverse().map(({ type: _, ...activity }) => activity);
}

interface Deed {
  readonly words: string;
  readonly about: string | null;
  /** How to tell of several in a row; absent where each is told by itself. */
  readonly many?: (times: number) => string;
}

function deedOf(event: ReviewEvent, state: ReviewState): Deed | null {
  const mark = (id: AnnotationId) => quoted(state.annotations.get(id)?.target);
  switch (event.type) {
    case 'article.created':
      return { words: 'imported the article', about: null };
    case 'article.renamed':
      return { words: `renamed the article “${event.title}”`, about: null };
    case 'article.locked':
      return { words: 'locked the text', about: null };
    case 'article.unlocked':
      return { words: 'unlocked the text', about: null };
    case 'guide.bound':
      return {
        words: `chose the label guide “${event.guide.name}”, version ${event.guide.version}`,
        about: null,
      };
    case 'annotation.created': {
      const { id, label, target } = event.annotation;
      const words = `marked ${quoted(target)} as ${labelName(state.guide, label)}`;
      return { words, about: id, many: (times) => `marked ${times} passages` };
    }
    case 'annotation.relabelled':
      return {
        words: `relabelled ${mark(event.annotation)} as ${labelName(state.guide, event.label)}`,
        about: event.annotation,
      };
    case 'annotation.attributes-changed':
      return {
        words: `filled in details of ${mark(event.annotation)}`,
        about: event.annotation,
        many: (times) => `filled in details of marks ${times} times`,
      };
    case 'annotation.extent-changed':
      return { words: `moved the edges of ${mark(event.annotation)}`, about: event.annotation };
    case 'annotation.orphaned':
      return { words: `deleted the words of ${mark(event.annotation)}`, about: event.annotation };
    case 'annotation.withdrawn':
      return { words: `withdrew ${mark(event.annotation)}`, about: event.annotation };
    case 'annotation.restored':
      return { words: `restored ${mark(event.annotation)}`, about: event.annotation };
    case 'comment.added':
      return { words: `wrote: ${short(event.comment.body)}`, about: event.comment.thread };
    case 'thread.resolved':
      return event.decision ? null : { words: 'resolved a discussion', about: event.thread };
    case 'thread.reopened':
      return { words: 'reopened a discussion', about: event.thread };
    case 'review.planned':
      return { words: 'changed the plan of the review', about: null };
    case 'review.done-said':
      return { words: event.done ? 'is done marking' : 'goes on marking', about: null };
    case 'review.revealed':
      return { words: 'revealed everybody’s marks', about: null };
    case 'review.moved':
      return { words: event.to === 'settling' ? 'began the settling' : 'began the discussion', about: null };
    case 'review.signed-off':
      return { words: 'signed the review off', about: null };
    case 'review.reopened':
      return { words: 'reopened the review', about: null };
    case 'decision.made': {
      const { groups, outcome, spans, batch } = event.decision;
      const words = spans[0] ? ` ${quoted(spans[0].target)}` : '';
      const deed = { words: `settled${words}: ${outcome}`, about: groups[0] ?? null };
      return batch ? { ...deed, many: (times) => `settled ${times} groups together` } : deed;
    }
    case 'decision.reopened':
      return { words: 'reopened a decision', about: state.decisions.get(event.decision)?.groups[0] ?? null };
    case 'evidence.added':
      return {
        words: `added evidence: ${event.evidence.title || event.evidence.url}`,
        about: event.evidence.group,
      };
    case 'task.added':
      return { words: `added a task: ${event.task.text}`, about: event.task.group };
    case 'task.changed':
      return event.change.state === 'done'
        ? {
            words: `finished a task: ${state.tasks.get(event.task)?.text ?? ''}`,
            about: state.tasks.get(event.task)?.group ?? null,
          }
        : null;
    case 'session.started':
      return { words: 'started a review session', about: null };
    case 'session.ended':
      return { words: 'ended the review session', about: null };
    default:
      return null;
  }
}

/** Characters of quoted words. */
const QUOTED = 60;

function quoted(target: Target | undefined): string {
  if (!target) return 'a mark';
  return `“${short(target.ranges.map(({ quote }) => quote.exact).join(' … '))}”`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= QUOTED
    ? line
    : `${line
        .slice(0, QUOTED)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
}

function labelName(guide: Guide | null, label: string): string {
  return guide?.labels.find(({ id }) => id === label)?.name ?? label;
}
