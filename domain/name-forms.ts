import { literal } from './literal';
import { HIDDEN } from './masking';

export type Mask = (words: string) => string;

const APOSTROPHES = /[’'ʼ`]/g;
const spelled = (text: string): string => literal(text).replace(APOSTROPHES, "[’'ʼ`]?");

const CONSONANT = '[бвгґджзклмнпрстфхцчшщ]';

/**
 * What becomes of the end of a name in other cases: «Швець» – «Шевця», «Коломієць» – «Коломійця», «Орел» – «Орла»,
 * «Яків» – «Якова», «Кисіль» – «Киселя».
 */
const SHIFTS: readonly (readonly [end: RegExp, ...others: string[]])[] = [
  [new RegExp(`^(${CONSONANT})(${CONSONANT})ець$`, 'u'), '$1е$2ц', '$1е$2ч'],
  [/лець$/u, 'льц', 'льч'],
  [/ець$/u, 'ц', 'ч'],
  [/єць$/u, 'йц', 'йч'],
  [/[ое]к$/u, 'к'],
  [/[ое]л$/u, 'л'],
  [/ень$/u, 'н'],
  [/ер$/u, 'р'],
  [/^лев$/u, 'льв'],
  [new RegExp(`і(${CONSONANT})$`, 'u'), 'о$1'],
  [new RegExp(`і(${CONSONANT})ь$`, 'u'), 'о$1', 'е$1'],
  [/ів$/u, 'ев'],
];
const ENDINGS = '(?:ові|еві|єві|ами|ями|ом|ем|єм|ів|їв|ам|ям|ах|ях|ь|а|я|у|ю|е|і|и)?';

/** Shorter ones are common words as well: only with a capital are they a name. */
const SURE_STEM = 4;
const SHORTEST_STEM = 3;
const SHORTEST_NAME = 2;

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

function hides(forms: string, isSure: boolean): Mask {
  const word = new RegExp(`(?<!\\p{L})${forms}(?!\\p{L})`, 'giu');
  return (words) => words.replace(word, (found) => (isSure || isCapital(found) ? HIDDEN : found));
}

/** «Яків» without its end would be found in «які» and «якість». */
const SHORT_AS_YAKIV = new RegExp(`^\\p{L}{2}і${CONSONANT}$`, 'iu');
const ownStem = (word: string): string =>
  SHORT_AS_YAKIV.test(word) ? word : word.slice(0, Math.max(SHORTEST_STEM, word.length - 2));

/** A word of a name in any of its forms: «Коваль», «Ковалю», «Олени», «Кравцеві». */
function wordMasks(word: string): Mask[] {
  if (word.length < SHORTEST_STEM) return [hides(spelled(word), false)];
  const shifted = SHIFTS.flatMap(([end, ...others]) => {
    const lower = word.toLowerCase();
    return end.test(lower) ? others.map((other) => lower.replace(end, other)) : [];
  });
  return [
    hides(`${spelled(ownStem(word))}\\p{L}{0,4}`, true),
    ...shifted.map((stem) => hides(spelled(stem) + ENDINGS, stem.length >= SURE_STEM)),
  ];
}

const isName = (word: string): boolean =>
  word.length >= SHORTEST_STEM || (word.length === SHORTEST_NAME && isCapital(word));

/** Hides the words of a name in all their cases; one of two letters only as a whole and with a capital. */
export const nameMasks = (name: string): readonly Mask[] =>
  name
    .split(/[\s.-]+/)
    .filter(isName)
    .flatMap(wordMasks);
