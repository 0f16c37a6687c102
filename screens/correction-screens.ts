import { lastAnswer, type Appeal, type AppealEvent } from '../domain/appeal';
import type { City } from '../domain/city';
import type { Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { answeredNotice } from './notice-screens';
import { answerPreview } from './staff-screens';
import { paragraphs, type Texts } from './texts';

interface Written {
  readonly text: string;
  readonly files: number;
}

/** The mended answer as the citizen will read it, before it goes. */
export function correctionPreview(t: Texts, city: City, appeal: Appeal, written: Written): Markup {
  const answer = lastAnswer(appeal);
  if (!answer) return t('nothing-to-ask');
  const { outcome, ground, plannedOn } = answer;
  const how = { outcome, ...(ground && { ground }), ...(plannedOn && { plannedOn }) };
  return answerPreview(t, city, appeal, { ...written, ...how });
}

/** What the citizen's message becomes; its files stay as they are. */
export function correctedAnswer(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen {
  const { files: _sent, ...screen } = answeredNotice(t, city, appeal, event);
  return screen;
}

/** The whole answer once more, where the first message cannot be changed. */
export function answerInstead(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen {
  const screen = correctedAnswer(t, city, appeal, event);
  const { attachments = [] } = event.facts;
  const text = paragraphs(t('answer-instead'), screen.text);
  return { ...screen, text, ...(attachments.length > 0 && { files: attachments }) };
}

/** Tells the citizen once; with the files that came after the answer. */
export function correctionTold(t: Texts, { number, id }: Appeal, { facts }: AppealEvent): Screen {
  const { attachments = [], text } = facts;
  return {
    text: t(text === undefined ? 'answer-files-added' : 'answer-corrected', { number }),
    choices: [[button(t, 'choice-open-appeal', `a.${id}`)]],
    ...(attachments.length > 0 && { files: attachments }),
  };
}
