import { type AgendaEntry, runningSession } from '@assay/shared/review';
import type { Action } from '../ui/index.ts';
import { accept, mayTakeBack, revealVotes, settle, takeBack, vote } from './acts.ts';
import { type AgendaDesk, type Form, me } from './agenda-desk.ts';
import { returnToPresenter } from './following.ts';
import { chooseItem, nextWithClock, startSession, walkItems } from './moving.ts';
import { partOf } from './part.ts';
import { variantsFor } from './variants-for.ts';

const SECTION = 'The agenda';
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Opens the agenda, or puts it away with what it lights in the text. */
export function toggleAgenda(desk: AgendaDesk): void {
  const open = !desk.open.get();
  desk.open.set(open);
  if (!open) desk.margin.group.set(null);
}

/** The one action that is there while the agenda is not. */
export function agendaDoor(desk: AgendaDesk): Action {
  const { phase } = desk.session.review.get().state.workflow;
  return {
    id: 'agenda',
    title: desk.open.get() ? 'Close the agenda' : 'Open the agenda',
    section: SECTION,
    keys: ['Shift-a'],
    keywords: 'groups settle decide vote session review',
    isDisabled: phase === 'marking',
    run: () => toggleAgenda(desk),
  };
}

/** What the keys do while the agenda is open: there they come before what they do in the text. */
export function agendaActions(desk: AgendaDesk): readonly Action[] {
  return [...moveActions(desk), ...voteActions(desk), ...decideActions(desk)];
}

/** The keys of the open agenda, digits for variants that the item has not got among them. */
export function agendaKeys(desk: AgendaDesk): ReadonlySet<string> {
  return new Set([...DIGITS, ...agendaActions(desk).flatMap(({ keys }) => keys ?? [])]);
}

/** The digits of as many variants as an item can have; of one where there is no item. */
function digitsFor(entry: AgendaEntry | null): readonly string[] {
  return DIGITS.slice(0, Math.max(1, entry?.group.marks.length ?? 0));
}

type Spec = readonly [id: string, title: string, keys: readonly string[], enabled: boolean, run: () => void];

function action([id, title, keys, enabled, run]: Spec): Action {
  return { id: `agenda-${id}`, title, section: SECTION, keys, isDisabled: !enabled, run };
}

function moveActions(desk: AgendaDesk): readonly Action[] {
  const { session } = desk;
  const running = runningSession(session.review.get().state);
  const part = partOf(running, me(desk));
  return (
    [
      ['next', 'Next item', ['j'], true, () => walkItems(desk, 1)],
      ['previous', 'Previous item', ['k'], true, () => walkItems(desk, -1)],
      [
        'next-clock',
        'Next item for all, with the clock set anew',
        ['n'],
        part === 'presenter',
        () => nextWithClock(desk),
      ],
      [
        'list',
        'Back to the list of items',
        ['Backspace'],
        desk.item.get() !== null,
        () => chooseItem(desk, null),
      ],
      ['return', 'Return to the presenter', ['f'], part === 'follower', () => returnToPresenter(desk)],
      [
        'talk',
        'Write in the discussion of the item',
        ['r'],
        desk.item.get() !== null && desk.may('comment.add'),
        writeHere,
      ],
      ['session', 'Start a session', [], !running && desk.may('session.lead'), () => startSession(desk)],
    ] as const satisfies readonly Spec[]
  ).map(action);
}

function writeHere(): void {
  document.querySelector<HTMLElement>('[data-reply] textarea')?.focus();
}

/** The item that is shown and not settled yet. */
function openItem({ agenda, item }: AgendaDesk) {
  const id = item.get();
  const entry = id === null ? undefined : agenda.get().byId.get(id);
  return entry && entry.standing !== 'settled' ? entry : null;
}

function voteActions(desk: AgendaDesk): readonly Action[] {
  const entry = openItem(desk);
  const { session } = desk;
  const may = entry !== null && desk.may('vote.cast');
  const ballot = entry && session.review.get().state.ballots.get(entry.group.id);
  const reveals = Boolean(ballot && !ballot.revealed && ballot.voted.length > 0 && desk.may('vote.reveal'));
  const cast = (kind: 'agree' | 'disagree' | 'abstain') => () => {
    if (entry) vote(desk, entry.group.id, { kind });
  };
  const pick = (n: number) => () => {
    const variant = entry && variantsFor(desk, entry.group)[n];
    if (variant) vote(desk, entry.group.id, { kind: 'variant', mark: variant.marks[0]!.id });
  };
  const decides = desk.may('decision.make');
  return [
    ...(
      [
        ['agree', 'Vote: agree', ['a'], may, cast('agree')],
        ['disagree', 'Vote: disagree', ['d'], may, cast('disagree')],
        ['abstain', 'Vote: abstain', ['b'], may, cast('abstain')],
        ['reveal', 'Reveal the votes', ['o'], reveals, () => entry && revealVotes(desk, entry.group.id)],
      ] as const satisfies readonly Spec[]
    ).map(action),
    ...digitsFor(entry).map((digit, n) =>
      action([
        `vote-${digit}`,
        `Vote for variant ${digit}`,
        decides ? [`Alt-${digit}`] : [digit],
        may,
        pick(n),
      ]),
    ),
  ];
}

function decideActions(desk: AgendaDesk): readonly Action[] {
  const entry = openItem(desk);
  const may = entry !== null && desk.may('decision.make');
  const shown = desk.agenda.get().byId.get(desk.item.get()!);
  const undoes = shown?.standing === 'settled' && mayTakeBack(desk, shown);
  const open = (form: Form) => () => desk.form.set(form);
  const rule = (outcome: 'rejected' | 'contested') => () => {
    if (entry) void settle(desk, entry.group.id, { outcome });
  };
  const acceptNumber = (n: number) => () => {
    const variant = entry && variantsFor(desk, entry.group)[n];
    if (variant) accept(desk, entry, variant);
  };
  return [
    ...(desk.may('decision.make') ? digitsFor(entry) : []).map((digit, n) =>
      action([`accept-${digit}`, `Accept variant ${digit}`, [digit], may, acceptNumber(n)]),
    ),
    ...(
      [
        ['reject', 'Nobody is right', ['x'], may, rule('rejected')],
        ['contest', 'Leave it contested', ['h'], may, rule('contested')],
        ['adjust', 'Settle on other words', ['w'], may, open('adjust')],
        ['relabel', 'Settle as another label', ['y'], may, open('relabel')],
        ['merge', 'Merge with another item', ['Shift-m'], may, open('merge')],
        ['park', 'Park it', ['z'], may, open('park')],
        ['undo', 'Take my decision back', ['u'], undoes, () => shown && takeBack(desk, shown)],
      ] as const satisfies readonly Spec[]
    ).map(action),
  ];
}
