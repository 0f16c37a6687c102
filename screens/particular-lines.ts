import type { Appeal } from '../domain/appeal';
import { findCategory, type City, type Question } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { maskContacts } from '../domain/masking';
import type { Markup } from '../messengers/messenger';
import type { Texts } from './texts';

type Shown = (words: string) => string;

/** One answer in words: an option's name, a day, «photo», or what the person wrote as `shown` lets it be read. */
export function particularWords(
  t: Texts,
  { kind, options }: Question,
  value: string,
  shown: Shown = maskContacts,
): string {
  const option = options?.find(({ id }) => id === value);
  if (option) return nameIn(option.names, t.language);
  if (kind === 'photo') return t.plain('particular-photo');
  return kind === 'date' ? t.plain('particular-day', { day: value }) : shown(value);
}

/** The category’s own questions that were answered. */
export const particularsOf = (t: Texts, city: City, appeal: Appeal, shown?: Shown) =>
  (findCategory(city, appeal.category)?.questions ?? []).flatMap((question) => {
    const value = appeal.particulars[question.id];
    if (!value) return [];
    return [
      { question: nameIn(question.ask, t.language), value: particularWords(t, question, value, shown) },
    ];
  });

/** The category’s own questions and what was answered, without contacts. */
export const particularLines = (t: Texts, city: City, appeal: Appeal): Markup[] =>
  particularsOf(t, city, appeal).map((answered) => t('card-particular', answered));
