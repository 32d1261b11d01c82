import { describe as held } from '@assay/shared/anchoring';
import type { Role } from '@assay/shared/model';
import { newId, type Person } from '@assay/shared/model';
import type { Command } from '@assay/shared/review';
import { articleText } from '@assay/shared/ydoc';
import { describe, expect, it } from 'vitest';
import { locateHere } from '../../../client/src/review/locate-here.ts';
import {
  type Deed,
  type Ground,
  isMarking,
  MARKING_STEPS,
  type MarkingHistory,
  NO_MARKING_HISTORY,
  redoStep,
  stepOf,
  undoStep,
  withoutStep,
  withStep,
} from '../../../client/src/review/marking-history.ts';
import { annotationId, LedgerDesk, linear } from './ledger-desk.ts';

const ANN: Person = { id: 'person-ann' as Person['id'], name: 'Ann', colour: '#2f6fb3' };
const BEN: Person = { id: 'person-ben' as Person['id'], name: 'Ben', colour: '#b3302f' };
const mark = annotationId('m1');
const onMark = { thread: mark as never, subject: { on: 'annotation' as const, annotation: mark } };

/** Ann at the ledger, with her history, and others who do things between. */
class Scene {
  readonly ledger = new LedgerDesk(ANN);
  history: MarkingHistory = NO_MARKING_HISTORY;

  get ground(): Ground {
    const { text } = this.ledger;
    return {
      state: this.ledger.state,
      me: ANN.id,
      stands: (ranges) => locateHere(articleText(text), () => linear(text), { ranges }).ok,
    };
  }

  /** Ann does something, by hand. */
  does(deed: Deed): void {
    const step = isMarking(deed) ? stepOf(deed, this.ground) : null;
    this.take(deed, ANN, 'editor');
    if (step) this.history = withStep(this.history, step);
  }

  take(deed: Deed, person: Person, role: Role): void {
    const reply = this.ledger.take({ ...deed, id: newId() } as Command, person, role);
    if (!reply.ok) throw new Error(reply.refusal.message);
  }

  turn(turned: typeof undoStep): string {
    const turn = turned(this.history, this.ground);
    if (turn.kind === 'nothing') return 'nothing';
    this.history = turn.history;
    if (turn.kind === 'refused') return turn.why;
    this.take(turn.deed, ANN, 'editor');
    return turn.deed.type;
  }

  undo = () => this.turn(undoStep);
  redo = () => this.turn(redoStep);

  ranges(start: number, end: number) {
    return held(articleText(this.ledger.text), [{ start, end }]).ranges.map((range) => ({
      start: range.start,
      end: range.end,
    }));
  }

  get mark() {
    const { status, label, target } = this.ledger.state.annotations.get(mark)!;
    return `${status} ${label} ${target.ranges.map(({ quote }) => quote.exact).join(' … ')}`;
  }

  get thread() {
    return this.ledger.state.threads.get(mark as never)?.status;
  }
}

function marked(): Scene {
  const scene = new Scene();
  scene.does({
    type: 'annotation.create',
    annotation: { id: mark, label: 'claim', ranges: scene.ranges(0, 11), attributes: {} },
  });
  return scene;
}

const comment = (id: string): Deed => ({
  type: 'comment.add',
  comment: { id: `comment-${id}` as never, body: 'Who says so?' },
  ...onMark,
});

