import type { Dialogue } from '../dialogue';
import { nameStep, phoneStep } from './registration-steps';

/** Who changed their account shows by the messenger that the phone is theirs, and says under which name they wrote. */
export const moving: Dialogue = {
  steps: () => [
    {
      ...phoneStep,
      maySkip: false,
      isNeeded: () => true,
      typed: {},
      ask: ({ t }) => t('ask-moving-phone'),
      accept: (input) =>
        input.kind === 'contact' && input.isOwn
          ? { set: { phone: input.phone } }
          : { refusal: input.kind === 'contact' ? 'refusal-not-own-contact' : 'refusal-moving-contact' },
    },
    { ...nameStep, maySkip: false, isNeeded: () => true, ask: ({ t }) => t('ask-moving-name') },
  ],
  navigation: ['cancel'],
};
