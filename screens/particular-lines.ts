import type { Appeal } from '../domain/appeal';
import { findCategory, nameIn, type City, type Question } from '../domain/city';
import { maskContacts } from '../domain/masking';
import type { Markup } from '../messengers/messenger';
import type { Texts } from './texts';

function particularWords(t: Texts, { kind, options }: Question, value: string): string {
  const option = options?.find(({ id }) => id === value);
  if (option) return nameIn(option.names, t.language);
  if (kind === 'photo') return t.plain('particular-photo');
  return kind === 'date' ? t.plain('particular-day', { day: value }) : maskContacts(value);
}

/** The category’s own questions and what was answered, without contacts. */
export const particularLines = (t: Texts, city: City, appeal: Appeal): Markup[] =>
  (findCategory(city, appeal.category)?.questions ?? []).flatMap((question) => {
    const value = appeal.particulars[question.id];
    if (!value) return [];
    const words = particularWords(t, question, value);
    return [t('card-particular', { question: nameIn(question.ask, t.language), value: words })];
  });
