import type { City, Names } from './city';
import { lessonOf } from './learner';
import type { Lesson } from './learner';

/** A phrase of the pack as plain words: its alternatives side by side. */
const plain = (phrase: string): string => phrase.replaceAll('/', ' ');

/** What a city's pack teaches: about each category, labelled with its code, and about each group, labelled likewise. */
export interface Lessons {
  readonly categories: readonly Lesson[];
  /** Those of the categories are among them. */
  readonly groups: readonly Lesson[];
  /** Those made of whole messages, labelled with the code of the category. */
  readonly examples: readonly Lesson[];
}

export function lessonsOf(city: City): Lessons {
  const groupOf = new Map<string, string>(city.categories.map(({ code, group }) => [code, group]));
  const examples = city.categories.flatMap((category) =>
    category.examples.map((text) => lessonOf(text, category.code)),
  );
  const named = city.categories.flatMap(({ code, names, words }) => lessonsAbout(code, names, words));
  const categories = [...named, ...examples];
  const ofGroups = city.groups.flatMap(({ code, names, words }) => lessonsAbout(code, names, words));
  const raised = categories.map(({ features, label }) => ({ features, label: groupOf.get(label) ?? label }));
  return { categories, groups: [...ofGroups, ...raised], examples };
}

const lessonsAbout = (code: string, names: Names, words: readonly string[] = []): Lesson[] =>
  [...Object.values(names), ...words.map(plain)].map((text) => lessonOf(text, code));
