import type { Appeal, AppealEvent } from '../domain/appeal';
import type { City } from '../domain/city';
import { holdsPost, type Colleague } from '../domain/colleague';
import { isOpen } from '../domain/moves';
import type { Choice, Screen } from '../messengers/messenger';
import { categoryName } from './citizen-screens';
import { button } from './menu-screens';
import { privateActions } from './office-actions';
import { colleagueLabel } from './people-screens';
import { lines, type Texts } from './texts';

const COLLEAGUES_SHOWN = 30;

/** How a colleague is called: by name to a person's own eyes, by post and number in a group. */
export function calledThere(
  t: Texts,
  colleague: Colleague,
  { department, isGroup }: { department: string; isGroup: boolean },
): string {
  if (!isGroup) return colleagueLabel(colleague);
  const role = holdsPost(colleague, { role: 'head', department }) ? 'head' : 'official';
  return `${t.plain(`role-${role}`)} ${colleagueLabel({ id: colleague.id })}`;
}

/** To whom an appeal may go. */
export function giveScreen(
  t: Texts,
  { id, number, department }: Appeal,
  { colleagues, isGroup }: { colleagues: readonly Colleague[]; isGroup: boolean },
): Screen {
  if (colleagues.length === 0) return { text: t('give-nobody', { number }) };
  const others = colleagues.slice(0, COLLEAGUES_SHOWN).map((one): Choice[] => {
    const label = calledThere(t, one, { department, isGroup });
    return [{ label, token: `gvy.${id}.${one.id}` }];
  });
  return { text: t('ask-give', { number }), choices: [...others, [button(t, 'nav-cancel', `gvn.${id}`)]] };
}

const isGiven = ({ status, executorId, leadId }: Appeal, { by, facts }: AppealEvent): boolean =>
  isOpen(status) && !leadId && facts.executorId === executorId && by !== executorId;

/** To who got it: privately; nothing once somebody else has it. */
export function givenAlert(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen | undefined {
  if (!isGiven(appeal, event)) return undefined;
  const { number, dueAt } = appeal;
  const title = t('notice-title', { number, category: categoryName(city, appeal, t) });
  return { text: lines(title, t('given-to-you', { day: dueAt })), choices: privateActions(t, appeal) };
}

/** Under the card, where they cannot be told privately. */
export function givenNote(t: Texts, appeal: Appeal, event: AppealEvent): Screen | undefined {
  if (!isGiven(appeal, event)) return undefined;
  const { number, dueAt, executorId = '' } = appeal;
  return { text: t('given-note', { number, day: dueAt, executor: colleagueLabel({ id: executorId }) }) };
}
