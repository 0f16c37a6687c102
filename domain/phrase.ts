import { wordsOf } from './words';
import type { Word } from './words';

/** A word or short phrase of the pack: each slot is met by any of its stems. */
export type Phrase = readonly (readonly string[])[];

/** Reads a phrase as the pack writes it: words apart by spaces, alternatives apart by a slash. */
export function phraseOf(written: string): Phrase {
  return written
    .split(/\s+/)
    .map((slot) => [...new Set(slot.split('/').flatMap((option) => wordsOf(option).map(stemWithin)))])
    .filter((slot) => slot.length > 0);
}

const stemWithin = (word: Word): string => word.latin ?? word.stem;

/** Where in a text each known stem was met, and how well. */
export type Sightings = ReadonlyMap<string, readonly Sighting[]>;

export interface Sighting {
  readonly position: number;
  readonly quality: number;
}

/** How many words of other people's speech may stand between the words of a phrase. */
const WIDEST_GAP = 7;

/** The positions at which a phrase stands in a text, or nothing when a word of it is missing or far away. */
export function findPhrase(phrase: Phrase, sightings: Sightings): readonly Sighting[] | undefined {
  const [first = [], ...others] = phrase.map((slot) => slot.flatMap((stem) => sightings.get(stem) ?? []));
  let best: readonly Sighting[] | undefined;
  for (const start of first) {
    const found = completed(start, others);
    if (found && (!best || qualityOf(found) > qualityOf(best))) best = found;
  }
  return best;
}

function completed(
  start: Sighting,
  others: readonly (readonly Sighting[])[],
): readonly Sighting[] | undefined {
  const found = [start];
  for (const sightings of others) {
    const nearest = nearestTo(start.position, sightings, found);
    if (!nearest || Math.abs(nearest.position - start.position) > WIDEST_GAP + others.length)
      return undefined;
    found.push(nearest);
  }
  return found;
}

function nearestTo(
  position: number,
  sightings: readonly Sighting[],
  taken: readonly Sighting[],
): Sighting | undefined {
  let nearest: Sighting | undefined;
  for (const sighting of sightings) {
    if (taken.some((other) => other.position === sighting.position)) continue;
    if (!nearest || Math.abs(sighting.position - position) < Math.abs(nearest.position - position))
      nearest = sighting;
  }
  return nearest;
}

export const qualityOf = (sightings: readonly Sighting[]): number =>
  sightings.reduce((product, { quality }) => product * quality, 1);
