import type { Appeal, AppealEvent } from '../domain/appeal';
import { noonOf } from '../domain/calendar';
import type { City } from '../domain/city';
import { forwardingOf, helpAwaitedSince, promiseOf } from '../domain/follow-up';
import { excerpt, maskContacts } from '../domain/masking';
import { isAnswerable } from '../domain/staff-decisions';
import type { Choice, Screen } from '../messengers/messenger';
import { categoryName, whoAnswers } from './citizen-screens';
import { button } from './menu-screens';
import { privateActions } from './office-actions';
import { lines, paragraphs, type Texts } from './texts';

const title = (t: Texts, city: City, appeal: Appeal) =>
  t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) });

/** The promise an event made, as long as it stands. */
const promisedBy = (appeal: Appeal, { facts }: AppealEvent) => {
  const promise = promiseOf(appeal);
  return promise?.ordinal === facts.ordinal ? promise : undefined;
};

/** To the citizen on the promised day: is it done? */
export function plannedDayNotice(
  t: Texts,
  city: City,
  appeal: Appeal,
  event: AppealEvent,
): Screen | undefined {
  const promise = promisedBy(appeal, event);
  if (!promise) return undefined;
  const { id } = appeal;
  const about = `${id}.${promise.ordinal}`;
  const done = appeal.status === 'answered' ? [button(t, 'choice-planned-done', `ok.${about}`)] : [];
  return {
    text: paragraphs(
      title(t, city, appeal),
      t('planned-day', { day: noonOf(promise.plannedOn), department: whoAnswers(city, appeal, t) }),
      t('quoted', { text: excerpt(promise.text, 700) }),
      t('planned-day-done'),
    ),
    choices: [
      [...done, button(t, 'choice-planned-not-done', `ny.${about}`)],
      [button(t, 'choice-open-appeal', `a.${id}`)],
    ],
  };
}

const promiseActions = (t: Texts, appeal: Appeal): Choice[] =>
  isAnswerable(appeal) ? [button(t, 'staff-new-day', `pln.${appeal.id}`)] : [];

/** To the executor, and under the card: the day promised to the citizen has come. */
export function plannedDayAlert(
  t: Texts,
  city: City,
  appeal: Appeal,
  event: AppealEvent,
): Screen | undefined {
  const promise = promisedBy(appeal, event);
  if (!promise) return undefined;
  return {
    text: paragraphs(
      lines(title(t, city, appeal), t('staff-planned-day', { day: noonOf(promise.plannedOn) })),
      t('quoted', { text: excerpt(maskContacts(promise.text), 700) }),
      t('staff-planned-day-next'),
    ),
    choices: privateActions(t, appeal, promiseActions(t, appeal)),
  };
}

/** To the citizen: an appeal went elsewhere some time ago; did they help? Nothing once that is known. */
export function helpQuestion(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen | undefined {
  if (helpAwaitedSince(appeal)?.id !== event.id) return undefined;
  const forwarded = appeal.events.findLast(({ type }) => type === 'appeal.forwarded') ?? event;
  const { id } = appeal;
  const about = `${id}.${forwardingOf(appeal)}`;
  return {
    text: paragraphs(
      title(t, city, appeal),
      t('help-question', { day: forwarded.at }),
      t('quoted', { text: excerpt(forwarded.facts.text ?? '', 500) }),
      t('help-question-ask'),
    ),
    choices: [
      [button(t, 'choice-helped', `help.${about}.yes`), button(t, 'choice-not-helped', `help.${about}.no`)],
      [button(t, 'choice-help-awaited', `help.${about}.not_yet`)],
      [button(t, 'choice-open-appeal', `a.${id}`)],
    ],
  };
}

/** To a controller: the citizen says the other body did not help, so somebody has to decide again. */
export const notHelpedAlert = (t: Texts, city: City, appeal: Appeal): Screen => {
  const forwarded = appeal.events.findLast(({ type }) => type === 'appeal.forwarded');
  return {
    text: paragraphs(
      title(t, city, appeal),
      t('not-helped', { day: appeal.dueAt }),
      t('quoted', { text: excerpt(maskContacts(forwarded?.facts.text ?? ''), 500) }),
    ),
    choices: privateActions(t, appeal, [button(t, 'staff-forward', `fwd.${appeal.id}`)]),
  };
};
