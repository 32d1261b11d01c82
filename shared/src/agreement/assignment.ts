/** A column that a row can take, at a cost. */
export interface Option {
  readonly column: number;
  readonly cost: number;
}

/**
 * Gives each row one of its columns, or none at the price `alone`, each column to one row at most, at the least total cost
 * (Kuhn 1955, by successive shortest paths with potentials, which stay short where rows have few options). Costs and `alone`
 * are not negative. Returns the column of each row, or −1.
 */
export function cheapestAssignment(
  options: readonly (readonly Option[])[],
  columns: number,
  alone: number,
): Int32Array {
  const matching = new Matching(
    options.map((own, row) => [...own, { column: columns + row, cost: alone }]),
    columns + options.length,
  );
  for (let row = 0; row < options.length; row++) matching.place(row);
  return matching.columnOf.map((column) => (column < columns ? column : -1));
}

/** The cheapest matching of the rows placed so far. */
class Matching {
  readonly columnOf: Int32Array;
  private readonly rowOf: Int32Array;
  private readonly potential: Float64Array;
  /** Of the path that is sought: the distance of each column reached, and the row it is reached from. */
  private readonly distance: Float64Array;
  private readonly from: Int32Array;

  constructor(
    private readonly options: readonly (readonly Option[])[],
    columns: number,
  ) {
    this.columnOf = new Int32Array(options.length).fill(-1);
    this.rowOf = new Int32Array(columns).fill(-1);
    this.potential = new Float64Array(columns);
    this.distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
    this.from = new Int32Array(columns);
  }

  /** Places one more row, moving others where that is cheapest. */
  place(row: number): void {
    const settled = new Set<number>();
    const reached = new Set<number>();
    let current = row;
    let length = 0;
    let end = -1;
    while (end < 0) {
      this.reach(current, length, settled, reached);
      const column = this.nearest(reached);
      reached.delete(column);
      settled.add(column);
      length = this.distance[column]!;
      if (this.rowOf[column]! < 0) end = column;
      else current = this.rowOf[column]!;
    }
    for (const column of settled) this.potential[column]! -= length - this.distance[column]!;
    for (const columns of [settled, reached])
      for (const column of columns) this.distance[column] = Number.POSITIVE_INFINITY;
    this.shift(row, end);
  }

  /** Looks from a row, at this length of path, at all its columns that are not settled. */
  private reach(row: number, length: number, settled: ReadonlySet<number>, reached: Set<number>): void {
    const own = this.columnOf[row]!;
    const held = own < 0 ? 0 : this.costOf(row, own) - this.potential[own]!;
    for (const { column, cost } of this.options[row]!) {
      if (column === own || settled.has(column)) continue;
      const through = length + cost - this.potential[column]! - held;
      if (through >= this.distance[column]!) continue;
      this.distance[column] = through;
      this.from[column] = row;
      reached.add(column);
    }
  }

  private nearest(reached: ReadonlySet<number>): number {
    let nearest = -1;
    for (const column of reached)
      if (nearest < 0 || this.distance[column]! < this.distance[nearest]!) nearest = column;
    return nearest;
  }

  /** Gives each column of the path that ends there to the row it was reached from, back to the new row. */
  private shift(row: number, end: number): void {
    for (let column = end; ; ) {
      const taker = this.from[column]!;
      const freed = this.columnOf[taker]!;
      this.columnOf[taker] = column;
      this.rowOf[column] = taker;
      if (taker === row) return;
      column = freed;
    }
  }

  private costOf(row: number, column: number): number {
    return this.options[row]!.find((option) => option.column === column)!.cost;
  }
}
