/** A list is one cell: what was chosen, say. */
export type Cell = string | number | boolean | null | readonly string[];

/** Begins what a spreadsheet would run as a formula, full-width forms and the characters it skips before one included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** Writes one cell (RFC 4180), a list with `; ` between its items. A text that would run as a formula gets an apostrophe before it; a number stays a number. */
export const toCsvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'object') return toCsvCell(cell.join('; '));
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Writes a table with a header, CRLF after each line, and the mark that tells a spreadsheet it is UTF-8. */
export const toCsv = (columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string => {
  const toLine = (cells: readonly Cell[]) => `${cells.map(toCsvCell).join(',')}\r\n`;
  return `\ufeff${toLine(columns)}${rows.map((row) => toLine(columns.map((column) => row[column] ?? null))).join('')}`;
};
