import { createSearch } from './category-search';
import type { City } from './city';
import { Evidence } from './evidence';

export interface Proposal {
  readonly code: string;
  /** From 0 to 1: how much of the text's evidence speaks for this category. */
  readonly confidence: number;
}

/** Reads people's texts with the words of the city's pack. */
export interface Classifier {
  /** The categories a text is most likely about, best first, at most five; none when the text says nothing known. */
  propose(text: string): readonly Proposal[];
  /** Codes of the categories that meet what a person typed to look for one, best first. */
  search(query: string): readonly string[];
  /** Whether a text names a danger to life or health now. */
  isDangerous(text: string): boolean;
}

const MOST_PROPOSALS = 5;
const LEAST_EVIDENCE = 0.85;
/** How much the words of a whole group, and of its other categories, say about one of its categories. */
const GROUP_SHARE = 0.7;
const KIN_SHARE = 0.3;
const DANGER = 'danger';

/** Builds the classifier of a city; asking it afterwards takes a few milliseconds at most. */
export function createClassifier(city: City): Classifier {
  const evidence = new Evidence(subjectsOf(city));
  const dangers = new Evidence([dangerOf(city)], true);
  return {
    propose: (text) => rank(city, evidence.weigh(text)),
    search: createSearch(city),
    isDangerous: (text) => dangers.weigh(text).has(DANGER),
  };
}

const dangerOf = ({ dangerWords = [] }: City) => ({
  name: DANGER,
  group: DANGER,
  words: dangerWords,
  examples: [],
});

const groupName = (group: string): string => `group ${group}`;

const subjectsOf = (city: City) => [
  ...city.groups.map(({ code, names, words = [] }) => ({
    name: groupName(code),
    group: code,
    words: [...words, ...Object.values(names)],
    examples: [],
  })),
  ...city.categories.map(({ code, group, words, names, examples }) => ({
    name: code,
    group,
    words: [...words, ...Object.values(names)],
    examples,
  })),
];

function rank(city: City, weights: ReadonlyMap<string, number>): readonly Proposal[] {
  const kin = new Map<string, number>();
  for (const { code, group } of city.categories) {
    kin.set(group, (kin.get(group) ?? 0) + (weights.get(code) ?? 0));
  }
  const scored = city.categories
    .map(({ code, group }) => ({ code, score: scoreOf(code, group, weights, kin) }))
    .filter(({ score }) => score >= LEAST_EVIDENCE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_PROPOSALS);
  const total = scored.reduce((sum, { score }) => sum + score, 1);
  return scored.map(({ code, score }) => ({ code, confidence: score / total }));
}

function scoreOf(
  code: string,
  group: string,
  weights: ReadonlyMap<string, number>,
  kin: ReadonlyMap<string, number>,
): number {
  const own = weights.get(code) ?? 0;
  const ofKin = (kin.get(group) ?? 0) - own;
  return own + GROUP_SHARE * (weights.get(groupName(group)) ?? 0) + KIN_SHARE * ofKin;
}
