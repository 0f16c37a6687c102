import type { City } from './city';
import { lessonOf } from './learner';
import type { Lesson } from './learner';

/** A phrase of the pack as plain words: its alternatives side by side. */
const plain = (phrase: string): string => phrase.replaceAll('/', ' ');

/** What a city's pack teaches: about each category, labelled with its code, and about each group, labelled likewise. */
export interface Lessons {
  readonly categories: readonly Lesson[];
  /** Those of the categories are among them. */
  readonly groups: readonly Lesson[];
}

export function lessonsOf(city: City): Lessons {
  const groupOf = new Map<string, string>(city.categories.map(({ code, group }) => [code, group]));
  const categories = city.categories.flatMap(({ code, names, words, examples }) =>
    [...Object.values(names), ...words.map(plain), ...examples].map((text) => lessonOf(text, code)),
  );
  const ofGroups = city.groups.flatMap(({ code, names, words = [] }) =>
    [...Object.values(names), ...words.map(plain)].map((text) => lessonOf(text, code)),
  );
  const raised = categories.map(({ features, label }) => ({ features, label: groupOf.get(label) ?? label }));
  return { categories, groups: [...ofGroups, ...raised] };
}
