import { featuresOf, ofLengthOne } from './features';
import type { Features } from './features';
import { Vocabulary } from './vocabulary';
import { wordsOf } from './words';
import type { Word } from './words';

/** How far apart two words may stand and still speak of one thing. */
const WIDEST_GAP = 6;
const MOST_WORDS = 120;
/** A word two typos away from a sign is none. */
const LEAST_QUALITY = 0.75;
/** What all signs of a text, and all their pairs, weigh beside its own words. */
const SHARES = { sign: 0.8, pair: 0.6 };

/**
 * Builds what reads a text with signs: a sign is a kind of words that mean the same here, «wire» or «hangs».
 * Whoever learns from signs and their pairs understands «кабель теліпається» from «дріт висить». `plain` are the text's
 * features without signs, where they are known.
 */
export function createSignReader(
  signs: Readonly<Record<string, string>>,
): (text: string, plain?: Features) => Features {
  const namesOf = namesByStem(signs);
  const vocabulary = new Vocabulary(namesOf.keys());
  const signsOf = (word: Word): string[] => {
    const met = vocabulary.meetings(word).filter(({ quality }) => quality >= LEAST_QUALITY);
    const best = met.filter(({ quality }) => quality === met[0]?.quality);
    return [...new Set(best.flatMap(({ stem }) => namesOf.get(stem) ?? []))];
  };
  return (text, plain = featuresOf(text)) => {
    const met = wordsOf(text).slice(0, MOST_WORDS).map(signsOf);
    const names = new Set(met.flat().map(signFeature));
    const features = new Map(plain);
    share(features, names, SHARES.sign);
    share(features, pairsOf(met), SHARES.pair);
    return ofLengthOne(features);
  };
}

/** The name under which a sign is among the features of a text. */
export const signFeature = (name: string): string => `@${name}`;

function namesByStem(signs: Readonly<Record<string, string>>): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const [name, list] of Object.entries(signs))
    for (const stem of new Set(wordsOf(list).map((word) => word.stem)))
      names.set(stem, [...(names.get(stem) ?? []), name]);
  return names;
}

/** Signs of different words near each other, two by two, whichever came first. */
function pairsOf(met: readonly (readonly string[])[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  met.forEach((earlier, position) => {
    const later = met.slice(position + 1, position + 1 + WIDEST_GAP).flat();
    for (const one of earlier)
      for (const other of later) if (one !== other) pairs.add(`@${[one, other].sort().join('@')}`);
  });
  return pairs;
}

function share(features: Map<string, number>, names: ReadonlySet<string>, whole: number): void {
  for (const name of names) features.set(name, whole / Math.sqrt(names.size));
}
