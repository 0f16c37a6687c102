import type { Appeal } from './appeal';
import { findCategory, type CannedAnswer, type City, type GroupCode } from './city';
import type { Outcome } from './outcome';

/** What stands in braces in a ready answer: the appeal's number, category and place, and the day it is written on. */
export const ANSWER_FIELDS = ['number', 'category', 'place', 'day'] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

const IN_BRACES = /\{([^{}]*)\}/g;

/** What stands in braces in a text, in order. */
export const bracedIn = (text: string): readonly string[] =>
  [...text.matchAll(IN_BRACES)].map(([, inside = '']) => inside);

/** How near a ready answer is to a category: its own, its group's, everybody's, or not for it. */
function nearness({ categories, groups }: CannedAnswer, category: string, group?: GroupCode): number {
  if (categories?.includes(category)) return 3;
  if (group && groups?.includes(group)) return 2;
  return categories || groups ? 0 : 1;
}

/** Ready answers that fit an appeal, of one outcome if it is named, the nearest first; without a place none that names it. */
export function cannedFor(
  city: Pick<City, 'categories' | 'cannedAnswers'>,
  { category, place }: Pick<Appeal, 'category' | 'place'>,
  outcome?: Outcome,
): readonly CannedAnswer[] {
  const group = findCategory(city, category)?.group;
  const near = (answer: CannedAnswer) => nearness(answer, category, group);
  return (city.cannedAnswers ?? [])
    .filter((answer) => near(answer) > 0 && (!outcome || answer.outcome === outcome))
    .filter(({ text }) => place !== undefined || !bracedIn(text).includes('place'))
    .sort((one, other) => near(other) - near(one));
}

/** The text with its fields filled in. */
export const filledIn = ({ text }: CannedAnswer, fields: Readonly<Record<AnswerField, string>>): string =>
  text.replace(IN_BRACES, (_, field: string) => fields[field as AnswerField]);
