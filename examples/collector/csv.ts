/** The value of a cell. A list, for example of chosen options, fills one cell. */
export type Cell = string | number | boolean | null | readonly string[];

/** Matches the first character of a text that a spreadsheet would run as a formula, including full-width forms and leading whitespace. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
const NEEDS_QUOTES = /[",\r\n]/;

/** Writes one cell (RFC 4180). Joins the items of a list with `; `. Puts an apostrophe before a text that would run as a formula. */
export const toCsvCell = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'object') return toCsvCell(cell.join('; '));
  if (typeof cell !== 'string') return String(cell);
  const text = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Writes a table with a header and CRLF line ends. A byte order mark at the beginning tells spreadsheets that it is UTF-8. */
export const toCsv = (columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[]): string => {
  const toLine = (cells: readonly Cell[]) => `${cells.map(toCsvCell).join(',')}\r\n`;
  return `\ufeff${toLine(columns)}${rows.map((row) => toLine(columns.map((column) => row[column] ?? null))).join('')}`;
};
