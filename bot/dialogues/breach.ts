import { localDay } from '../../domain/calendar';
import { NOT_TOLD } from '../../domain/breach';
import { readPastDay } from '../../domain/read-day';
import { hasWords } from '../../domain/saying';
import { breachWordsIn, breachLines } from '../../screens/breach-screens';
import { paragraphs } from '../../screens/texts';
import type { Context, Dialogue, Input, Step } from '../dialogue';

const LONGEST = 1500;

const isAddition = ({ draft }: Context): boolean => draft.fields.breachId !== undefined;
const isFirst = (context: Context): boolean => !isAddition(context);

const pastDay = (text: string, { now, city }: Context): string | undefined =>
  readPastDay(text, localDay(now, city.timeZone))?.toString();

const today = ({ now, city }: Context): string => localDay(now, city.timeZone).toString();

const noticedStep: Step = {
  field: 'noticedOn',
  isNeeded: isFirst,
  ask: ({ t }) => t('ask-breach-noticed'),
  choices: (context) => [[{ value: today(context), label: context.t.plain('choice-told-today') }]],
  accept: (input, context) => {
    const day = dayIn(input, context);
    return day ? { set: { noticedOn: day } } : { refusal: 'refusal-breach-day' };
  },
};

const dayIn = (input: Input, context: Context): string | undefined =>
  input.kind === 'choice' ? input.value : input.kind === 'text' ? pastDay(input.text, context) : undefined;

/** Something in the operator’s own words; one message, as long as a screen bears. */
const inWords = (field: string, more: Partial<Step> = {}): Step => ({
  field,
  ask: (context) => context.t(isAddition(context) ? `ask-breach-more-${field}` : `ask-breach-${field}`),
  accept: (input) => {
    const text = input.kind === 'text' ? input.text.trim() : '';
    if (text.length > LONGEST) return { refusal: 'refusal-breach-long', args: { max: LONGEST } };
    return hasWords(text) || /\d/.test(text)
      ? { set: { [field]: text } }
      : { refusal: 'refusal-text-expected' };
  },
  ...more,
});

const toldStep = (field: 'peopleTold' | 'ombudsmanTold'): Step => ({
  field,
  maySkip: true,
  ask: ({ t }) => t(`ask-breach-${field}`),
  choices: (context) => [
    [{ value: today(context), label: context.t.plain('choice-told-today') }],
    NOT_TOLD.map((value) => ({ value, label: context.t.plain(`choice-told-${value}`) })),
  ],
  accept: (input, context) => {
    const told = dayIn(input, context);
    return told ? { set: { [field]: told } } : { refusal: 'refusal-breach-told' };
  },
});

const saveStep: Step = {
  field: 'send',
  ask: ({ t, draft }) => paragraphs(breachLines(t, breachWordsIn(draft.fields)), t('ask-breach-save')),
  choices: ({ t }) => [[{ value: 'send', label: t.plain('choice-breach-save') }]],
  typed: { 'words-yes': 'send' },
  accept: (input) => (input.kind === 'choice' ? { set: { send: true } } : { refusal: 'refusal-breach-save' }),
};

/** An entry of the log of breaches; `breachId` of the draft names the breach it adds to. */
export const breach: Dialogue = {
  steps: () => [
    noticedStep,
    inWords('happened'),
    inWords('kinds', { isNeeded: isFirst }),
    inWords('people', { maySkip: true }),
    inWords('measures', { maySkip: true }),
    toldStep('peopleTold'),
    toldStep('ombudsmanTold'),
    saveStep,
  ],
  navigation: ['later', 'cancel'],
};
