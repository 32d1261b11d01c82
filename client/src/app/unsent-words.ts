import type { Unsent } from '../device/index.ts';

/** What is not sent, in words: `3 changes of the text, 1 mark and 2 comments`; empty when all is. */
export function unsentWords({ text, marks, comments, article, drafts }: Unsent): string {
  return listed([
    counted(text, 'change of the text', 'changes of the text'),
    counted(marks, 'mark', 'marks'),
    counted(comments, 'comment or reply', 'comments and replies'),
    counted(article, 'change of the title or the lock', 'changes of the title or the lock'),
    counted(drafts, 'comment that was begun', 'comments that were begun'),
  ]);
}

const figures = new Intl.NumberFormat('en');
const list = new Intl.ListFormat('en');

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${figures.format(count)} ${count === 1 ? one : many}`;
}

function listed(parts: readonly string[]): string {
  return list.format(parts.filter(Boolean));
}
