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
  const rows = options.length;
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns + rows).fill(-1);
  const potential = new Float64Array(columns + rows);
  const choices = options.map((own, row) => [...own, { column: columns + row, cost: alone }]);
  const best = new Float64Array(columns + rows).fill(Infinity);
  const from = new Int32Array(columns + rows);
  for (let row = 0; row < rows; row++) {
    const settled: number[] = [];
    const reached = new Set<number>();
    let current = row;
    let length = 0;
    let end = -1;
    while (end < 0) {
      const own = columnOf[current]!;
      const base = own < 0 ? 0 : costOf(choices[current]!, own) - potential[own]!;
      for (const { column, cost } of choices[current]!) {
        if (column === own || settled.includes(column)) continue;
        const through = length + cost - potential[column]! - base;
        if (through < best[column]!) {
          best[column] = through;
          from[column] = current;
          reached.add(column);
        }
      }
      let nearest = -1;
      for (const column of reached) if (nearest < 0 || best[column]! < best[nearest]!) nearest = column;
      reached.delete(nearest);
      settled.push(nearest);
      length = best[nearest]!;
      if (rowOf[nearest]! < 0) end = nearest;
      else current = rowOf[nearest]!;
    }
    for (const column of settled) potential[column]! -= length - best[column]!;
    for (const column of [...settled, ...reached]) best[column] = Infinity;
    for (let column = end; column >= 0; ) {
      const taker = from[column]!;
      const freed = columnOf[taker]!;
      columnOf[taker] = column;
      rowOf[column] = taker;
      column = taker === row ? -1 : freed;
    }
  }
  return columnOf.map((column) => (column < columns ? column : -1));
}

function costOf(choices: readonly Option[], column: number): number {
  return choices.find((choice) => choice.column === column)!.cost;
}
