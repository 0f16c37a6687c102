import { lastAnswer } from '../../domain/appeal';
import { correctionPreview } from '../../screens/correction-screens';
import type { Accepted, Dialogue, Step } from '../dialogue';
import { addWritten, filesOf, writtenIn } from './writing';

/** Files alone leave the words as they are. */
const keepingWords = (accepted: Accepted, sent: string): Accepted =>
  'set' in accepted && accepted.set.files && !accepted.set.pieces
    ? { ...accepted, set: { ...accepted.set, pieces: [{ messageId: 'sent', text: sent }] } }
    : accepted;

const textStep: Step = {
  field: 'pieces',
  ask: ({ t, appeal }) =>
    t('ask-correction', {
      number: appeal?.number ?? '',
      text: (appeal && lastAnswer(appeal)?.text) ?? '',
    }),
  accept: (input, { draft, appeal }) => {
    const fields = draft.fields.isRewriting ? { ...draft.fields, pieces: [] } : draft.fields;
    const added = addWritten(fields, input, draft.messenger, 'refusal-text-or-photo');
    const whole = keepingWords(added, (appeal && lastAnswer(appeal)?.text) ?? '');
    return 'refusal' in whole ? whole : { ...whole, set: { ...whole.set, isRewriting: undefined } };
  },
};

const sendStep: Step = {
  field: 'send',
  ask: ({ t, city, draft, appeal }) =>
    appeal
      ? correctionPreview(t, city, appeal, {
          text: writtenIn(draft.fields),
          files: filesOf(draft.fields).length,
        })
      : t('nothing-to-ask'),
  choices: ({ t }) => [
    [{ value: 'send', label: t.plain('choice-send-answer') }],
    [{ value: 'text', label: t.plain('choice-change-text') }],
  ],
  typed: { 'words-yes': 'send' },
  accept: (input, { draft }) => {
    if (input.kind !== 'choice')
      return addWritten(draft.fields, input, draft.messenger, 'refusal-text-or-photo');
    return input.value === 'send' ? { set: { send: true } } : { set: { isRewriting: true }, goTo: 'pieces' };
  },
};

/** An official mends an answer that was sent: new words or more files, a preview, send. */
export const correction: Dialogue = { steps: () => [textStep, sendStep], navigation: ['cancel'] };
