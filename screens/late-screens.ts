import type { Appeal, AppealEvent } from '../domain/appeal';
import type { City } from '../domain/city';
import type { EscalationSide } from '../domain/escalation-step';
import type { DueStep } from '../domain/escalation';
import { after, DAY_MS, HOUR_MS } from '../domain/instant';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { categoryName, departmentName, whoAnswers } from './citizen-screens';
import { delayLine } from './delay-line';
import { button } from './menu-screens';
import { officeActions, privateActions, termActions } from './office-actions';
import { lines, paragraphs, type Texts } from './texts';

function lateLine(t: Texts, { lateMs }: DueStep): Markup | undefined {
  if (lateMs === 0) return undefined;
  return lateMs < DAY_MS
    ? t('escalation-late-hours', { count: Math.floor(lateMs / HOUR_MS) })
    : t('escalation-late-days', { count: Math.floor(lateMs / DAY_MS) });
}

/** What runs out or ran out, by how much, and in whose hands it is. */
function told(t: Texts, city: City, appeal: Appeal, step: DueStep): Markup {
  const department = departmentName(city, appeal, t);
  const executor = appeal.executorId?.split('-').slice(1).join('-');
  return lines(
    t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) }),
    t(`escalation-${step.when}`, { day: step.termEndsAt }),
    lateLine(t, step),
    executor ? t('escalation-executor', { department, executor }) : t('escalation-nobody', { department }),
  );
}

/** What is worth one tap at this step: art. 7 asks where it belongs, the rest asks about time. */
function stepActions(t: Texts, city: City, appeal: Appeal, step: DueStep): Choice[] {
  const { when, termEndsAt, lateMs } = step;
  const { id } = appeal;
  if (when === 'sifting_near')
    return [button(t, 'staff-forward', `fwd.${id}`), button(t, 'staff-return', `ret.${id}`)];
  return termActions(t, city, appeal, after(termEndsAt, lateMs));
}

/** Under the card. */
export const escalationNote = (t: Texts, city: City, appeal: Appeal, step: DueStep): Screen => ({
  text: told(t, city, appeal, step),
  choices: [officeActions(t, appeal), stepActions(t, city, appeal, step)].filter((row) => row.length > 0),
});

/** The same to a colleague privately. */
export const escalationAlert = (t: Texts, city: City, appeal: Appeal, step: DueStep): Screen => ({
  text: told(t, city, appeal, step),
  choices: privateActions(t, appeal, stepActions(t, city, appeal, step)),
});

/** The legal term as it stands for the citizen; a rework begun after it is counted by its own term. */
function legalLine(t: Texts, { legalDueAt, reworkCount }: Appeal, { termEndsAt, lateMs }: DueStep) {
  if (!legalDueAt) return undefined;
  if (legalDueAt > after(termEndsAt, lateMs)) return t('preview-legal-due', { day: legalDueAt });
  return reworkCount === 0 && t('notice-late-legal', { day: legalDueAt });
}

const HIGHER: readonly EscalationSide[] = ['heads', 'controllers', 'deputies'];

/** To the citizen: what the office says about the delay; nothing once there is an answer. */
export const delayNotice = (t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen => ({
  text: paragraphs(
    t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) }),
    t('notice-delay', { day: appeal.dueAt, department: whoAnswers(city, appeal, t) }),
    t('quoted', { text: event.facts.text ?? '' }),
    t('notice-late-next'),
  ),
  choices: [[button(t, 'choice-open-appeal', `a.${appeal.id}`)], [button(t, 'menu-human', 'human')]],
});

/** To the citizen: late is called late, with the reason if there is one and what stands in the law. */
export function lateNotice(t: Texts, city: City, appeal: Appeal, step: DueStep): Screen {
  const { number, id } = appeal;
  const isAsked = appeal.status === 'needs_details';
  const reply: Choice[] = isAsked ? [button(t, 'choice-reply', `add.${id}`)] : [];
  return {
    text: paragraphs(
      t('notice-title', { number, category: categoryName(city, appeal, t) }),
      lines(
        t('notice-late', { day: step.termEndsAt, department: whoAnswers(city, appeal, t) }),
        isAsked && t('notice-late-asked'),
        step.tell.some((side) => HIGHER.includes(side)) && t('notice-late-known'),
        legalLine(t, appeal, step),
      ),
      delayLine(t, appeal),
      t('notice-late-next'),
    ),
    choices: [[...reply, button(t, 'choice-open-appeal', `a.${id}`)], [button(t, 'menu-human', 'human')]],
  };
}
