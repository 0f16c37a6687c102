import type { Dialogue } from '../dialogue';
import { addPiece } from './writing';

/** A moderator says in one message why a change of account is confirmed (`isYes`) or declined. */
export const judgement: Dialogue = {
  steps: () => [
    {
      field: 'pieces',
      ask: ({ t, draft }) => t(draft.fields.isYes ? 'ask-move-yes' : 'ask-move-no'),
      accept: (input, { draft }) =>
        input.kind === 'text'
          ? addPiece(draft.fields, { messageId: input.messageId, text: input.text })
          : { refusal: 'refusal-text-expected' },
    },
  ],
  navigation: ['cancel'],
};
