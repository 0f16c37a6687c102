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
    const said = shares[position] ?? 1;
    for (const { name, share } of partsOf(word)) add(name, share * said);
    const previous = words[position - 1];
    if (previous) add(`${previous.stem} ${word.stem}`, SHARES.pair);
  });
  return ofLengthOne(features);
}

interface Part {
  readonly name: string;
  readonly share: number;
}

/** The same words come again and again: most are taken apart once. */
const PARTS = new Map<string, readonly Part[]>();
const MEMORY = 30_000;

function partsOf(word: Word): readonly Part[] {
  const key = word.latin ?? word.form;
  const known = PARTS.get(key);
  if (known) return known;
  const parts = takenApart(word);
  if (PARTS.size < MEMORY) PARTS.set(key, parts);
  return parts;
}

/** The stem, the root and the letter groups of a word. */
function takenApart({ form, stem, latin }: Word): readonly Part[] {
  const pieces = piecesOf(`_${form}_`);
  const share = SHARES.pieces / Math.sqrt(pieces.length);
  const root = stem.length > ROOT ? [{ name: `^${stem.slice(0, ROOT)}`, share: SHARES.root }] : [];
  return [
    { name: `=${latin ?? stem}`, share: SHARES.stem },
    ...root,
    ...pieces.map((name) => ({ name, share })),
  ];
}

function piecesOf(word: string): string[] {
  if (word.length <= PIECE) return [word];
  return Array.from({ length: word.length - PIECE + 1 }, (_, start) => word.slice(start, start + PIECE));
}

/** The same features, their shares changed so that any text says equally much. */
export function ofLengthOne(features: Map<string, number>): Features {
  let squares = 0;
  for (const share of features.values()) squares += share * share;
  const length = Math.sqrt(squares) || 1;
  for (const [name, share] of features) features.set(name, share / length);
  return features;
}
