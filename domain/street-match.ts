import type { City, Street } from './city';
import { isOneTypoApart, isTwoTyposApart } from './similarity';
import { wordsOf } from './words';
import type { Word } from './words';

/** A street met in a text: how surely, and between which words. */
export interface StreetMatch {
  readonly street: Street;
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  'вул.': ['вул', 'вулиця', 'вулиці', 'вулицю', 'ул', 'улица', 'улице', 'вулицею', 'vul', 'street', 'str'],
  'просп.': [
    'просп',
    'проспект',
    'проспекті',
    'проспекту',
    'проспекте',
    'пр',
    'пркт',
    'прт',
    'avenue',
    'prospekt',
  ],
  'бульв.': ['бульв', 'бульвар', 'бульварі', 'бульваре', 'бул', 'boulevard'],
  'пл.': ['пл', 'площа', 'площі', 'площу', 'площадь', 'площади', 'square'],
  'пров.': ['пров', 'провулок', 'провулку', 'пер', 'переулок', 'переулке', 'lane'],
  узвіз: ['узвіз', 'узвозі', 'спуск'],
  'наб.': ['наб', 'набережна', 'набережній', 'набережная'],
};

const EXACT = 1;
const SAME_STEM = 0.92;
const PARTLY_TYPED = 0.8;
const ONE_TYPO = 0.75;
const TWO_TYPOS = 0.6;
const OTHER_PREFIX = 0.7;
const USUAL_PREFIX = 'вул.';
const UNSAID_PREFIX = 0.95;
const LEAST_TYPED = 3;

/** The kind of street a word names, in the city's spelling; nothing for other words. */
const prefixOf = (word: Word): string | undefined => PREFIX_BY_FORM.get(word.latin ?? word.form);

const PREFIX_BY_FORM = new Map(
  Object.entries(PREFIXES).flatMap(([prefix, forms]) =>
    forms.flatMap((form) => wordsOf(form).map((word) => [word.latin ?? word.form, prefix] as const)),
  ),
);

/** The streets a text may name, surest first. */
export function findStreets(city: Pick<City, 'streets'>, words: readonly Word[]): readonly StreetMatch[] {
  const matches = city.streets.flatMap((street) => matchStreet(street, words) ?? []);
  const streets = matches.filter((match) => !matches.some((other) => isPrefixOf(match, other, words)));
  return streets.sort((a, b) => b.score - a.score);
}

/** In «набережна Річкова» the first word is no street of that name. */
const isPrefixOf = (match: StreetMatch, other: StreetMatch, words: readonly Word[]): boolean =>
  match.end === other.start &&
  match.start === other.start - 1 &&
  prefixAt(words, match.start) === other.street.prefix;

function matchStreet(street: Street, words: readonly Word[]): StreetMatch | undefined {
  const names = [street.name, ...street.formerNames].flatMap(aliasesOf);
  let best: StreetMatch | undefined;
  for (const name of names) {
    for (let start = 0; start + name.length <= words.length; start += 1) {
      const end = start + name.length;
      const score = scoreAt(name, words, start) * prefixFactor(street, prefixAround(words, start, end));
      const isNamedAfter = prefixAt(words, end) !== undefined;
      if (score > (best?.score ?? 0)) best = { street, score, start, end: isNamedAfter ? end + 1 : end };
    }
  }
  return best;
}

/** «Івана Франка» is also called «Франка»: a surname alone is enough. */
function aliasesOf(name: string): Word[][] {
  const words = wordsOf(name);
  const last = words.slice(-1);
  return words.length > 1 && (last[0]?.form.length ?? 0) > LEAST_TYPED ? [words, last] : [words];
}

function scoreAt(name: readonly Word[], words: readonly Word[], start: number): number {
  let score = 1;
  for (const [offset, wanted] of name.entries()) {
    const typed = words[start + offset];
    score = Math.min(score, typed ? likeness(wanted, typed, start + offset === words.length - 1) : 0);
    if (score === 0) return 0;
  }
  return score;
}

function likeness(wanted: Word, typed: Word, isLast: boolean): number {
  if (typed.form === wanted.form) return EXACT;
  if (/\d/.test(typed.form)) return 0;
  if (typed.stem === wanted.stem) return SAME_STEM;
  if (isLast && typed.form.length >= LEAST_TYPED && wanted.form.startsWith(typed.form)) return PARTLY_TYPED;
  if (Math.min(typed.form.length, wanted.form.length) < 4) return 0;
  if (isOneTypoApart(typed.form, wanted.form) || isOneTypoApart(typed.stem, wanted.stem)) return ONE_TYPO;
  return wanted.form.length >= 7 && isTwoTyposApart(typed.form, wanted.form) ? TWO_TYPOS : 0;
}

const prefixAt = (words: readonly Word[], index: number): string | undefined => {
  const word = words[index];
  return word && prefixOf(word);
};

/** «Вулиця Садова» and «Садова вулиця». */
export const prefixAround = (words: readonly Word[], start: number, end: number): string | undefined =>
  prefixAt(words, start - 1) ?? prefixAt(words, end);

/** A street of another kind than the one typed is a worse guess; a lane is rarely named without saying it is one. */
function prefixFactor(street: Street, typed: string | undefined): number {
  if (typed) return typed === street.prefix ? 1 : OTHER_PREFIX;
  return street.prefix === USUAL_PREFIX ? 1 : UNSAID_PREFIX;
}
