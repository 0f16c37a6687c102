import { createSearch } from './category-search';
import type { City, NonAppealKind } from './city';
import { createDangerReader } from './danger';
import { lessonsOf } from './lessons';
import { createNonAppealReader } from './non-appeal';
import { createRanking } from './ranking';
import type { Proposal } from './ranking';

/** Reads people's texts with the words and examples of the city's pack. */
export interface Classifier {
  /** The categories a text is most likely about, best first, at most five; none when the text says nothing known. */
  propose(text: string): readonly Proposal[];
  /** Codes of the categories that meet what a person typed to look for one, best first. */
  search(query: string): readonly string[];
  /** Whether a text names a danger to life or health now. */
  isDangerous(text: string): boolean;
  /** What kind of small talk a text is; nothing when it may be an appeal. Whoever insists is still heard. */
  recogniseNonAppeal(text: string): NonAppealKind | undefined;
}

/** Builds the classifier of a city; asking it afterwards takes a few milliseconds at most. */
export function createClassifier(city: City): Classifier {
  const lessons = lessonsOf(city);
  const recogniseNonAppeal = createNonAppealReader(city, lessons);
  const isDangerous = createDangerReader(city, lessons);
  const rank = createRanking(city, lessons);
  return {
    propose: (text) => (recogniseNonAppeal(text) ? [] : rank(text)),
    search: createSearch(city),
    isDangerous: (text) => isDangerous(text) && recogniseNonAppeal(text) === undefined,
    recogniseNonAppeal,
  };
}
