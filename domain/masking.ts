const CONTACTS: readonly RegExp[] = [
  /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu,
  /\b(?:\d[ -]?){15,18}\d\b/g,
  /(?<![\d])(?:\+?38)?[ (-]*0\d{2}[ )-]*\d{3}[ -]*\d{2}[ -]*\d{2}(?!\d)/g,
  /\+\d[\d ()-]{8,16}\d/g,
  /(?<!\p{L})(?:кв|квартира|flat|apt)\.?\s*№?\s*\d+/giu,
];

/** Free text as a group may see it: phones, e-mails, card numbers and flat numbers become «•••» (art. 10). */
export const maskContacts = (text: string): string => CONTACTS.reduce((masked, contact) => masked.replace(contact, '•••'), text);

/** The first `length` characters, cut at a word, with an ellipsis. */
export function excerpt(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length).replace(/[\ud800-\udbff]$/, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`;
}
