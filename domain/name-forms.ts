import { COMMON_NAMES, SHORT_NAMES, SMALL_WORDS } from './common-names';

export type Mask = (words: string) => string;

const CONSONANT = '[бвгґджзклмнпрстфхцчшщ]';
const VOWEL = '[аеєиіїоуюя]';
const after = (before: string, end: string) => new RegExp(`(?<=${before})${end}$`, 'u');
const split = (endings: string): readonly string[] => endings.split(' ');

const NOUN = ['', ...split('ь а я у ю і и о е ом ем ові еві ів ам ям ами ями ах ях')];
const SURNAME = ['', ...split('а у им і ої ій ою и их ими')];

/** What a name ends in, and the endings it has instead in other cases. */
const DECLENSIONS: readonly (readonly [end: RegExp, endings: readonly string[]])[] = [
  [/ий$/u, split('ий а ого ої ому ій у им ою ім і их ими')],
  [/(?<=н)ій$/u, split('ій я ього ьої ьому ю ім ьою і іх іми')],
  [after(VOWEL, '[йя]'), split('й я ю ї є єм єю єві їв ям ями ях')],
  [/(?<=[оеє]в|[иії]н)а?$/u, SURNAME],
  [/а$/u, split('а и і у ою ею о ої ій ам ами ах')],
  [after(CONSONANT, 'я'), split('я і ї ю ею єю е є ям ями ях')],
  [after(CONSONANT, '[оь]?'), NOUN],
];

const OBLIQUE = split('а я у ю і ї и е є ом ем єм ові еві єві ів їв ам ям ами ями ах ях');
const VOCATIVE = ['е'];
const DATIVE = ['і'];

/**
 * What becomes of the end of a name in other cases: «Швець» – «Шевця», «Коломієць» – «Коломійця», «Орел» – «Орла»,
 * «Яків» – «Якова», «Кисіль» – «Киселя», «Сойка» – «Сойці».
 */
const SHIFTS: readonly (readonly [end: RegExp, endings: readonly string[], ...others: string[]])[] = [
  [new RegExp(`^(${CONSONANT})(${CONSONANT})ець$`, 'u'), OBLIQUE, '$1е$2ц', '$1е$2ч'],
  [/лець$/u, OBLIQUE, 'льц', 'льч'],
  [/ець$/u, OBLIQUE, 'ц', 'ч'],
  [/єць$/u, OBLIQUE, 'йц', 'йч'],
  [/[ое]к$/u, OBLIQUE, 'к'],
  [/(?:[ое]л|ель)$/u, OBLIQUE, 'л'],
  [/ень$/u, OBLIQUE, 'н'],
  [/ер$/u, OBLIQUE, 'р'],
  [/ей$/u, OBLIQUE, ''],
  [/^лев$/u, OBLIQUE, 'льв'],
  [new RegExp(`і(${CONSONANT})$`, 'u'), OBLIQUE, 'о$1'],
  [new RegExp(`і(${CONSONANT})ь$`, 'u'), OBLIQUE, 'о$1', 'е$1'],
  [/ів$/u, OBLIQUE, 'ев'],
  [/к$/u, VOCATIVE, 'ч'],
  [/г$/u, VOCATIVE, 'ж'],
  [/х$/u, VOCATIVE, 'ш'],
  [/ка$/u, DATIVE, 'ц'],
  [/га$/u, DATIVE, 'з'],
  [/ха$/u, DATIVE, 'с'],
];

/** Shorter ones are common words as well. */
const SURE_STEM = 4;
const SHORTEST_DECLINED = 3;
const SHORTEST_NAME = 2;

const APOSTROPHES = /[’'ʼ`]/g;
/** Words with the apostrophes inside them. */
export const WORD = /\p{L}+(?:[’'ʼ`]\p{L}+)*/gu;

/** A word as forms are spelled: «О’Ніл» and «о'ніл» are one. */
export const plain = (word: string): string => word.normalize('NFC').toLowerCase().replace(APOSTROPHES, '');

export const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

const stemOf = (word: string): string => word.replace(/(?:ий|ій|[аоьйя])$/u, '');
const COMMON_STEMS = new Set(COMMON_NAMES.map(stemOf));

/** A word of a name in all its forms. */
export interface NameWord {
  readonly forms: ReadonlySet<string>;
  /** In none of its forms a word of every day. */
  readonly isSure: boolean;
  /** Of two letters: only with a capital. */
  readonly isTiny: boolean;
  /** A surname like «До»: only beside another word of the name. */
  readonly isSmallWord: boolean;
}

const declined = (word: string): string[] =>
  DECLENSIONS.flatMap(([end, endings]) =>
    end.test(word) ? endings.map((ending) => word.replace(end, ending)) : [],
  );

const shifted = (word: string): string[] =>
  SHIFTS.flatMap(([end, endings, ...others]) =>
    end.test(word)
      ? others.flatMap((other) => endings.map((ending) => word.replace(end, other) + ending))
      : [],
  );

const isSure = (word: string): boolean =>
  SHORT_NAMES.has(word) || (stemOf(word).length >= SURE_STEM && !COMMON_STEMS.has(stemOf(word)));

function nameWord(word: string): NameWord {
  const isTiny = word.length < SHORTEST_DECLINED;
  const forms = new Set([word, ...(isTiny ? [] : [...declined(word), ...shifted(word)])]);
  return { forms, isSure: isSure(word), isTiny, isSmallWord: SMALL_WORDS.has(word) };
}

const isName = (word: string): boolean =>
  word.length >= SHORTEST_DECLINED || (word.length === SHORTEST_NAME && isCapital(word));

/** The words of a name, each in all its cases; one of two letters as it is. */
export const nameWords = (name: string): readonly NameWord[] =>
  (name.match(WORD) ?? []).filter(isName).map((word) => nameWord(plain(word)));
