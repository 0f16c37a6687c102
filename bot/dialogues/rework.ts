import { paragraphs } from '../../screens/texts';
import type { Dialogue, Step } from '../dialogue';
import { dangerLines } from './appeal-steps';
import { said } from './loose';
import { writeAndSend } from './write-and-send';
import { addWritten } from './writing';

/** Words about an answer may be thanks: only their author's own «no» sends it back, only their own «yes» closes it. */
const verdictStep: Step = {
  field: 'verdict',
  ask: (context) =>
    paragraphs(
      dangerLines(context),
      said(context),
      context.t('ask-verdict-of', { number: context.appeal?.number ?? '' }),
    ),
  choices: ({ t }) => [
    [
      { value: 'solved', label: t.plain('choice-solved') },
      { value: 'not_solved', label: t.plain('choice-not-solved') },
    ],
  ],
  typed: { 'words-solved': 'solved', 'words-not-solved': 'not_solved' },
  accept: (input, { draft }) =>
    input.kind === 'choice'
      ? { set: { verdict: input.value } }
      : addWritten(draft.fields, input, draft.messenger, 'refusal-text-or-photo'),
};

const reasonStep: Step = {
  ...writeAndSend('ask-rework-reason', { sendKey: 'ask-send-rework', heeds: true }),
  isNeeded: ({ draft }) => draft.fields.verdict !== 'solved',
};

/** A citizen says what is not solved. */
export const rework: Dialogue = { steps: () => [verdictStep, reasonStep], navigation: ['cancel'] };
