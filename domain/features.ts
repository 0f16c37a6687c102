import { wordsOf } from './words';
import { sharesOf } from './side-details';
import type { Word } from './words';

/** What a text shows to a learner: pieces of its words, each with its share. */
export type Features = ReadonlyMap<string, number>;

const MOST_WORDS = 120;
const PIECE = 4;
const ROOT = 5;
/** A whole word says more than its pieces; a word of every conversation says little. */
const SHARES = { stem: 1, root: 0.7, pieces: 0.9, pair: 0.5 };

/** The stems, roots, letter groups and pairs of words of a text, of equal length together for any text. */
export function featuresOf(text: string): Features {
  const words = wordsOf(text).slice(0, MOST_WORDS);
  const features = new Map<string, number>();
  const add = (name: string, share: number): void => {
    features.set(name, (features.get(name) ?? 0) + share);
  };
  const shares = sharesOf(words);
  words.forEach((word, position) => {
    addWord(word, shares[position] ?? 1, add);
    const previous = words[position - 1];
    if (previous) add(`${previous.stem} ${word.stem}`, SHARES.pair);
  });
  return ofLengthOne(features);
}

function addWord(
  { form, stem, latin }: Word,
  share: number,
  add: (name: string, share: number) => void,
): void {
  add(`=${latin ?? stem}`, SHARES.stem * share);
  if (stem.length > ROOT) add(`^${stem.slice(0, ROOT)}`, SHARES.root * share);
  const pieces = piecesOf(`_${form}_`);
  for (const piece of pieces) add(piece, (SHARES.pieces * share) / Math.sqrt(pieces.length));
}

function piecesOf(word: string): string[] {
  if (word.length <= PIECE) return [word];
  return Array.from({ length: word.length - PIECE + 1 }, (_, start) => word.slice(start, start + PIECE));
}

function ofLengthOne(features: Map<string, number>): Features {
  const length = Math.sqrt([...features.values()].reduce((sum, share) => sum + share * share, 0)) || 1;
  for (const [name, share] of features) features.set(name, share / length);
  return features;
}
