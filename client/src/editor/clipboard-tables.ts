/** A cell of a pasted table: where it stands, counted from 0. */
export interface CellPlace {
  readonly element: HTMLTableCellElement;
  readonly table: string;
  readonly row: number;
  readonly col: number;
  readonly header: boolean;
}

const MORE_THAN_WORDS =
  'table, blockquote, pre, figure, hr, h1, h2, h3, h4, h5, h6, article, section, aside, nav, form';
const LINES = 'p, br, li, div';
const MOST_LINES = 12;

/** The cells in reading order; null when the table holds more than words, or but one column. */
export function tableCells(table: HTMLElement): readonly CellPlace[] | null {
  if (!(table instanceof HTMLTableElement) || table.querySelector(MORE_THAN_WORDS)) return null;
  const rows = [...table.rows];
  const cells = rows.flatMap((row) => [...row.cells]);
  if (!rows.some((row) => row.cells.length > 1) || !table.textContent?.trim()) return null;
  if (cells.some((cell) => cell.querySelectorAll(LINES).length > MOST_LINES)) return null;
  return placed(rows, freshTable());
}

/** Each pasted table is one of its own, also beside the one that it was copied from. */
function freshTable(): string {
  return `t${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
}

function placed(rows: readonly HTMLTableRowElement[], table: string): CellPlace[] {
  const covered: number[] = [];
  return rows.flatMap((line, row) => {
    let next = 0;
    const cells = [...line.cells].map((element) => {
      while (covered[next]! > row) next++;
      const col = next;
      for (let width = Math.min(element.colSpan, 100); width > 0; width--)
        covered[next++] = row + element.rowSpan;
      return { element, table, row, col, header: element.nodeName === 'TH' };
    });
    return cells;
  });
}
