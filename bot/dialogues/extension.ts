import { legalStartOf } from '../../domain/appeal';
import { dayFrom, localDay, noonOf, type Day } from '../../domain/calendar';
import { longerTerms, whyNotExtend } from '../../domain/extension';
import { readDay } from '../../domain/read-day';
import { longestTermEndsOn } from '../../domain/term';
import type { Accepted, Context, Dialogue, Input, Step } from '../dialogue';
import { addPiece, writtenIn } from './writing';

const reasonStep: Step = {
  field: 'pieces',
  ask: ({ t }) => t('ask-extension-reason'),
  accept: (input, { draft }) =>
    input.kind === 'text'
      ? addPiece(draft.fields, { messageId: input.messageId, text: input.text })
      : { refusal: 'refusal-text-expected' },
};

function chosenDay(input: Input, { now, city }: Context): Day | undefined {
  if (input.kind === 'choice') return dayFrom(input.value);
  return input.kind === 'text' ? readDay(input.text, localDay(now, city.timeZone)) : undefined;
}

/** A day the law does not allow is refused at once, with the last one it does. */
function acceptDay(input: Input, context: Context): Accepted {
  const { appeal, city, now, draft } = context;
  const day = chosenDay(input, context);
  if (!day || !appeal) return { refusal: 'refusal-day' };
  const refusal = whyNotExtend(appeal, { day, reason: writtenIn(draft.fields) }, now, city);
  const longest = noonOf(longestTermEndsOn(legalStartOf(appeal), city));
  if (refusal) return { refusal: `refused-${refusal}`, args: { number: appeal.number, day: longest } };
  return { set: { day: day.toString() } };
}

const dayStep: Step = {
  field: 'day',
  ask: ({ t, appeal, city }) =>
    appeal
      ? t('ask-extension-day', { day: noonOf(longestTermEndsOn(legalStartOf(appeal), city)) })
      : t('nothing-to-ask'),
  choices: ({ t, appeal, city }) => {
    const days = appeal ? longerTerms(appeal, city) : [];
    const choice = (day: Day) => ({
      value: day.toString(),
      label: t.plain('choice-day', { day: noonOf(day) }),
    });
    return [days.map(choice)];
  },
  accept: acceptDay,
};

const sendStep: Step = {
  field: 'send',
  ask: ({ t, draft, appeal }) =>
    t('ask-extension-send', {
      number: appeal?.number ?? '',
      day: noonOf(String(draft.fields.day)),
      reason: writtenIn(draft.fields),
    }),
  choices: ({ t }) => [[{ value: 'send', label: t.plain('choice-send') }]],
  typed: { 'words-yes': 'send' },
  accept: (input) =>
    input.kind === 'choice' ? { set: { send: true } } : { refusal: 'refusal-send-or-cancel' },
};

/** More time by the law (art. 20): why, to which day, a look, send. Whoever may not extend asks the head by it. */
export const extension: Dialogue = { steps: () => [reasonStep, dayStep, sendStep], navigation: ['cancel'] };
