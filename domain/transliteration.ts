/** Latin letters that look like Cyrillic ones, as they slip into Ukrainian words. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у',
}; // prettier-ignore

/** How people type Ukrainian and Russian with a Latin keyboard; longer spellings come first. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'], ['sch', 'щ'], ['zgh', 'зг'],
  ['zh', 'ж'], ['kh', 'х'], ['ts', 'ц'], ['ch', 'ч'], ['sh', 'ш'],
  ['ya', 'я'], ['ia', 'я'], ['ja', 'я'], ['yu', 'ю'], ['iu', 'ю'], ['ju', 'ю'],
  ['ye', 'є'], ['ie', 'є'], ['je', 'є'], ['yi', 'ї'], ['yo', 'йо'], ['jo', 'йо'],
  ['a', 'а'], ['b', 'б'], ['c', 'ц'], ['d', 'д'], ['e', 'е'], ['f', 'ф'], ['g', 'г'], ['h', 'г'], ['i', 'і'],
  ['j', 'й'], ['k', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'], ['o', 'о'], ['p', 'п'], ['q', 'к'], ['r', 'р'],
  ['s', 'с'], ['t', 'т'], ['u', 'у'], ['v', 'в'], ['w', 'в'], ['x', 'х'], ['y', 'и'], ['z', 'з'],
]; // prettier-ignore

const TABLE = new Map(SPELLINGS);
const PATTERN = new RegExp(SPELLINGS.map(([latin]) => latin).join('|'), 'g');

const hasLatin = (word: string): boolean => /[a-z]/.test(word);
const hasCyrillic = (word: string): boolean => /[Ѐ-ӿ]/.test(word);

/** Whether a lower-case word is written with Latin letters alone. */
export const isLatin = (word: string): boolean => hasLatin(word) && !hasCyrillic(word);

/** A lower-case word in Cyrillic: look-alike letters replaced in a mixed word, a Latin word read by sound. */
export function toCyrillic(word: string): string {
  if (!hasLatin(word)) return word;
  if (hasCyrillic(word)) return word.replace(/[a-z]/g, (letter) => LOOKALIKES[letter] ?? letter);
  return word.replace(PATTERN, (letters) => TABLE.get(letters) ?? letters);
}
