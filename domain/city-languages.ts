import type { City, Names } from './city';

/** The name in `language`, or the Ukrainian one. */
export const nameIn = (names: Names, language: string): string => names[language] ?? names.uk;

/** What a city speaks where nobody's own language is known: in its groups, and to whoever wishes none it speaks. */
export const mainLanguage = ({ languages }: Pick<City, 'languages'>): string => languages[0] ?? 'uk';

/** The first of the wished languages that the city speaks, or its main one; `uk-UA` wishes `uk`. */
export const languageFor = (city: Pick<City, 'languages'>, wished: readonly string[]): string =>
  wished.map((one) => one.trim().slice(0, 2)).find((one) => city.languages.includes(one)) ??
  mainLanguage(city);
