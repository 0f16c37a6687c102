import { nameIn } from '../../domain/city-languages';
import { excerpt } from '../../domain/masking';
import type { Context, Dialogue, Step, StepChoice } from '../dialogue';
import { placeStep } from './place-step';
import { categoryOf, questionSteps } from './question-steps';
import { writeAndSend } from './write-and-send';

const LONGEST_LABEL = 38;

/** The text, the place and the answers to the category's questions; a photo is added, not corrected. */
function fixable(context: Context): StepChoice[][] {
  const { t } = context;
  const hasPlace = placeStep.isNeeded?.(context) ?? true;
  const questions = (categoryOf(context)?.questions ?? []).filter(({ kind }) => kind !== 'photo');
  return [
    [
      { value: 'pieces', label: t.plain('change-pieces') },
      ...(hasPlace ? [{ value: 'place', label: t.plain('change-place') }] : []),
    ],
    ...questions.map(({ id, ask }) => [
      { value: `q-${id}`, label: excerpt(nameIn(ask, t.language), LONGEST_LABEL) },
    ]),
  ];
}

const whatStep: Step = {
  field: 'what',
  ask: ({ t, appeal }) => t('ask-fix', { number: appeal?.number ?? '' }),
  choices: fixable,
  accept: (input) =>
    input.kind === 'choice' ? { set: { what: input.value } } : { refusal: 'refusal-choose-change' },
};

const correcting = (step: Step): Step => ({ ...step, maySkip: false });

/** One thing of a sent appeal, said anew. */
export const fix: Dialogue = {
  steps: (context) => {
    const { what } = context.draft.fields;
    const all = [placeStep, ...questionSteps(context)].filter(({ field }) => field === what);
    return [
      whatStep,
      ...(what === 'pieces'
        ? [writeAndSend('ask-fix-text', { files: false, heeds: true })]
        : all.map(correcting)),
    ];
  },
  navigation: ['cancel'],
};
