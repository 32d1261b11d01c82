import { changeGuideBy, DEFAULT_GUIDE, type GuideChange, nextLook, type Role } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { articleActions } from '../../../client/src/article/actions.ts';
import { EXTENT_KEYS, extentDeedOf } from '../../../client/src/article/extent-keys.ts';
import { COMMANDS } from '../../../client/src/editor/text-commands.ts';
import { ana, ben, review } from '../margin/builders.ts';
import { quietDesk } from './builders.ts';

const state = review(
  [
    { id: 'hers', by: ana },
    { id: 'his', by: ben },
  ],
  [{ id: 'his', on: 'mark', comments: [{ by: ben, at: 1 }] }],
);

/** The titles of what can be done now, in this role, with this card in focus. */
function enabled(role: Role, focused: string | null): readonly string[] {
  const { desk } = quietDesk(state, role);
  desk.margin.focus(focused);
  return articleActions(desk)
    .filter((action) => !action.isDisabled)
    .map((action) => action.id);
}

describe('the one table of actions and keys', () => {
  it('[PG14] no two actions share a key or a name', () => {
    const actions = articleActions(quietDesk(state).desk);
    // The keys of an end that was taken up are its own, while it has the keyboard.
    const elsewhere = new Set(EXTENT_KEYS.map(({ id }) => id));
    const keys = actions.filter(({ id }) => !elsewhere.has(id)).flatMap((action) => action.keys ?? []);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(new Set(actions.map((action) => action.id)).size).toBe(actions.length);
  });

  it('[PG47] a label is marked with by its digit and its key; a key that the page has stays the page’s', () => {
    const added = ['Jargon', 'Number', 'Framing', 'Tone', 'Irony', 'Appeal', 'Threat', 'Praise', 'Blame'];
    const changes = added.map((name, i): GuideChange => {
      const look = {
        ...nextLook([], { name }),
        letter: `${i}`,
        key: i === 0 ? 'j' : `Shift-${'bcdefgih'[i - 1]}`,
      };
      const label = { id: name.toLowerCase(), name, question: `${name}?`, definition: '', ...look };
      return { type: 'label.add', label: { ...label, examples: [], attributes: [] }, before: null };
    });
    const changed = changeGuideBy(DEFAULT_GUIDE, [...changes, { type: 'label.retire', label: 'quote' }]);
    if (!changed.ok) throw new Error(changed.refusal.message);
    const marks = articleActions(quietDesk({ ...state, guide: changed.guide }).desk).filter(({ id }) =>
      id.startsWith('mark-'),
    );
    expect(marks.map(({ id }) => id)).not.toContain('mark-quote');
    expect(marks.map(({ id, keys }) => [id, keys])).toEqual(
      expect.arrayContaining([
        ['mark-claim', ['1', 'c', 'Mod-Alt-c']],
        ['mark-jargon', ['3']],
        ['mark-number', ['4', 'Shift-b', 'Mod-Alt-Shift-b']],
        ['mark-praise', ['0', 'Shift-i', 'Mod-Alt-Shift-i']],
        ['mark-blame', ['Shift-h', 'Mod-Alt-Shift-h']],
      ]),
    );
  });

  it('[PG14] takes no key that the text commands have while one writes', () => {
    // Those bound elsewhere look first who has the keyboard.
    const bound = articleActions(quietDesk(state).desk).filter((action) => !action.boundElsewhere);
    const keys = new Set(bound.flatMap((action) => action.keys ?? []));
    const taken = Object.values(COMMANDS).flatMap(({ key }) => (key && keys.has(key) ? [key] : []));
    expect(taken).toEqual([]);
  });

  it('[PG14] holds the keys people know', () => {
    const actions = articleActions(quietDesk(state).desk);
    const actionOf = (key: string) => actions.find((action) => action.keys?.includes(key))?.id;
    const known = [
      '1',
      'q',
      's',
      'm',
      'Mod-Alt-m',
      'j',
      'k',
      'n',
      'r',
      'e',
      'x',
      'Delete',
      'f',
      'Enter',
      'Escape',
    ];
    expect(known.map(actionOf)).toEqual([
      'mark-claim',
      'mark-quote',
      'mark-speculation',
      'comment',
      'comment',
      'next',
      'previous',
      'next-open',
      'reply',
      'settle',
      'withdraw',
      'withdraw',
      'filter',
      'open',
      'back',
    ]);
  });

  it('[PG14] every action that letters do in review mode can be done while one writes', () => {
    const onlyLetters = articleActions(quietDesk(state).desk)
      .filter((action) => action.section.startsWith('Mark') || action.section.startsWith('Walk'))
      .filter((action) => action.keys?.length && !action.keys.some((key) => key.startsWith('Mod-Alt')));
    expect(onlyLetters.map((action) => action.id).sort()).toEqual([
      'back',
      'comment-article',
      'next-news',
      'previous-news',
    ]);
  });

  it('[PG19] one may withdraw and relabel what one made oneself, and settle the threads of others', () => {
    expect(enabled('reviewer', 'hers')).toEqual(
      expect.arrayContaining(['withdraw', 'relabel-quote', 'reply']),
    );
    const his = enabled('reviewer', 'his');
    expect(his).toEqual(expect.arrayContaining(['reply', 'settle', 'copy-link']));
    expect(his).not.toContain('withdraw');
    expect(his).not.toContain('relabel-quote');
    expect(enabled('moderator', 'his')).toContain('withdraw');
  });

  it('[PG19] a viewer can walk, filter and copy links, and change nothing', () => {
    const may = enabled('viewer', 'his');
    expect(may).toEqual(expect.arrayContaining(['next', 'filter', 'copy-link']));
    for (const id of ['mark-claim', 'comment', 'reply', 'settle', 'withdraw', 'rename', 'lock', 'mode'])
      expect(may).not.toContain(id);
  });

  it('[PG19] what is done to the card in focus is done to the one in focus at that moment', () => {
    const { desk, wishes } = quietDesk(state, 'reviewer');
    desk.margin.focus('hers');
    const settle = articleActions(desk).find((action) => action.id === 'settle')!;
    desk.margin.focus('his');
    settle.run();
    expect(wishes).toEqual([{ type: 'thread.resolve', thread: 'his' }]);
  });
});

