import type { Dialogue } from '../dialogue';
import { addPiece } from './writing';

const WHY = ['call', 'visit', 'letter'] as const;

/** A colleague says what they need somebody's contact for: a choice, or a few words of their own. */
export const contact: Dialogue = {
  steps: () => [
    {
      field: 'pieces',
      ask: ({ t, appeal }) => t('ask-contact-why', { number: appeal?.number ?? '' }),
      choices: ({ t }) => WHY.map((why) => [{ value: why, label: t.plain(`contact-why-${why}`) }]),
      accept: (input, { draft, t }) => {
        if (input.kind === 'choice')
          return addPiece(draft.fields, { messageId: '0', text: t.plain(`contact-why-${input.value}`) });
        return input.kind === 'text'
          ? addPiece(draft.fields, { messageId: input.messageId, text: input.text })
          : { refusal: 'refusal-text-expected' };
      },
    },
  ],
  navigation: ['cancel'],
};
