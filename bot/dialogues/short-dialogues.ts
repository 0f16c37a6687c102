import type { Context, Dialogue, Input, Accepted, Step } from '../dialogue';
import { consentStep, emailStep, hasAgreed, nameStep, phoneStep, residenceStep } from './registration-steps';
import { addWritten, filesOf, writtenIn } from './writing';

const isEmpty = ({ draft }: Context) => !writtenIn(draft.fields) && filesOf(draft.fields).length === 0;

/** Words and photos until «send»: one message is enough, more are welcome. */
const writeAndSend = (askKey: string, isFileWelcome = true): Step => ({
  field: 'send',
  ask: (context) => {
    const { t, draft } = context;
    if (isEmpty(context)) return t(askKey);
    const files = filesOf(draft.fields).length;
    return t('ask-send-written', { text: writtenIn(draft.fields), files });
  },
  choices: (context) =>
    isEmpty(context) ? [] : [[{ value: 'send', label: context.t.plain('choice-send') }]],
  typed: { 'words-yes': 'send' },
  accept: (input: Input, { draft }): Accepted => {
    if (input.kind === 'choice') return { set: { send: true } };
    if (input.kind === 'file' && !isFileWelcome) return { refusal: 'refusal-text-expected' };
    return addWritten(draft.fields, input, draft.messenger, 'refusal-text-or-photo');
  },
});

const oneStep = (step: Step): Dialogue => ({ steps: () => [step], navigation: ['cancel'] });

/** A citizen adds words or photos to an appeal. */
export const detail = oneStep(writeAndSend('ask-detail'));
/** A citizen says what is not solved. */
export const rework = oneStep(writeAndSend('ask-rework-reason'));
/** A citizen comments on their rating. */
export const rating = oneStep(writeAndSend('ask-rating-comment', false));
/** An official asks the citizen. */
export const question = oneStep(writeAndSend('ask-staff-question', false));

/** An official says why it is late. */
export const delay = oneStep(writeAndSend('ask-delay', false));
/** A moderator names the body an appeal belongs to. */
export const forward = oneStep(writeAndSend('ask-forward', false));
/** A moderator says what an appeal lacks. */
export const incomplete = oneStep(writeAndSend('ask-return', false));
/** An official's note for colleagues: one message, kept at once. */
export const note = oneStep({
  field: 'pieces',
  ask: ({ t, appeal }) => t('ask-note', { number: appeal?.number ?? '' }),
  accept: (input, { draft }) =>
    input.kind === 'text'
      ? addWritten(draft.fields, input, draft.messenger, 'refusal-text-expected')
      : { refusal: 'refusal-text-expected' },
});

const CORRECTIONS = [phoneStep, nameStep, residenceStep, emailStep];

/** `/me`: one field of what is kept about the person, corrected. The draft's `what` names it. */
export const profile: Dialogue = {
  steps: ({ draft }) => [
    consentStep,
    ...CORRECTIONS.filter(({ field }) => field === draft.fields.what).map((step) => ({
      ...step,
      isNeeded: hasAgreed,
      maySkip: false,
    })),
  ],
  navigation: ['cancel'],
};