describe('the keys of an end that was taken up', () => {
  it('[PG23] move it by characters, words and sentences, keep it and leave it, one meaning a key', () => {
    const keys = EXTENT_KEYS.flatMap((one) => one.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(extentDeedOf('ArrowRight', false)).toEqual({ does: 'nudge', unit: 'character', step: 1 });
    expect(extentDeedOf('Mod-ArrowLeft', false)).toEqual({ does: 'nudge', unit: 'word', step: -1 });
    expect(extentDeedOf('ArrowDown', false)).toEqual({ does: 'nudge', unit: 'sentence', step: 1 });
    expect(extentDeedOf('Enter', false)).toEqual({ does: 'keep' });
    expect(extentDeedOf('Escape', false)).toEqual({ does: 'drop' });
    expect(extentDeedOf('c', false)).toBe(null);
  });

  it('[PG23] go the way they point where lines run from right to left', () => {
    expect(extentDeedOf('ArrowRight', true)).toEqual({ does: 'nudge', unit: 'character', step: -1 });
    expect(extentDeedOf('ArrowDown', true)).toEqual({ does: 'nudge', unit: 'sentence', step: 1 });
  });

  it('[PG23] are in the list of keys', () => {
    const titles = articleActions(quietDesk(state).desk).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(EXTENT_KEYS.map(({ title }) => title)));
  });

  it('[PG19] and what changes the words of a mark is offered for one’s own marks alone', () => {
    const ofWords = ['add-words', 'take-words-out', 'snap', 'take-start', 'take-end'];
    expect(enabled('reviewer', 'hers')).toEqual(expect.arrayContaining(ofWords));
    for (const id of ofWords) expect(enabled('moderator', 'his')).not.toContain(id);
  });
});

describe('the mode', () => {
  it('[PG21] is reviewing until one chooses to edit, and again while one may not edit', () => {
    const { desk, mayEditText } = quietDesk(state, 'editor');
    expect(desk.mode.get()).toBe('review');
    desk.chooseMode('edit');
    expect(desk.mode.get()).toBe('edit');
    mayEditText.set(false);
    expect(desk.mode.get()).toBe('review');
  });
});
