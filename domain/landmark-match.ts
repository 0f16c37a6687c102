import type { City, Landmark } from './city';
import { findPhrase, phraseOf, qualityOf } from './phrase';
import type { Sighting } from './phrase';
import { Vocabulary } from './vocabulary';
import type { Word } from './words';

const MOST_FOUND = 5;

/** The landmarks a text names, the most exactly named first. */
export function findLandmarks(city: Pick<City, 'landmarks'>, words: readonly Word[]): readonly Landmark[] {
  const known = city.landmarks.map((landmark) => ({
    landmark,
    phrases: [...landmark.words, landmark.names.uk].map(phraseOf),
  }));
  const sightings = new Vocabulary(known.flatMap(({ phrases }) => phrases.flat(2))).sight(words);
  const scored = known.map(({ landmark, phrases }) => ({
    landmark,
    score: Math.max(...phrases.map((phrase) => scoreOf(findPhrase(phrase, sightings)))),
  }));
  const found = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const best = found[0]?.score ?? 0;
  return found
    .filter(({ score }) => score === best)
    .slice(0, MOST_FOUND)
    .map(({ landmark }) => landmark);
}

/** «Центральний ринок» says more than «ринок» alone. */
const scoreOf = (found: readonly Sighting[] | undefined): number =>
  found ? found.length * qualityOf(found) : 0;
