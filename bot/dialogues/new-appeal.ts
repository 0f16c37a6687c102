import type { AppealKind } from '../../domain/appeal';
import type { Fields } from '../../domain/draft';
import type { Place } from '../../domain/place';
import { isIdentified } from '../../domain/citizen';
import { termsFor } from '../../domain/term';
import { previewText } from '../../screens/appeal-preview';
import type { Accepted, Context, Dialogue, Input, Step, StepChoice } from '../dialogue';
import { categoryStep, filesStep, kindStep, proposalStep, textStep } from './appeal-steps';
import { acceptOthers, beneficiaryIn, coAuthorsIn, forOthersSteps, othersChoices } from './for-others-steps';
import { acceptHiding, hidingChoices, isNameHidden } from './hide-name';
import { joinedIn, joinStep } from './join-step';
import { acceptLocation, placeStep } from './place-step';
import { categoryOf, inRows, questionSteps } from './question-steps';
import { registrationSteps } from './registration-steps';
import { addFile, addWritten, filesOf, writtenIn } from './writing';

type Kind = 'application' | 'complaint' | 'proposal';

/** The person as they will be known once this draft is sent. */
export const knownAs = ({ draft, citizen }: Context) => ({
  name: (draft.fields.name as string | undefined) ?? citizen.name,
  residence: (draft.fields.residence as string | undefined) ?? citizen.residence,
});

/** For whom and with whom it is filed. */
export function togetherIn(fields: Fields) {
  const onBehalfOf = beneficiaryIn(fields);
  const coAuthors = coAuthorsIn(fields);
  return { ...(onBehalfOf && { onBehalfOf }), ...(coAuthors.length > 0 && { coAuthors }) };
}

function preview(context: Context) {
  const { draft, t, city, now } = context;
  const category = categoryOf(context);
  if (!category) return t('nothing-to-ask');
  const { name, residence } = knownAs(context);
  const isLegal = isIdentified({ ...(name && { name }), ...(residence && { residence }) });
  const kind: AppealKind = isLegal ? (draft.fields.kind as Kind) : 'message';
  const place = draft.fields.place as Place | null | undefined;
  const text = writtenIn(draft.fields);
  const shown = { category, kind, text, fileCount: filesOf(draft.fields).length, ...(place && { place }) };
  return previewText(t, city, {
    ...shown,
    ...(name && { name }),
    isJoining: joinedIn(context) !== undefined,
    isNameHidden: isNameHidden(context),
    together: togetherIn(draft.fields),
    terms: termsFor({ ...category, kind }, now, city),
  });
}

const sendStep: Step = {
  field: 'send',
  ask: preview,
  choices: (context) => [
    [{ value: 'send', label: context.t.plain('choice-send') }],
    [{ value: 'change', label: context.t.plain('choice-change') }],
    ...(joinedIn(context) ? [[{ value: 'apart', label: context.t.plain('choice-apart') }]] : []),
  ],
  typed: { 'words-yes': 'send' },
  accept: (input, { draft }) => {
    if (input.kind !== 'choice') {
      const added = addWritten(draft.fields, input, draft.messenger, 'refusal-press-send');
      return 'refusal' in added ? added : { ...added, remark: 'remark-added' };
    }
    if (input.value === 'apart') return { set: { join: null }, remark: 'remark-apart' };
    return input.value === 'change' ? { set: {}, goTo: 'change' } : { set: { send: true } };
  },
};

const CHANGEABLE = [
  'pieces',
  'proposal',
  'place',
  'filesDone',
  'kind',
  'consent',
  'phone',
  'name',
  'residence',
  'email',
] as const;

function changeable(context: Context): StepChoice[] {
  const there = stepsOf(context).filter((step) => step.isNeeded?.(context) ?? true);
  const isDeclined = context.draft.fields.consent === 'declined';
  const offered = CHANGEABLE.filter((field) => field !== 'consent' || isDeclined);
  return offered
    .filter((field) => there.some((step) => step.field === field))
    .map((field) => ({
      value: field,
      label: context.t.plain(`change-${field}`),
    }));
}

const changeStep: Step = {
  field: 'change',
  isAside: true,
  ask: ({ t }) => t('ask-change'),
  choices: (context) =>
    [...inRows(changeable(context), 2), othersChoices(context), hidingChoices(context)].filter(
      (row) => row.length > 0,
    ),
  accept: (input) => {
    if (input.kind !== 'choice') return { refusal: 'refusal-choose-change' };
    const others = acceptOthers(input.value) ?? acceptHiding(input.value);
    if (others) return others;
    return { set: input.value === 'pieces' ? { isRewriting: true } : {}, goTo: input.value };
  },
};

function stepsOf(context: Context): readonly Step[] {
  return [textStep, proposalStep, categoryStep, ...questionSteps(context), placeStep, joinStep, filesStep, kindStep, ...registrationSteps, ...forOthersSteps, sendStep]; // prettier-ignore
}

/** Photos and the place are welcome at any step; the question stays. */
function keeps(input: Input, context: Context): Accepted | undefined {
  if (input.kind === 'location') return acceptLocation(input, context);
  if (input.kind !== 'file') return undefined;
  const added = addFile(context.draft.fields, input, context.draft.messenger);
  return 'refusal' in added ? added : { remark: 'remark-file-kept', ...added };
}

export const newAppeal: Dialogue = {
  steps: (context) => [...stepsOf(context), changeStep],
  navigation: ['later', 'cancel'],
  review: 'send',
  keeps,
};
