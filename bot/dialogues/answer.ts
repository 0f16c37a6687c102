import { localDay } from '../../domain/calendar';
import { cannedFor, filledIn } from '../../domain/canned-answers';
import { findCategory, type CannedAnswer } from '../../domain/city';
import { nameIn } from '../../domain/city-languages';
import { maskContacts } from '../../domain/masking';
import { OUTCOMES, type Outcome } from '../../domain/outcome';
import type { Fields } from '../../domain/draft';
import { answerPreview, type AnswerDraft } from '../../screens/staff-screens';
import type { Context, Dialogue, Step } from '../dialogue';
import { readDay } from '../../domain/read-day';
import { groundIn } from '../../domain/saying';
import { addWritten, filesOf, writtenIn } from './writing';

/** Those that fit the appeal; of one outcome where the answer was begun with it. */
function readyAnswers({ appeal, city, draft }: Context): readonly CannedAnswer[] {
  const { outcome, isRewriting } = draft.fields;
  return appeal ? cannedFor(city, appeal, isRewriting ? undefined : (outcome as Outcome | undefined)) : [];
}

const textStep: Step = {
  field: 'pieces',
  ask: ({ t, appeal }) => t('ask-answer', { number: appeal?.number ?? '' }),
  choices: (context) =>
    readyAnswers(context).length > 0
      ? [[{ value: 'canned', label: context.t.plain('choice-ready-answers') }]]
      : [],
  accept: (input, { draft }) => {
    if (input.kind === 'choice') return { set: {}, goTo: 'canned' };
    const fields = draft.fields.isRewriting ? { ...draft.fields, pieces: [] } : draft.fields;
    const added = addWritten(fields, input, draft.messenger, 'refusal-text-expected');
    return 'refusal' in added ? added : { set: { ...added.set, isRewriting: undefined } };
  },
};

function fillIn(canned: CannedAnswer, { appeal, city, t, now }: Context): string {
  const category = findCategory(city, appeal?.category ?? '');
  return filledIn(canned, {
    number: appeal?.number ?? '',
    category: category ? nameIn(category.names, 'uk') : '',
    place: maskContacts(appeal?.place?.label ?? ''),
    day: t.plain('staff-day', { day: now }),
  });
}

/** A ready answer becomes the words and brings its outcome; whatever else is written there is the answer itself. */
const cannedStep: Step = {
  field: 'canned',
  isAside: true,
  ask: ({ t }) => t('ask-ready-answer'),
  choices: (context) => readyAnswers(context).map(({ id, title }) => [{ value: id, label: title }]),
  accept: (input, context) => {
    if (input.kind !== 'choice') return textStep.accept(input, context);
    const canned = readyAnswers(context).find(({ id }) => id === input.value);
    if (!canned) return { refusal: 'past-button' };
    const pieces = [{ messageId: `ready-${canned.id}`, text: fillIn(canned, context) }];
    return { set: { pieces, outcome: canned.outcome, isRewriting: undefined } };
  },
};

const more =
  (step: Step): Step['accept'] =>
  (input, context) => {
    if (input.kind === 'choice') return step.accept(input, context);
    return addWritten(context.draft.fields, input, context.draft.messenger, 'refusal-text-or-photo');
  };

const outcomeStep: Step = {
  field: 'outcome',
  ask: ({ t, draft }) =>
    t('ask-outcome', { text: writtenIn(draft.fields), files: filesOf(draft.fields).length }),
  choices: ({ t }) => OUTCOMES.map((outcome) => [{ value: outcome, label: t.plain(`outcome-${outcome}`) }]),
  accept: (input) =>
    input.kind === 'choice' ? { set: { outcome: input.value } } : { refusal: 'refusal-choose-outcome' },
};

const is = (outcome: Outcome) => (context: Context) => context.draft.fields.outcome === outcome;

/** Art. 15: a refusal states its ground. */
const groundStep: Step = {
  field: 'ground',
  isNeeded: is('refused'),
  ask: ({ t }) => t('ask-ground'),
  accept: (input) => {
    const ground = input.kind === 'text' ? groundIn(input.text) : undefined;
    return ground ? { set: { ground } } : { refusal: 'refused-ground_missing' };
  },
};

const plannedStep: Step = {
  field: 'plannedOn',
  isNeeded: is('planned'),
  ask: ({ t }) => t('ask-planned-on'),
  accept: (input, { now, city }) => {
    const today = localDay(now, city.timeZone);
    const day = input.kind === 'text' ? readDay(input.text, today) : undefined;
    if (!day) return { refusal: 'refusal-day' };
    return day.toString() < today.toString()
      ? { refusal: 'refused-date_past' }
      : { set: { plannedOn: day.toString() } };
  },
};

function previewed(fields: Fields): AnswerDraft {
  const { outcome, ground, plannedOn } = fields as Pick<AnswerDraft, 'outcome' | 'ground' | 'plannedOn'>;
  const written = { text: writtenIn(fields), files: filesOf(fields).length };
  return { ...written, outcome, ...(ground && { ground }), ...(plannedOn && { plannedOn }) };
}

const sendStep: Step = {
  field: 'send',
  ask: ({ t, city, draft, appeal }) =>
    appeal ? answerPreview(t, city, appeal, previewed(draft.fields)) : t('nothing-to-ask'),
  choices: ({ t }) => [
    [{ value: 'send', label: t.plain('choice-send-answer') }],
    [
      { value: 'outcome', label: t.plain('choice-change-outcome') },
      { value: 'text', label: t.plain('choice-change-text') },
    ],
  ],
  accept: (input) => {
    if (input.kind !== 'choice') return { refusal: 'refusal-press-send' };
    if (input.value === 'send') return { set: { send: true } };
    return input.value === 'outcome'
      ? { set: {}, goTo: 'outcome' }
      : { set: { isRewriting: true }, goTo: 'pieces' };
  },
};

/** An official's answer: words and photos or a ready answer, the outcome, a preview, send. Words sent at a choice join the answer. */
export const answer: Dialogue = {
  steps: () => [
    textStep,
    cannedStep,
    { ...outcomeStep, accept: more(outcomeStep) },
    groundStep,
    plannedStep,
    { ...sendStep, accept: more(sendStep) },
  ],
  navigation: ['cancel'],
};
