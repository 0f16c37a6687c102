import type { Appeal, AppealEvent } from '../domain/appeal';
import { noonOf } from '../domain/calendar';
import type { City } from '../domain/city';
import { extensionAsked } from '../domain/extension';
import { maskContacts } from '../domain/masking';
import type { Markup, Screen } from '../messengers/messenger';
import { categoryName } from './citizen-screens';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

const title = (t: Texts, city: City, appeal: Appeal) =>
  t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) });

/** To the head: an official asks for more time; nothing once it is settled. */
export function extensionAskedAlert(
  t: Texts,
  city: City,
  appeal: Appeal,
  event: AppealEvent,
): Screen | undefined {
  const { facts, id } = event;
  if (extensionAsked(appeal)?.id !== id || !facts.day) return undefined;
  return {
    text: paragraphs(
      lines(
        title(t, city, appeal),
        t('extension-asked', { day: noonOf(facts.day), legal: appeal.legalDueAt ?? appeal.dueAt }),
      ),
      t('quoted', { text: maskContacts(facts.text ?? '') }),
      t('extension-told'),
    ),
    choices: [
      [
        button(t, 'choice-approve', `exty.${appeal.id}.${id}`),
        button(t, 'choice-refuse', `extn.${appeal.id}.${id}`),
      ],
      [button(t, 'choice-open-appeal', `sc.${appeal.id}`)],
    ],
  };
}

/** To who asked: what the head decided; nothing when the term moved without their asking. */
export function extensionSettledNote(
  t: Texts,
  city: City,
  appeal: Appeal,
  event: AppealEvent,
): Screen | undefined {
  if (!event.facts.requestId) return undefined;
  const key = event.type === 'appeal.extended' ? 'extension-given' : 'extension-not-given';
  return { text: lines(title(t, city, appeal), t(key, { day: appeal.dueAt })) };
}

/** On a staff card: a request that waits for the head. */
export function askedLine(t: Texts, appeal: Appeal): Markup | undefined {
  const asked = extensionAsked(appeal);
  return asked?.facts.day ? t('card-extension-asked', { day: noonOf(asked.facts.day) }) : undefined;
}
