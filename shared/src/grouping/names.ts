/** What a name is kept by: the id of a group, and the marks in it. */
export interface Named {
  readonly id: string;
  readonly marks: readonly string[];
}

/**
 * An id for each new group. The id of an old group goes to the new one that has most of its marks, each id once; of
 * equals to the one with the mark it was named after, then to the first. A group left without one is named after
 * its first mark, with a number added where another group bears that name. `taken`: ids of groups that stay as they are.
 */
export function namesFor(
  groups: readonly (readonly string[])[],
  before: readonly Named[],
  taken: ReadonlySet<string>,
): string[] {
  const names: (string | undefined)[] = groups.map(() => undefined);
  const used = new Set(taken);
  for (const { group, id } of claimsOf(groups, before)) {
    if (names[group] !== undefined || used.has(id)) continue;
    names[group] = id;
    used.add(id);
  }
  return names.map((name, group) => {
    const id = name ?? unusedName(groups[group]![0]!, used);
    used.add(id);
    return id;
  });
}

interface Claim {
  readonly group: number;
  readonly id: string;
  readonly shared: number;
  readonly isFounded: boolean;
}

/** Who may have which id, the best claim first. */
function claimsOf(groups: readonly (readonly string[])[], before: readonly Named[]): Claim[] {
  const idOf = new Map(before.flatMap(({ id, marks }) => marks.map((mark) => [mark, id] as const)));
  const claims: Claim[] = groups.flatMap((marks, group) => {
    const shared = new Map<string, number>();
    for (const mark of marks) {
      const id = idOf.get(mark);
      if (id !== undefined) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    return [...shared].map(([id, count]) => ({ group, id, shared: count, isFounded: isFounded(id, marks) }));
  });
  return claims.sort(
    (a, b) =>
      b.shared - a.shared ||
      Number(b.isFounded) - Number(a.isFounded) ||
      a.group - b.group ||
      (a.id < b.id ? -1 : 1),
  );
}

const isFounded = (id: string, marks: readonly string[]): boolean =>
  marks.some((mark) => id === mark || id.startsWith(`${mark}.`));

function unusedName(mark: string, used: ReadonlySet<string>): string {
  let name = mark;
  for (let number = 2; used.has(name); number++) name = `${mark}.${number}`;
  return name;
}
