import type { GroupableMark, MarkGroup } from '@assay/shared/grouping';
import type { TextRange } from '@assay/shared/model';

/** Where words stand in a text; the pieces of a mark in pieces are joined by " … ", as the page shows them. */
export function rangesOf(text: string, words: string): TextRange[] {
  let from = 0;
  return words.split(' … ').map((piece) => {
    const start = text.indexOf(piece, from);
    if (start < 0) throw new RangeError(`“${piece}” is not in the text.`);
    from = start + piece.length;
    return { start, end: from };
  });
}

/** Marks written as `A: words` or `A speculation: words`; the label is `claim` where none is named. Ids are `m1`, `m2` … */
export function marksIn(text: string, ...lines: readonly string[]): GroupableMark[] {
  return lines.map((line, at) => {
    const [, reviewer, label = 'claim', words] = /^(\w+)(?: (\w+))?: (.*)$/s.exec(line)!;
    return { id: `m${at + 1}`, reviewer: reviewer!, label, ranges: rangesOf(text, words!) };
  });
}

/** A group in one line: `claim agreed m1 m2`. */
export function shown({ label, state, members }: MarkGroup): string {
  return [label, state, ...members.map(({ mark }) => mark)].join(' ');
}

/** Which marks are together: each group's ids sorted, the groups sorted. */
export function partition(groups: readonly MarkGroup[]): string[] {
  return groups
    .map(({ members }) =>
      members
        .map(({ mark }) => mark)
        .sort()
        .join(' '),
    )
    .sort();
}
