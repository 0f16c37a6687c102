import type { Category, City, GroupCode } from './city';
import { Evidence } from './evidence';
import { featuresOf } from './features';
import type { Features } from './features';
import { Learner } from './learner';
import type { Lessons } from './lessons';

export interface Proposal {
  readonly code: string;
  /** From 0 to 1: how likely the text is about this category. */
  readonly confidence: number;
}

const MOST_PROPOSALS = 5;
/** How much the words of a whole group say about one of its categories. */
const GROUP_SHARE = 0.7;
/** How much whole phrases of the pack weigh beside what was learned, for groups and for categories within one. */
const PHRASES = { group: 1.75, category: 1.5 };
const KIN_SHARES = [1, 0.3];
const FURTHER_KIN_SHARE = 0.1;
const NO_PHRASE = 0.3;

type Scores = ReadonlyMap<string, number>;

const groupName = (group: string): string => `group ${group}`;

/** Builds what ranks the categories of a city for a text: learned chances and whole phrases judge together. */
export function createRanking(city: City, lessons: Lessons): (text: string) => readonly Proposal[] {
  const evidence = new Evidence(subjectsOf(city));
  const groups = new Learner(lessons.groups);
  const within = learnersWithin(city, lessons);
  return (text) => {
    const features = featuresOf(text);
    const weights = evidence.weigh(text);
    const byGroup = groupScores(city, weights);
    const learned = groups.judge(features);
    const chances = blend(learned, byGroup, PHRASES.group);
    const ranked = city.groups.map(({ code }) =>
      spread(chances.get(code) ?? 0, judgeWithin(within.get(code), features), weights),
    );
    return ranked
      .flatMap((proposals) => proposals.sort(surestFirst).map(lessSureWithKin))
      .sort(surestFirst)
      .slice(0, MOST_PROPOSALS);
  };
}

const surestFirst = (a: Proposal, b: Proposal): number => b.confidence - a.confidence;

/** The first categories shown cover several groups: the kin of one already there say little new. */
const lessSureWithKin = ({ code, confidence }: Proposal, place: number): Proposal => ({
  code,
  confidence: confidence * (KIN_SHARES[place] ?? FURTHER_KIN_SHARE),
});

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

function learnersWithin(city: City, { categories }: Lessons): ReadonlyMap<GroupCode, Learner> {
  const groupOf = new Map(city.categories.map(({ code, group }: Category) => [code, group]));
  return new Map(
    city.groups.map(({ code }) => [
      code,
      new Learner(categories.filter(({ label }) => groupOf.get(label) === code)),
    ]),
  );
}

const judgeWithin = (learner: Learner | undefined, features: Features): Scores =>
  learner?.judge(features) ?? new Map();

/** The phrases met for a group: those of its best category and its own. */
function groupScores(city: City, weights: Scores): Scores {
  const best = new Map<string, number>();
  for (const { code, group } of city.categories)
    best.set(group, Math.max(best.get(group) ?? 0, weights.get(code) ?? 0));
  return new Map(
    city.groups.map(({ code }) => [
      code,
      (best.get(code) ?? 0) + GROUP_SHARE * (weights.get(groupName(code)) ?? 0),
    ]),
  );
}

/** Shares what was learned and what phrases say out anew; together they make 1. */
function blend(learned: Scores, phrases: Scores, weight: number): Map<string, number> {
  const scores = new Map(
    [...learned].map(([label, chance]) => [
      label,
      (chance + 1e-4) * (NO_PHRASE + (phrases.get(label) ?? 0)) ** weight,
    ]),
  );
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  for (const [label, score] of scores) scores.set(label, score / total);
  return scores;
}

const spread = (chance: number, learned: Scores, weights: Scores): Proposal[] =>
  [...blend(learned, weights, PHRASES.category)].map(([code, share]) => ({
    code,
    confidence: Math.min(chance * share, 0.99),
  }));
