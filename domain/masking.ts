/** What people put between the digits of a phone. */
export const GAP = '[\\s.()\\u2010-\\u2015-]{0,3}';

const CONTACTS: readonly RegExp[] = [
  /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu,
  /\bUA\s?(?:\d\s?){26}\d/gi,
  /(?<!\d)(?:\d[\s-]?){15,18}\d(?!\d)/g,
  new RegExp(`\\+\\d(?:${GAP}\\d){8,14}`, 'g'),
  // A date with an hour and an appeal's number begin like a phone and are none.
  new RegExp(
    `(?<!\\d|\\d{4}-)(?!\\d{2}[./-]\\d{2}[./-]\\d{4})(?:3?8${GAP})?\\(?0[\\s-]?\\d{2}(?:${GAP}\\d){7}(?!\\d)`,
    'g',
  ),
  /(?<![\d-])\d{3}-\d{2}-\d{2}(?![\d-])/g,
  /(?<!\p{L})(?:кв(?:артир\p{L}*|-р\p{L})?|flat|apt|apartment)\.?\s*№?\s*\d{1,4}(?!\d)(?:-?\p{L}(?!\p{L}))?/giu,
];

export const HIDDEN = '•••';

/** Free text as a group may see it: phones, e-mails, card numbers and flat numbers become «•••» (art. 10). */
export const maskContacts = (text: string): string =>
  CONTACTS.reduce((masked, contact) => masked.replace(contact, HIDDEN), text);

/** The first `length` characters, cut at a word, with an ellipsis. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace >= length / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}
