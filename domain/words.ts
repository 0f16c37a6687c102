import { isLatin, toCyrillic } from './transliteration';

/** One word of a text: as it sounds, and without its ending. */
export interface Word {
  readonly form: string;
  readonly stem: string;
  /** The Latin spelling, where there was one: it may be English as well as transliterated. */
  readonly latin?: string;
  /** What stood between the word before and this one. */
  readonly gap: string;
}

const SAME_SOUND: Readonly<Record<string, string>> = {
  ё: 'е', є: 'е', э: 'е', і: 'и', ї: 'и', ы: 'и', ґ: 'г', ь: '', ъ: '',
}; // prettier-ignore

const ENDINGS = [
  'ються', 'еться', 'иться', 'ться', 'ется', 'ится', 'ются', 'утся', 'ятся', 'тся', 'лася', 'лося', 'лися', 'лось', 'лась', 'лись',
  'вся', 'лся', 'тися', 'тись', 'ться', 'ся',
  'ють', 'уть', 'ять', 'еть', 'ить', 'ать', 'ут', 'ют', 'ит', 'ет', 'ат', 'ят', 'ив', 'ял',
  'емо', 'имо', 'ете', 'ите', 'еш', 'иш', 'ае', 'уе', 'юе',
  'иями', 'ами', 'ями', 'ого', 'его', 'ому', 'ему', 'ими', 'ою', 'ею', 'иях', 'ах', 'ях', 'ам', 'ям', 'ом', 'ем', 'ов', 'ев', 'ови', 'еви',
  'ий', 'ии', 'ая', 'яя', 'ое', 'ее', 'ую', 'юю', 'их', 'ей', 'ой', 'ои', 'еи', 'ие', 'ия', 'ию', 'им',
  'а', 'я', 'о', 'е', 'у', 'ю', 'и', 'й',
]; // prettier-ignore

const KNOWN_ENDINGS = new Set(ENDINGS);
const LONGEST_ENDING = Math.max(...ENDINGS.map((ending) => ending.length));
const SHORTEST_STEM = 3;
/** Verbs keep their vowel, so that nouns in -ата and -ола, which look like them, stay near. */
const VERB = /^(.{3,}[аеиуя])(?:ла|ло|ли|ти|ть|тися|л|в(?<!ив))$/u;
const APOSTROPHES = /['’ʼ`´‘]/g;
const WORD = /([^\p{L}\p{N}]*)([\p{L}\p{N}]+)/gu;

/** A word as it sounds: one spelling for Ukrainian, Russian and what stands between them. */
export const soundOf = (word: string): string =>
  toCyrillic(word)
    .replace(/[ёєэіїыґьъ]/g, (letter) => SAME_SOUND[letter] ?? letter)
    .replace(/(\p{L})\1+/gu, '$1');

/** A sounded word without its ending: light, the same for the pack's words and the person's. */
export function stemOf(form: string): string {
  if (/\d/.test(form)) return form;
  if (form.length <= SHORTEST_STEM)
    return form.length === SHORTEST_STEM ? form.replace(/[аеиоуюя]$/, '') : form;
  const [, verb] = VERB.exec(form) ?? [];
  if (verb) return verb;
  const longest = Math.min(LONGEST_ENDING, form.length - SHORTEST_STEM);
  for (let length = longest; length > 0; length -= 1) {
    if (KNOWN_ENDINGS.has(form.slice(-length))) return form.slice(0, -length);
  }
  return withoutFleetingVowel(form);
}

/** «Ринок» and «ринку», «продавець» and «продавця» are one stem. */
const withoutFleetingVowel = (form: string): string =>
  form.length >= 5 ? form.replace(/([^аеиоуюя])о(к)$|([^аеиоуюя])е(ц)$/, '$1$2$3$4') : form;

/** The words of a text, in order, letters and digits only. */
export function wordsOf(text: string): Word[] {
  const clean = text.normalize('NFC').toLowerCase().replace(APOSTROPHES, '');
  return [...clean.matchAll(WORD)].map(([, gap = '', word = '']) => {
    const { form, stem, latin } = readingOf(word);
    return latin === undefined ? { form, stem, gap } : { form, stem, latin, gap };
  });
}

type Reading = Omit<Word, 'gap'>;

/** The same words come again and again: most are sounded and stemmed once. */
const READINGS = new Map<string, Reading>();
const MEMORY = 30_000;

function readingOf(word: string): Reading {
  const known = READINGS.get(word);
  if (known) return known;
  const form = soundOf(word);
  const read = { form, stem: stemOf(form) };
  const reading = isLatin(word) ? { ...read, latin: word } : read;
  if (READINGS.size < MEMORY) READINGS.set(word, reading);
  return reading;
}
