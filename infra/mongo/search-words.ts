import { textOf, type Appeal } from '../../domain/appeal';

const MOST_WORDS = 300;
/** An index cannot look for what is longer, and many words together take long. */
const LONGEST_ASKED = 60;
const MOST_ASKED = 12;

const WORD = /[\p{L}\p{N}]+/gu;
const APOSTROPHE = /['’ʼ`]/g;

const wordsIn = (text: string): string[] =>
  (text.toLowerCase().replace(APOSTROPHE, '').match(WORD) ?? []).map(withoutZeros);

const withoutZeros = (word: string): string => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word);

/** The words an appeal is found by: its text, its place and its number. */
export function searchWords(appeal: Pick<Appeal, 'pieces' | 'place' | 'number'>): string[] {
  const [, ordinal = ''] = appeal.number.split('-');
  const words = [...wordsIn(appeal.place?.label ?? ''), ...wordsIn(textOf(appeal))];
  return [...new Set([withoutZeros(ordinal), ...words])].slice(0, MOST_WORDS);
}

/**
 * For each asked word, what one of an appeal's words must be or begin with: endings are left off, so «ліхтарі» finds
 * «ліхтар». Numbers stay whole.
 */
export const searchPatterns = (asked: string): (string | RegExp)[] =>
  wordsIn(asked)
    .slice(0, MOST_ASKED)
    .map((word) => word.slice(0, LONGEST_ASKED))
    .map((word) => (/^\d+$/.test(word) ? word : new RegExp(`^${stem(word)}`)));

/** `2026-4217`, `№ 2026-004217`: the number it names. */
export function numberIn(asked: string): string | undefined {
  const [, year, ordinal] = /^\s*№?\s*(\d{4})-(\d{1,6})\s*$/.exec(asked) ?? [];
  return year && ordinal ? `${year}-${ordinal.padStart(6, '0')}` : undefined;
}

function stem(word: string): string {
  const ending = word.length >= 7 ? 3 : word.length >= 5 ? 2 : word.length >= 3 ? 1 : 0;
  return word.slice(0, word.length - ending);
}
