import type { Appeal, AppealEvent } from '../domain/appeal';
import { isLate } from '../domain/delay';
import { findCategory, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import type { Instant } from '../domain/instant';
import type { Screen } from '../messengers/messenger';
import { categoryName, departmentName } from './citizen-screens';
import { button } from './menu-screens';
import { afterDecision } from './queue-screens';
import { lines, paragraphs, type Texts } from './texts';

/** What an appeal may be about, one tap each. */
export const categoriesScreen = (
  t: Texts,
  city: City,
  appeal: Appeal,
  { codes, isFound }: { codes: readonly string[]; isFound: boolean },
): Screen => ({
  text: paragraphs(
    t(isFound ? 'recategorise-choose' : 'recategorise-none', {
      number: appeal.number,
      category: categoryName(city, appeal, t),
    }),
    t('recategorise-by-words', { number: appeal.number }),
  ),
  choices: codes.flatMap((code) => {
    const category = findCategory(city, code);
    return category
      ? [[{ label: nameIn(category.names, t.language), token: `rc.${appeal.id}.${code}` }]]
      : [];
  }),
});

/** To the moderator: what it is about now, who has it and until when; no more than that it left where it may not be seen. */
export const recategorisedScreen = (
  t: Texts,
  city: City,
  appeal: Appeal,
  { isSeen, now }: { isSeen: boolean; now: Instant },
): Screen => (isSeen ? shown(t, city, appeal, now) : { text: t('card-left', { number: appeal.number }) });

const shown = (t: Texts, city: City, appeal: Appeal, now: Instant): Screen => ({
  text: t(isLate(appeal, now) ? 'recategorised-late' : 'recategorised', {
    number: appeal.number,
    category: categoryName(city, appeal, t),
    department: departmentName(city, appeal, t),
    day: appeal.dueAt,
  }),
  choices: afterDecision(t, appeal),
});

/** To the citizen, if the term is another now, and as long as it is this one. */
export function termChangedNotice(
  t: Texts,
  city: City,
  appeal: Appeal,
  { event, now }: { event: AppealEvent; now: Instant },
): Screen | undefined {
  const last = appeal.events.findLast(({ type }) => type === event.type);
  if (!event.facts.day || last?.id !== event.id || appeal.answers.length > 0) return undefined;
  return {
    text: paragraphs(
      t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) }),
      lines(
        appeal.isAboutOfficials
          ? t('notice-term-changed-officials')
          : t('notice-term-changed', { department: departmentName(city, appeal, t) }),
        t(isLate(appeal, now) ? 'card-late' : 'notice-term-day', { day: appeal.dueAt }),
      ),
    ),
    choices: [[button(t, 'choice-open-appeal', `a.${appeal.id}`)]],
  };
}
