import { HIDDEN } from './masking';
import { isCapital, nameWords, plain, WORD, type Mask, type NameWord } from './name-forms';

/** Whose text it is: in those of others only what is surely a name of the person is hidden. */
export type TextOf = 'own' | 'others';

interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly names: readonly NameWord[];
  /** A capital, or a word that is nothing but a name. */
  readonly isLikely: boolean;
}

const before = ({ text, start }: Found): string => text.slice(0, start);
const behind = ({ text, end }: Found): string => text.slice(end);
const wordOf = ({ text, start, end }: Found): string => text.slice(start, end);

const BETWEEN = /^(?:[^\S\n]+|-)$/u;
const ADDRESS =
  /(?<!\p{L})(?:пан(?:[еуаі]|ом|ові)?|шановн\p{L}{1,3}|громадян\p{L}{0,5}|заявни\p{L}{1,4}|гр|гр-\p{L}{1,3})[.:]?[^\S\n]+$/iu;
const INITIAL_BEFORE = /(?<!\p{L})\p{Lu}\.[^\S\n]*$/u;
const INITIAL_BEHIND = /^[^\S\n]+\p{Lu}\.(?!\p{L}{2})/u;
const STREET = /(?<!\p{L})(?:вул|ул|просп|пров|пер|бульв|пл)\.[^\S\n]*(?:\p{L}\.[^\S\n]*){0,2}$/iu;
/** Elsewhere a capital begins a sentence, a line or a quotation. */
const MIDDLE = /[\p{L}•,][^\S\n]+$|\p{L}-$/u;
const SHOUTED = /\p{Lu}{2},?[^\S\n]+$/u;

function foundIn(text: string, words: readonly NameWord[]): Found[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index: start }) => {
    const isBig = isCapital(word);
    const names = words.filter(({ forms, isTiny }) => forms.has(plain(word)) && (isBig || !isTiny));
    const isLikely = isBig || names.some(({ isSure }) => isSure);
    return names.length > 0 ? [{ text, start, end: start + word.length, names, isLikely }] : [];
  });
}

const areOneName = (left: Found, right: Found): boolean =>
  BETWEEN.test(left.text.slice(left.end, right.start)) &&
  (left.isLikely || right.isLikely) &&
  left.names.some((name) => right.names.some((other) => other !== name));

const isAddressed = (found: Found): boolean =>
  ADDRESS.test(before(found)) || INITIAL_BEFORE.test(before(found)) || INITIAL_BEHIND.test(behind(found));

const isShouted = (found: Found): boolean =>
  wordOf(found) === wordOf(found).toUpperCase() && SHOUTED.test(before(found));

const isOwnLine = (found: Found): boolean =>
  /(?:^|\n)\s*$/u.test(before(found)) && /^[.,]?\s*(?:\n|$)/u.test(behind(found));

const isNamedAlone = (found: Found): boolean =>
  found.names.some(({ isSure }) => isSure) ||
  (isCapital(wordOf(found)) && ((MIDDLE.test(before(found)) && !isShouted(found)) || isOwnLine(found)));

function isPerson(found: Found, beside: readonly Found[], textOf: TextOf): boolean {
  if (beside.length > 0) return true;
  if (found.names.every(({ isSmallWord }) => isSmallWord) || STREET.test(before(found))) return false;
  if (found.isLikely && isAddressed(found)) return true;
  return textOf === 'own' && isNamedAlone(found);
}

/**
 * Hides the words of a name in all their cases. One that is a word of every day too needs a capital in the middle of a
 * sentence, another word of the name, initials or «пані» beside it; in a text of others each word does.
 */
export function nameMask(name: string, textOf: TextOf): Mask {
  const words = nameWords(name);
  return (text) => {
    const found = foundIn(text, words);
    const besideOf = (at: number) => [
      ...found.slice(Math.max(0, at - 1), at).filter((left) => areOneName(left, found[at]!)),
      ...found.slice(at + 1, at + 2).filter((right) => areOneName(found[at]!, right)),
    ];
    return found
      .filter((one, at) => isPerson(one, besideOf(at), textOf))
      .reduceRight((left, { start, end }) => left.slice(0, start) + HIDDEN + left.slice(end), text);
  };
}
