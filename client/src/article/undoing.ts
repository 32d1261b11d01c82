import { clip, type Entry } from '../margin/index.ts';
import type { MarkingStep, NoGround, Turned } from '../session/index.ts';
import { notify } from '../ui/index.ts';
import type { Desk } from './desk.ts';

const DEED: Readonly<Record<MarkingStep['deed'], string>> = {
  'annotation.create': 'the new mark',
  'annotation.relabel': 'the change of label',
  'annotation.change-attributes': 'the change of details',
  'annotation.change-extent': 'the change of words',
  'annotation.withdraw': 'the withdrawal',
  'annotation.restore': 'the restoring',
  'thread.resolve': 'the resolving',
  'thread.reopen': 'the reopening',
};

const WHY: Readonly<Record<NoGround, string>> = {
  changed: 'it has been changed since.',
  answered: 'others have written about it since. Withdraw the mark itself if you mean that.',
  gone: 'the words that it stood on are no longer in the article.',
};

/** Takes the person's own last marking back, and says what that was. */
export function undoMarking(desk: Desk): void {
  tell(desk, desk.session.undoMarking(), 'Undone', 'undo');
}

/** Does again what was taken back last. */
export function redoMarking(desk: Desk): void {
  tell(desk, desk.session.redoMarking(), 'Done again', 'do again');
}

function tell(desk: Desk, turned: Turned, done: string, verb: string): void {
  const message = wordsFor(desk, turned, done, verb);
  takeBackLast();
  takeBackLast = notify({ tone: 'info', message });
  if (turned.kind !== 'nothing') showSubject(desk, turned.step);
}

/** One message at a time: who undoes five things does not want five toasts. */
let takeBackLast: () => void = () => {};

function wordsFor(desk: Desk, turned: Turned, done: string, verb: string): string {
  if (turned.kind === 'nothing') return `There is nothing of yours to ${verb}.`;
  const entry = entryOf(desk, turned.step);
  const words = entry ? clip(desk.margin.wordsOf(entry), 48) : '';
  const what = `${DEED[turned.step.deed]}${words ? ` of “${words}”` : ''}`;
  return turned.kind === 'done'
    ? `${done}: ${what}`
    : `Not ${done.toLowerCase()}, ${what}: ${WHY[turned.why]}`;
}

/** A thread on a mark has the mark's id, and its card. */
function entryOf({ margin }: Desk, { subject }: MarkingStep): Entry | null {
  return margin.entry(subject);
}

/** What was changed back comes into view, unless it is off the page now. */
function showSubject(desk: Desk, step: MarkingStep): void {
  const entry = entryOf(desk, step);
  desk.margin.focus(entry && entry.status !== 'withdrawn' ? entry.id : null, { scroll: true });
}
