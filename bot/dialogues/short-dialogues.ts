import { AUTHOR_CATEGORIES, SOCIAL_STATUSES } from '../../domain/author';
import type { Texts } from '../../screens/texts';
import type { Dialogue, Step, StepChoice } from '../dialogue';
import { consentStep, emailStep, hasAgreed, nameStep, phoneStep, residenceStep } from './registration-steps';
import { writeAndSend } from './write-and-send';
import { addWritten } from './writing';

const oneStep = (step: Step): Dialogue => ({ steps: () => [step], navigation: ['cancel'] });

/** A citizen adds words, photos or the place to an appeal. */
export const detail = oneStep(writeAndSend('ask-detail', { place: true, heeds: true }));
/** A citizen objects to what a moderator decided about them. */
export const objection = oneStep(writeAndSend('ask-objection', { files: false }));
/** A citizen comments on their rating. */
export const rating = oneStep(writeAndSend('ask-rating-comment', { files: false }));
/** An official asks the citizen: words are needed, a photo or a place may go with them. */
export const question = oneStep(writeAndSend('ask-staff-question', { place: true, words: true }));

/** An official says why it is late. */
export const delay = oneStep(writeAndSend('ask-delay', { files: false }));
/** A moderator names the body an appeal belongs to. */
export const forward = oneStep(writeAndSend('ask-forward', { files: false }));
/** A moderator says what an appeal lacks. */
export const incomplete = oneStep(writeAndSend('ask-return', { files: false }));
/** An official's note for colleagues: one message, kept at once. */
export const note = oneStep({
  field: 'pieces',
  ask: ({ t, appeal }) => t('ask-note', { number: appeal?.number ?? '' }),
  accept: (input, { draft }) =>
    input.kind === 'text'
      ? addWritten(draft.fields, input, draft.messenger, 'refusal-text-expected')
      : { refusal: 'refusal-text-expected' },
});

/** What somebody may say of themselves, or ask to leave out. */
const saidOfOneself = (
  field: string,
  askKey: string,
  options: (t: Texts) => readonly StepChoice[],
): Step => ({
  field,
  ask: ({ t }) => t(askKey),
  choices: ({ t }) => [
    ...options(t).map((option) => [option]),
    [{ value: 'none', label: t.plain('choice-leave-out') }],
  ],
  typed: { 'words-none': 'none' },
  accept: (input) =>
    input.kind === 'choice' ? { set: { [field]: input.value } } : { refusal: 'refusal-question-choice' },
});

const CORRECTIONS = [
  ...[phoneStep, nameStep, residenceStep, emailStep],
  saidOfOneself('authorCategory', 'ask-author', (t) =>
    Object.keys(AUTHOR_CATEGORIES).map((value) => ({ value, label: t.plain(`author-${value}`) })),
  ),
  saidOfOneself('socialStatus', 'ask-social', (t) =>
    Object.keys(SOCIAL_STATUSES).map((value) => ({ value, label: t.plain(`social-${value}`) })),
  ),
];

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
