/** A cell: text from anywhere, a number of our own, or nothing. */
export type Cell = string | number | null | undefined;

/** What spreadsheets take for a formula when a cell begins with it (OWASP, “CSV Injection”), full-width forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A table as RFC 4180 has it: CRLF after every line, quotes where a cell needs them. Text that a spreadsheet would take for a
 * formula has an apostrophe in front; numbers are written as they are, unrounded, with a decimal point.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
