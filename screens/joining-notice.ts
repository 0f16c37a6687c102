import type { Appeal, AppealEvent } from '../domain/appeal';
import type { City } from '../domain/city';
import { isLate } from '../domain/delay';
import type { Instant } from '../domain/instant';
import type { Screen } from '../messengers/messenger';
import { categoryName } from './citizen-screens';
import { button } from './menu-screens';
import { paragraphs, type Texts } from './texts';

const KEYS = {
  linked: { inTime: 'notice-linked', late: 'notice-linked-late' },
  separated: { inTime: 'notice-separated', late: 'notice-separated-late' },
} as const;

/** To the citizen: their appeal is looked at together with another, or alone again; nothing once it changed. */
export function joiningNotice(
  t: Texts,
  city: City,
  appeal: Appeal,
  { event, now }: { event: AppealEvent; now: Instant },
): Screen | undefined {
  const dueKey = isLate(appeal, now) ? 'late' : 'inTime';
  const isLinked = event.type === 'appeal.linked';
  const { text, other } = event.facts;
  // One lead for another is no news to those behind it.
  if (isLinked ? appeal.leadId !== other?.id || !text : appeal.leadId !== undefined) return undefined;
  return {
    text: paragraphs(
      t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) }),
      t(KEYS[isLinked ? 'linked' : 'separated'][dueKey], { day: appeal.dueAt }),
      text ? t('quoted', { text }) : undefined,
    ),
    choices: [[button(t, 'choice-open-appeal', `a.${appeal.id}`)]],
  };
}
