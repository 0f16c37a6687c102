import type { Word } from './words';
import { wordsOf } from './words';

const formsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => wordsOf(word).map(({ form }) => form)));

const HOUSE_WORDS = formsOf(['буд', 'будинок', 'будинку', 'дім', 'дом', 'д', 'б', 'номер', 'house']);
/** A number, perhaps with its letter; what is glued on behind («18кв5») is a flat and nobody’s business. */
const NUMBER = /^(\d{1,4})([а-еж](?![\p{L}\d]))?/u;
const LETTER = /^[а-еж]$/u;
const GLUE = /^\s*[-–/"«]?\s*$/;
const SLASH = /^\s*\/\s*$/;
const ENDED = /^[,.;]/;
const DASH = /^\s*[-–—]\s*$/;

/** The number of a house written after a street: «18», «18а», «17–21», «18/2». The flat is left out. */
export function houseAfter(words: readonly Word[], end: number): string | undefined {
  const start = words.findIndex(({ form }, index) => index >= end && !HOUSE_WORDS.has(form));
  const [, number, letter = ''] = NUMBER.exec(words[start]?.form ?? '') ?? [];
  if (number === undefined) return undefined;
  return number + (letter || tailAfter(words, start, Number(number)));
}

function tailAfter(words: readonly Word[], start: number, number: number): string {
  const next = words[start + 1];
  if (!next) return '';
  if (/^\d{1,4}$/.test(next.form)) {
    if (SLASH.test(next.gap)) return `/${next.form}`;
    // «17-21» is a row of houses, «18-5» is a flat.
    return DASH.test(next.gap) && Number(next.form) > number ? `–${next.form}` : '';
  }
  const after = words[start + 2];
  const isAlone = next.gap.trim() !== '' || !after || ENDED.test(after.gap);
  return LETTER.test(next.form) && GLUE.test(next.gap) && isAlone ? next.form : '';
}