describe('taking one’s own markings back', () => {
  it('[OB22] goes through mark, label, extent and withdrawal, back and forth', () => {
    const scene = marked();
    const states = [scene.mark];
    const note = () => states.push(scene.mark);
    scene.does({ type: 'annotation.relabel', annotation: mark, label: 'quote' });
    note();
    scene.does({ type: 'annotation.change-extent', annotation: mark, ranges: scene.ranges(0, 6) });
    note();
    scene.does({ type: 'annotation.withdraw', annotation: mark });
    note();
    expect(states).toEqual([
      'active claim Prices fell',
      'active quote Prices fell',
      'active quote Prices',
      'withdrawn quote Prices',
    ]);
    for (const state of states.slice(0, -1).reverse()) {
      scene.undo();
      expect(scene.mark).toBe(state);
    }
    expect(scene.undo()).toBe('annotation.withdraw');
    expect(scene.undo()).toBe('nothing');
    for (const state of states) {
      scene.redo();
      expect(scene.mark).toBe(state);
    }
    expect(scene.redo()).toBe('nothing');
  });

  it('[OB22] goes through resolving, reopening and restoring', () => {
    const scene = marked();
    scene.does(comment('1'));
    scene.does({ type: 'thread.resolve', thread: mark as never });
    scene.does({ type: 'thread.reopen', thread: mark as never });
    scene.does({ type: 'annotation.withdraw', annotation: mark });
    scene.does({ type: 'annotation.restore', annotation: mark });
    expect([scene.undo(), scene.undo()]).toEqual(['annotation.withdraw', 'annotation.restore']);
    expect([scene.undo(), scene.thread]).toEqual(['thread.resolve', 'resolved']);
    expect([scene.undo(), scene.thread]).toEqual(['thread.reopen', 'open']);
    expect([scene.redo(), scene.thread]).toEqual(['thread.resolve', 'resolved']);
  });

  it('[OB22] has no step for words said, nor for what was so already', () => {
    const scene = marked();
    scene.does(comment('1'));
    scene.does({ type: 'annotation.relabel', annotation: mark, label: 'claim' });
    scene.does({ type: 'annotation.change-extent', annotation: mark, ranges: scene.ranges(0, 11) });
    scene.does({ type: 'thread.reopen', thread: mark as never });
    expect(scene.history.done.map((step) => step.deed)).toEqual(['annotation.create']);
  });

  it('[OB23] is refused when somebody has changed the same thing since, and the step before can follow', () => {
    const scene = marked();
    scene.does({ type: 'annotation.relabel', annotation: mark, label: 'quote' });
    scene.does(comment('1'));
    scene.does({ type: 'thread.resolve', thread: mark as never });
    scene.take({ type: 'thread.reopen', thread: mark as never }, BEN, 'editor');
    scene.take({ type: 'thread.resolve', thread: mark as never }, BEN, 'editor');
    expect(scene.undo()).toBe('changed');
    expect(scene.thread).toBe('resolved');
    scene.take({ type: 'annotation.withdraw', annotation: mark }, BEN, 'moderator');
    expect(scene.undo()).toBe('changed');
    expect(scene.undo()).toBe('changed');
    expect(scene.undo()).toBe('nothing');
    expect(scene.mark).toBe('withdrawn quote Prices fell');
  });

  it('[OB23] takes no mark from under what others have said about it', () => {
    const scene = marked();
    scene.does(comment('1'));
    scene.take(comment('2'), BEN, 'reviewer');
    expect(scene.undo()).toBe('answered');
    expect(scene.mark).toBe('active claim Prices fell');
  });

  it('[OB23] puts no mark back on words that are gone', () => {
    const scene = marked();
    scene.does({ type: 'annotation.change-extent', annotation: mark, ranges: scene.ranges(24, 33) });
    articleText(scene.ledger.text).delete(1, 11);
    expect(scene.undo()).toBe('gone');
    expect(scene.mark).toBe('active claim officials');
  });

  it('[OB24] a new marking ends what could be done again, and a refused one was none', () => {
    const scene = marked();
    scene.does({ type: 'annotation.relabel', annotation: mark, label: 'quote' });
    scene.undo();
    scene.does({ type: 'annotation.relabel', annotation: mark, label: 'speculation' });
    expect(scene.redo()).toBe('nothing');
    const last = scene.history.done.at(-1)!;
    expect(withoutStep(scene.history, last).done.map((step) => step.deed)).toEqual(['annotation.create']);
  });

  it('[OB24] keeps a bounded number of steps, the last ones', () => {
    const scene = marked();
    const first = scene.history.done[0]!;
    for (let i = 0; i < MARKING_STEPS; i++)
      scene.does({ type: 'annotation.relabel', annotation: mark, label: i % 2 ? 'claim' : 'quote' });
    expect(scene.history.done).toHaveLength(MARKING_STEPS);
    expect(scene.history.done).not.toContain(first);
  });
});
