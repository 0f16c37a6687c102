import { lastAnswer, type Appeal, type AppealEvent } from '../domain/appeal';
import type { City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { windowEndsAt } from '../domain/closing';
import { decisionInForce } from '../domain/decision-in-force';
import { isPastSifting } from '../domain/term';
import type { Screen } from '../messengers/messenger';
import { categoryName, closedRows } from './citizen-screens';
import { nameOf } from './decided-line';
import { button } from './menu-screens';
import { paragraphs, type Texts } from './texts';

const isSifting = ({ type }: AppealEvent) => type === 'appeal.forwarded' || type === 'appeal.returned';

/** To the citizen: what was decided about the appeal, why, and what they can do; nothing once it no longer holds. */
export function decidedNotice(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen | undefined {
  if (decisionInForce(appeal)?.id !== event.id) return undefined;
  return {
    text: paragraphs(
      t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) }),
      t(`decided-${nameOf(event)}`, { day: appeal.dueAt }),
      t('quoted', { text: event.facts.text ?? '' }),
      isSifting(event) && isPastSifting(appeal.registeredAt, event.at, city) && t('decided-late'),
      event.type === 'appeal.returned' && t('decided-how-to-complete'),
      event.type === 'appeal.not_considered' &&
        t('decided-how-to-object', { body: nameIn(city.superiorBody, t.language) }),
    ),
    choices: [
      ...(event.type === 'appeal.returned' ? [[button(t, 'choice-complete', `add.${appeal.id}`)]] : []),
      [button(t, 'choice-open-appeal', `a.${appeal.id}`)],
    ],
  };
}

/** To the citizen: closed without their word, on which ground, and how and until when they can still say what is so. */
export function closedByHandNotice(
  t: Texts,
  city: City,
  appeal: Appeal,
  event: AppealEvent,
): Screen | undefined {
  const endsAt = windowEndsAt(appeal, city);
  if (decisionInForce(appeal)?.id !== event.id || !endsAt) return undefined;
  return {
    text: paragraphs(
      t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) }),
      t('notice-closed-by-hand', { day: lastAnswer(appeal)?.at ?? event.at }),
      t('quoted', { text: event.facts.text ?? '' }),
      t('notice-closed-window', { day: endsAt }),
    ),
    choices: [...closedRows(t, city, appeal, event.at), [button(t, 'choice-open-appeal', `a.${appeal.id}`)]],
  };
}
