/** What a spreadsheet takes for a formula and would carry out (CSV injection). */
const FORMULA = /^[\s]*[=+\-@\t\r]/;
const QUOTED = /[";\n\r,]/;
/** How a spreadsheet knows that it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return QUOTED.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

type Row = readonly (string | number | undefined)[];

/** One line of a table. */
export const csvRow = (row: Row): string => `${row.map(cell).join(';')}\r\n`;

/**
 * Rows as a table every spreadsheet opens: semicolons, a mark of UTF-8 in front, and nothing that would be carried out
 * as a formula.
 */
export const csvOf = (rows: readonly Row[]): string => BYTE_ORDER_MARK + rows.map(csvRow).join('');
