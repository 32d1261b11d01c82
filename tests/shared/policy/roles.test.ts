import type { PersonId, Role } from '@assay/shared/model';
import { ROLES } from '@assay/shared/model';
import { ACTIONS, type Action, type Grant, may, POLICY } from '@assay/shared/policy';
import { describe, expect, it } from 'vitest';

/** The rights as they were agreed, written out once more: a change of the table has to be made in both places. */
const AGREED = `
                     owner moderator editor reviewer commenter viewer
  article.list       yes   yes       yes    yes      yes       yes
  article.read       yes   yes       yes    yes      yes       yes
  article.export     yes   yes       yes    yes      yes       yes
  article.create     yes   yes       yes    no       no        no
  article.rename     yes   yes       yes    no       no        no
  article.lock       yes   yes       no     no       no        no
  guide.bind         yes   yes       no     no       no        no
  guide.read         yes   yes       yes    yes      yes       yes
  guide.change       yes   no        no     no       no        no
  text.edit          yes   yes       yes    no       no        no
  annotation.create  yes   yes       yes    yes      no        no
  annotation.change  own   own       own    own      no        no
  annotation.withdraw yes  yes       own    own      no        no
  comment.add        yes   yes       yes    yes      yes       no
  comment.edit       own   own       own    own      own       no
  comment.delete     yes   yes       own    own      own       no
  comment.react      yes   yes       yes    yes      yes       no
  thread.resolve     yes   yes       yes    yes      own       no
  review.plan        yes   yes       no     no       no        no
  review.say-done    yes   yes       yes    yes      no        no
  review.move        yes   yes       no     no       no        no
  group.change       yes   yes       own    own      no        no
  agenda.arrange     yes   yes       no     no       no        no
  agenda.pull        yes   yes       yes    yes      no        no
  vote.cast          yes   yes       yes    yes      no        no
  vote.reveal        yes   yes       no     no       no        no
  decision.make      yes   yes       no     no       no        no
  decision.reopen    yes   yes       yes    no       no        no
  finding.change     yes   yes       yes    yes      no        no
  evidence.remove    yes   yes       own    own      no        no
  task.change        yes   yes       yes    yes      no        no
  session.lead       yes   yes       no     no       no        no
  session.join       yes   yes       yes    yes      yes       yes
  member.list        yes   yes       yes    yes      yes       yes
  member.invite      yes   no        no     no       no        no
  token.create       yes   no        no     no       no        no
`;

const [heads, ...rows] = AGREED.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

const cells = rows.flatMap(([action, ...grants]) =>
  grants.map((grant, i) => [heads![i], action, grant] as [Role, Action, Grant]),
);

const me = 'person-me' as PersonId;
const mine = { creator: me };
const theirs = { creator: 'person-other' as PersonId };

describe('who may do what', () => {
  it('[PO1] the table has every role and every action', () => {
    expect(heads).toEqual([...ROLES]);
    expect(rows.map(([action]) => action).sort()).toEqual([...ACTIONS].sort());
    expect(Object.keys(POLICY).sort()).toEqual([...ACTIONS].sort());
    expect(cells.length).toBe(ROLES.length * ACTIONS.length);
  });

  it.each(cells)('[PO2] %s, %s: %s', (role, action, grant) => {
    const actor = { person: me, role };
    expect(may(actor, action, theirs)).toBe(grant === 'yes');
    expect(may(actor, action, mine)).toBe(grant !== 'no');
    expect(may(actor, action)).toBe(grant === 'yes');
  });

  it('[PO3] a greater role may do all that a lesser one may', () => {
    const rank: Record<Grant, number> = { no: 0, own: 1, yes: 2 };
    for (const action of ACTIONS) {
      const ranks = ROLES.map((role) => rank[POLICY[action][role]]);
      expect(ranks, action).toEqual([...ranks].sort((a, b) => b - a));
    }
  });
});
