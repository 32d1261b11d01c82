import type { Span } from './positions.ts';

/** What a tree holds: something with stretches of the document, which can be moved along with it. */
export interface Placed {
  readonly pieces: readonly Span[];
  readonly watched: readonly Span[];
}

/** So many items or branches under one branch. */
const WIDTH = 16;

/** Where nothing is: it touches nothing. */
const NOWHERE: Span = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

/** What lies below it stands `shift` further on than it says. `from` and `to` say how far the items reach, before the shift. */
interface Branch<T> extends Span {
  readonly shift: number;
  readonly items: readonly T[] | null;
  readonly branches: readonly Branch<T>[];
}

/** Called for an item as it stands, with its number. */
type Visit<T> = (item: T, number: number) => void;

/**
 * Items by number, with where they stand: an immutable value.
 *
 * 1. Finding those at a place costs O(log items + found), as long as the numbers follow the order of the text.
 * 2. A change of the document touches the items at it; all that stand behind it are moved by O(log items) branches that
 *    note by how much.
 */
export class MarkTree<T extends Placed> {
  private constructor(
    readonly length: number,
    private readonly root: Branch<T>,
    private readonly depth: number,
  ) {}

  static of<T extends Placed>(items: readonly T[]): MarkTree<T> {
    let level = grouped(items).map((some) => branchOf<T>(some, []));
    let depth = 0;
    for (; level.length > 1; depth++) level = grouped(level).map((some) => branchOf<T>(null, some));
    return new MarkTree(items.length, level[0] ?? branchOf<T>([], []), depth);
  }

  at(number: number): T | undefined {
    if (!(number >= 0 && number < this.length)) return undefined;
    let branch = this.root;
    let shift = branch.shift;
    let rest = number;
    for (let size = WIDTH ** this.depth; !branch.items; size /= WIDTH) {
      branch = branch.branches[Math.floor(rest / size)]!;
      shift += branch.shift;
      rest %= size;
    }
    return shifted(branch.items[rest]!, shift);
  }

  all(): T[] {
    const items: T[] = [];
    forEach(this.root, this.root.shift, (item) => items.push(item));
    return items;
  }

  /** The items that reach over or up to a stretch. */
  touching(span: Span, visit: Visit<T>): void {
    forEachTouching(this.root, this.root.shift, span, 0, WIDTH ** this.depth, visit);
  }

  /** The tree after a change: items that touch it are `mapped`, those behind it are moved by `delta`. */
  afterChange(
    change: Span & { readonly delta: number },
    mapped: (item: T, number: number) => T,
  ): MarkTree<T> {
    const step = { ...change, mapped };
    return this.withRoot(changedBranch(this.root, 0, step, 0, WIDTH ** this.depth));
  }

  /** The tree with some items replaced. */
  with(items: ReadonlyMap<number, T>): MarkTree<T> {
    if (items.size === 0) return this;
    const numbers = [...items.keys()].sort((a, b) => a - b);
    return this.withRoot(replacedBranch(this.root, 0, { numbers, items }, 0, WIDTH ** this.depth));
  }

  private withRoot(root: Branch<T>): MarkTree<T> {
    return root === this.root ? this : new MarkTree(this.length, root, this.depth);
  }
}

function grouped<T>(all: readonly T[]): T[][] {
  const groups: T[][] = [];
  for (let i = 0; i < all.length; i += WIDTH) groups.push(all.slice(i, i + WIDTH));
  return groups;
}

/** From the first to the last place that an item has anything to do with. */
export function reachOf({ pieces, watched }: Placed): Span {
  let { from, to } = NOWHERE;
  for (const spans of [pieces, watched])
    for (const span of spans) {
      if (span.from < from) from = span.from;
      if (span.to > to) to = span.to;
    }
  return { from, to };
}

function branchOf<T extends Placed>(
  items: readonly T[] | null,
  branches: readonly Branch<T>[],
  shift = 0,
): Branch<T> {
  let { from, to } = NOWHERE;
  const widen = (reach: Span, by: number) => {
    from = Math.min(from, reach.from + by);
    to = Math.max(to, reach.to + by);
  };
  for (const item of items ?? []) widen(reachOf(item), 0);
  for (const branch of branches) widen(branch, branch.shift);
  return { from, to, shift, items, branches };
}

function shifted<T extends Placed>(item: T, by: number): T {
  if (by === 0) return item;
  const shift = <S extends Span>(span: S): S => ({ ...span, from: span.from + by, to: span.to + by });
  return { ...item, pieces: item.pieces.map(shift), watched: item.watched.map(shift) };
}

function forEach<T extends Placed>(branch: Branch<T>, shift: number, visit: (item: T) => void): void {
  for (const item of branch.items ?? []) visit(shifted(item, shift));
  for (const one of branch.branches) forEach(one, shift + one.shift, visit);
}

function isTouching({ from, to }: Span, by: number, span: Span): boolean {
  return from + by <= span.to && to + by >= span.from;
}

function forEachTouching<T extends Placed>(
  branch: Branch<T>,
  shift: number,
  span: Span,
  first: number,
  size: number,
  visit: Visit<T>,
): void {
  if (!isTouching(branch, shift, span)) return;
  branch.items?.forEach((item, i) => {
    if (isTouching(reachOf(item), shift, span)) visit(shifted(item, shift), first + i);
  });
  branch.branches.forEach((one, i) => {
    forEachTouching(one, shift + one.shift, span, first + i * size, size / WIDTH, visit);
  });
}

interface Change<T> extends Span {
  readonly delta: number;
  mapped(item: T, number: number): T;
}

/** A branch after a change. `shift` is that of the branches above it, `first` the number of its first item. */
function changedBranch<T extends Placed>(
  branch: Branch<T>,
  shift: number,
  change: Change<T>,
  first: number,
  size: number,
): Branch<T> {
  const by = shift + branch.shift;
  if (!(branch.to + by >= change.from)) return branch;
  if (branch.from + by > change.to)
    return change.delta === 0 ? branch : { ...branch, shift: branch.shift + change.delta };
  const items =
    branch.items?.map((item, i) => {
      const reach = reachOf(item);
      if (!(reach.to + by >= change.from)) return item;
      if (reach.from + by > change.to) return shifted(item, change.delta);
      return shifted(change.mapped(shifted(item, by), first + i), -by);
    }) ?? null;
  const branches = branch.branches.map((one, i) =>
    changedBranch(one, by, change, first + i * size, size / WIDTH),
  );
  return branchOf(items, branches, branch.shift);
}

interface Replacements<T> {
  readonly numbers: readonly number[];
  readonly items: ReadonlyMap<number, T>;
}

function replacedBranch<T extends Placed>(
  branch: Branch<T>,
  shift: number,
  { numbers, items }: Replacements<T>,
  first: number,
  size: number,
): Branch<T> {
  const by = shift + branch.shift;
  const end = first + size * WIDTH;
  const mine = numbers.filter((number) => number >= first && number < end);
  if (mine.length === 0) return branch;
  const replaced = branch.items?.map((item, i) => {
    const fresh = items.get(first + i);
    return fresh ? shifted(fresh, -by) : item;
  });
  const branches = branch.branches.map((one, i) =>
    replacedBranch(one, by, { numbers: mine, items }, first + i * size, size / WIDTH),
  );
  return branchOf(replaced ?? null, branches, branch.shift);
}
