import type { City } from './city';
import { Evidence } from './evidence';
import { featuresOf } from './features';
import type { Lessons } from './lessons';
import { NaiveBayes } from './naive-bayes';

export interface Proposal {
  readonly code: string;
  /** From 0 to 1: how likely the text is about this category. */
  readonly confidence: number;
}

const MOST_PROPOSALS = 5;
const SUREST = 0.99;
/** How much the words of a whole group say about one of its categories. */
const GROUP_SHARE = 0.7;
/** How much what its categories learned says about a group, beside what it learned itself. */
const LEAVES = 0.7;
/** How much whole phrases of the pack weigh beside what was learned, for groups and for categories within one. */
const PHRASES = { group: 15, category: 10 };
const KIN_SHARES = [1, 0.3];
const FURTHER_KIN_SHARE = 0.1;
const NO_PHRASE = 0.3;
/** What nothing was learned of is unlikely, not impossible. */
const SMALL = { group: 1e-6, leaves: 1e-4 };

type Scores = ReadonlyMap<string, number>;

const groupName = (group: string): string => `group ${group}`;

/** Builds what ranks the categories of a city for a text: learned chances and whole phrases judge together. */
export function createRanking(city: City, lessons: Lessons): (text: string) => readonly Proposal[] {
  const evidence = new Evidence(subjectsOf(city));
  const groups = new NaiveBayes(lessons.groups);
  const categories = new NaiveBayes(lessons.categories);
  const kin = city.groups.map(({ code }) => ({
    group: code,
    codes: city.categories.filter(({ group }) => group === code).map((category) => category.code),
  }));
  return (text) => {
    const features = featuresOf(text);
    const weights = evidence.weigh(text);
    const leaves = categories.judge(features);
    const own = groups.judge(features);
    const scores = kin.map(({ group, codes }) => groupScore(group, codes, { own, leaves, weights }));
    const total = sumOf(scores);
    const proposals = soberly(
      kin
        .flatMap(({ codes }, number) => spread(codes, (scores[number] ?? 0) / total, { leaves, weights }))
        .sort(surestFirst),
    );
    const isKnown = (proposals[0]?.confidence ?? 0) >= SAYS_NOTHING;
    return isKnown ? proposals.slice(0, MOST_PROPOSALS) : [];
  };
}

interface Signs {
  /** Learned of the groups. */
  readonly own: Scores;
  /** Learned of the categories. */
  readonly leaves: Scores;
  /** How strongly phrases of the pack speak for categories and groups. */
  readonly weights: Scores;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function groupScore(group: string, codes: readonly string[], { own, leaves, weights }: Signs): number {
  const ofLeaves = sumOf(codes.map((code) => leaves.get(code) ?? 0));
  const bestPhrase = Math.max(...codes.map((code) => weights.get(code) ?? 0));
  const phrases = bestPhrase + GROUP_SHARE * (weights.get(groupName(group)) ?? 0);
  return (
    ((own.get(group) ?? 0) + SMALL.group) *
    (ofLeaves + SMALL.leaves) ** LEAVES *
    (NO_PHRASE + phrases) ** PHRASES.group
  );
}

/** Shares a group's chance out among its categories. */
function spread(
  codes: readonly string[],
  chance: number,
  { leaves, weights }: Omit<Signs, 'own'>,
): Proposal[] {
  const scores = codes.map(
    (code) =>
      ((leaves.get(code) ?? 0) + Number.MIN_VALUE) *
      (NO_PHRASE + (weights.get(code) ?? 0)) ** PHRASES.category,
  );
  const total = sumOf(scores);
  return codes
    .map((code, number) => ({ code, confidence: Math.min((chance * (scores[number] ?? 0)) / total, SUREST) }))
    .sort(surestFirst)
    .map(lessSureWithKin);
}

/** The learners are too sure of themselves; this brings their confidence to how often they are right. */
const SOBRIETY = 0.15;
/** The best of a text that says nothing known is hardly likelier than the rest. */
const SAYS_NOTHING = 0.15;

function soberly(proposals: readonly Proposal[]): Proposal[] {
  const chances = proposals.map(({ confidence }) => confidence ** SOBRIETY);
  const total = sumOf(chances);
  return proposals.map(({ code }, place) => ({
    code,
    confidence: Math.min((chances[place] ?? 0) / total, SUREST),
  }));
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
