import { lastAnswer, type Answer, type Appeal, type AppealEvent } from '../domain/appeal';
import type { City } from '../domain/city';
import type { Draft } from '../domain/draft';
import { maskContacts } from '../domain/masking';
import type { Screen } from '../messengers/messenger';
import { answerText, categoryName, departmentName, verdictRow, whoAnswers } from './citizen-screens';
import { button } from './menu-screens';
import { privateActions } from './office-actions';
import { placeLines } from './place-lines';
import { lines, paragraphs, type Texts } from './texts';

const title = (t: Texts, city: City, appeal: Appeal) =>
  t('notice-title', { number: appeal.number, category: categoryName(city, appeal, t) });

export const takenNotice = (t: Texts, city: City, appeal: Appeal): Screen => ({
  text: lines(
    title(t, city, appeal),
    t('notice-taken', { department: whoAnswers(city, appeal, t), day: appeal.dueAt }),
  ),
  choices: [[button(t, 'choice-open-appeal', `a.${appeal.id}`)]],
});

export const detailsAskedNotice = (t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen => ({
  text: paragraphs(
    title(t, city, appeal),
    t('notice-details-asked', { department: whoAnswers(city, appeal, t) }),
    t('quoted', { text: event.facts.text ?? '' }),
    event.facts.place && placeLines(t, city, event.facts.place),
    t('notice-how-to-reply', { day: appeal.dueAt }),
  ),
  choices: [[button(t, 'choice-reply', `add.${appeal.id}`)]],
  files: event.facts.attachments ?? [],
});

/** What is planned is not done yet: that is asked on its day, and until then only the plan can be refused. */
const verdictAsked = (t: Texts, appeal: Appeal, answer: Answer) =>
  answer.outcome === 'planned'
    ? {
        question: t('ask-verdict-planned'),
        choices: [
          [button(t, 'choice-plan-refused', `no.${appeal.id}.${answer.ordinal}`)],
          [button(t, 'choice-open-appeal', `a.${appeal.id}`)],
        ],
      }
    : { question: t('ask-verdict'), choices: [verdictRow(t, appeal, answer)] };

/** The answer itself and the only question that can close it. */
export function answeredNotice(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen {
  const answer = appeal.answers.find(({ ordinal }) => ordinal === event.facts.ordinal) ?? lastAnswer(appeal);
  if (!answer) return takenNotice(t, city, appeal);
  const { question, choices } = verdictAsked(t, appeal, answer);
  return {
    text: paragraphs(title(t, city, appeal), answerText(t, city, appeal, answer), question),
    choices,
    files: answer.attachments,
  };
}

export function rateReminder(t: Texts, city: City, appeal: Appeal): Screen {
  const answer = lastAnswer(appeal);
  return {
    text: paragraphs(
      title(t, city, appeal),
      t('notice-rate-reminder', { day: answer?.at ?? appeal.registeredAt }),
    ),
    choices: answer
      ? [verdictRow(t, appeal, answer), [button(t, 'choice-open-appeal', `a.${appeal.id}`)]]
      : [],
  };
}

export const draftNudge = (t: Texts, draft: Draft): Screen => ({
  text: t('notice-draft-nudge'),
  choices: [
    [button(t, 'choice-resume', `resume.${draft.id}`)],
    [button(t, 'choice-drop-draft', `drop.${draft.id}`)],
  ],
});

/** To the executor and the controllers, later to those above them: the citizen said «not solved», and which time it is. */
export function reworkAlert(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen {
  const climbs = !appeal.isAboutOfficials;
  return {
    text: paragraphs(
      title(t, city, appeal),
      t('notice-rework-alert', { count: appeal.reworkCount, day: appeal.dueAt }),
      climbs &&
        appeal.reworkCount > 1 &&
        t('notice-rework-again', { department: departmentName(city, appeal, t) }),
      climbs && appeal.reworkCount > 2 && t('notice-rework-deputy'),
      event.facts.text ? t('quoted', { text: maskContacts(event.facts.text) }) : undefined,
    ),
    choices: privateActions(t, appeal),
  };
}
