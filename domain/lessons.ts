import type { City, Names } from './city';
import { Counts } from './counts';
import { lessonOf } from './learner';
import type { Lesson } from './learner';

/** A phrase of the pack as plain words: its alternatives side by side. */
const plain = (phrase: string): string => phrase.replaceAll('/', ' ');

/** What a city's pack teaches about each category, by its code, and about each group, by its code. */
export interface Lessons {
  readonly categories: Counts;
  /** What is said of the categories is said of their groups too. */
  readonly groups: Counts;
  /** Those made of whole messages, labelled with the code of the category. */
  readonly examples: readonly Lesson[];
}

export function lessonsOf(city: City): Lessons {
  const groupOf = new Map<string, string>(city.categories.map(({ code, group }) => [code, group]));
  const categories = new Counts();
  const examples: Lesson[] = [];
  for (const { code, names, words, examples: texts } of city.categories) {
    const written = texts.map((text) => lessonOf(text, code));
    categories.add(lessonsAbout(code, names, words)).add(written);
    examples.push(...written);
  }
  const ofGroups = city.groups.flatMap(({ code, names, words }) => lessonsAbout(code, names, words));
  const groups = categories.relabelled((code) => groupOf.get(code) ?? code).add(ofGroups);
  return { categories, groups, examples };
}

const lessonsAbout = (code: string, names: Names, words: readonly string[] = []): Lesson[] =>
  [...Object.values(names), ...words.map(plain)].map((text) => lessonOf(text, code));
