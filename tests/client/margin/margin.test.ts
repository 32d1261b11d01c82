import type { CommentId } from '@assay/shared/model';
import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../../client/src/margin/filter.ts';
import { editComment, reply, startThread } from '../../../client/src/margin/wishes.ts';
import { markId, reviewWith } from '../../shared/review/agenda-builders.ts';
import { quietDesk } from '../article/builders.ts';
import { ana, ben, review } from './builders.ts';

const state = review(
  [{ id: 'bare', by: ben }, { id: 'done' }],
  [{ id: 'done', on: 'mark', resolved: { by: ben, at: 5 }, comments: [{ by: ana, at: 1 }] }],
);
const shown = ({ desk }: ReturnType<typeof quietDesk>) => desk.margin.shown.get().map((entry) => entry.id);

const said = (body: string) => ({ body, mentions: [] });

describe('the margin', () => {
  it('[PG4] shows what is in focus even when the filter would hide it, until the focus leaves', () => {
    const quiet = quietDesk(state);
    expect(shown(quiet)).toEqual(['bare']);
    quiet.desk.margin.focus('done');
    expect(shown(quiet)).toEqual(['bare', 'done']);
    quiet.desk.margin.focus(null);
    expect(shown(quiet)).toEqual(['bare']);
  });

  it('[PG4] tells the editor to draw exactly what it shows', () => {
    const quiet = quietDesk(state);
    const { visible, filter } = quiet.desk.margin;
    const before = visible.get();
    filter.set({ ...NO_FILTER, people: [] });
    expect(visible.get()).toBe(before);
    filter.set({ ...NO_FILTER, statuses: ['resolved'] });
    expect([...visible.get()]).toEqual(['done']);
  });

  it('[PG22] opens the thread of a mark with its first comment, and only then', () => {
    const quiet = quietDesk(state);
    const [bare, done] = quiet.desk.margin.entries.get();
    reply(quiet.desk.session, bare!, said('Who says so?'));
    reply(quiet.desk.session, done!, said('Not settled at all.'));
    expect(quiet.wishes).toMatchObject([
      { type: 'comment.add', thread: 'bare', subject: { on: 'annotation', annotation: 'bare' } },
      { type: 'comment.add', thread: 'done', comment: { body: 'Not settled at all.' } },
    ]);
    expect(quiet.wishes[1]).not.toHaveProperty('subject');
  });

  it('[PG82] sends who is named with the words, and anew with an edit', () => {
    const quiet = quietDesk(state);
    const mentions = [ana];
    startThread(quiet.desk.session, null, { body: '@Ana', mentions });
    editComment(quiet.desk.session, 'comment' as CommentId, { body: '@Ana?', mentions });
    editComment(quiet.desk.session, 'comment' as CommentId, said('Nobody'));
    expect(quiet.wishes).toMatchObject([{ comment: { mentions } }, { mentions }, { body: 'Nobody' }]);
    expect(quiet.wishes[2]).not.toHaveProperty('mentions');
  });

  it('[PG22] opens a thread on words, or on the article when there are none', () => {
    const quiet = quietDesk(state);
    startThread(quiet.desk.session, [{ start: 'AA==', end: 'AQ==' }], said('This passage.'));
    startThread(quiet.desk.session, null, said('All of it.'));
    expect(quiet.wishes).toMatchObject([
      { subject: { on: 'passage', ranges: [{ start: 'AA==', end: 'AQ==' }] } },
      { subject: { on: 'article' } },
    ]);
  });

  it('[AD18] knows of each mark the decision that stands, until it is reopened', () => {
    const standing = (decided: 'settled' | 'reopened') =>
      quietDesk(reviewWith([{ name: 'one', decided }]))
        .desk.margin.settled.get()
        .get(markId('one', 0));
    expect(standing('settled')?.outcome).toBe('rejected');
    expect(standing('reopened')).toBe(undefined);
  });
});
