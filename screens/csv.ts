/** What a spreadsheet takes for a formula and would carry out (CSV injection). */
const FORMULA = /^[\s]*[=+\-@\t\r]/;
const QUOTED = /[";\n\r,]/;
const MARK = '\uFEFF';

const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return QUOTED.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * Rows as a table every spreadsheet opens: semicolons, a mark of UTF-8 in front, and nothing that would be carried out
 * as a formula.
 */
export const csvOf = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  MARK + rows.map((row) => row.map(cell).join(';')).join('\r\n') + '\r\n';
