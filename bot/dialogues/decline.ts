import { findCategory, type Department } from '../../domain/city';
import { nameIn } from '../../domain/city-languages';
import { NOT_KNOWN, OTHER_BODY } from '../../domain/declining';
import { textOf } from '../../domain/appeal';
import type { Context, Dialogue, Step } from '../dialogue';
import { addPiece, chosen } from './writing';

/** The other departments, those the appeal's own words point to first. */
function departmentsFor({ appeal, city, classifier }: Context): readonly Department[] {
  const proposed = classifier.propose(appeal ? textOf(appeal) : '');
  const likely = proposed.map(({ code }) => findCategory(city, code)?.department);
  const rank = ({ code }: Department) => likely.indexOf(code) + 1 || likely.length + 1;
  return city.departments
    .filter(({ code }) => code !== appeal?.department)
    .sort((one, other) => rank(one) - rank(other));
}

const toStep: Step = {
  field: 'to',
  ask: ({ t, appeal }) => t('ask-decline-to', { number: appeal?.number ?? '' }),
  choices: (context) => {
    const { t } = context;
    return [
      ...departmentsFor(context).map(({ code, names }) => [
        { value: code, label: nameIn(names, t.language) },
      ]),
      [
        { value: OTHER_BODY, label: t.plain('choice-other-body') },
        { value: NOT_KNOWN, label: t.plain('choice-not-known') },
      ],
    ];
  },
  accept: (input, context) => {
    if (input.kind !== 'choice') return { refusal: 'refusal-decline-to' };
    const offered = toStep.choices?.(context).flat() ?? [];
    const label = offered.find(({ value }) => value === input.value)?.label ?? '';
    return { set: { to: input.value }, ...chosen(label) };
  },
};

const reasonStep: Step = {
  field: 'pieces',
  ask: ({ t, draft }) => t(draft.fields.to === OTHER_BODY ? 'ask-decline-body' : 'ask-decline-reason'),
  accept: (input, { draft }) =>
    input.kind === 'text'
      ? addPiece(draft.fields, { messageId: input.messageId, text: input.text })
      : { refusal: 'refusal-text-expected' },
};

/** «Not ours»: whose then, and why. Kept at once: the moderators have the next word. */
export const decline: Dialogue = { steps: () => [toStep, reasonStep], navigation: ['cancel'] };
