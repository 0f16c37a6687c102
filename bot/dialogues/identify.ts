import type { Dialogue, Context } from '../dialogue';
import { kindStep } from './appeal-steps';
import { consentStep, hasAgreed, nameStep, residenceStep } from './registration-steps';

const isAsked = (context: Context) => hasAgreed(context);

/** Whoever declines is asked nothing more: the message stays what it is. */
export const identify: Dialogue = {
  steps: () => [
    consentStep,
    { ...nameStep, maySkip: false },
    { ...residenceStep, maySkip: false },
    { ...kindStep, isNeeded: isAsked },
  ],
  navigation: ['cancel'],
};
