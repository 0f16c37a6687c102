import { entryOf } from '../../domain/entry';
import type { Beneficiary } from '../../domain/appeal';
import type { Fields } from '../../domain/draft';
import { lines } from '../../screens/texts';
import type { Accepted, Context, Input, Step, StepChoice } from '../dialogue';
import { isFullName, isResidence, spaced } from './registration-steps';

const MOST_NAMES = 50;
const MOST_AT_ONCE = 20;

const namesIn = (fields: Fields): readonly string[] => (fields.coAuthors as string[] | undefined) ?? [];

/** Whose matter it is, once they agreed. */
export function beneficiaryIn({ otherConsent, otherName, otherResidence }: Fields): Beneficiary | undefined {
  return otherConsent === true && typeof otherName === 'string' && typeof otherResidence === 'string'
    ? { name: otherName, residence: otherResidence }
    : undefined;
}

/** Who signs besides the one who writes. */
export const coAuthorsIn = (fields: Fields): readonly string[] =>
  fields.isCollective ? namesIn(fields) : [];

const FOR_SELF: Fields = {
  forOther: undefined,
  otherName: undefined,
  otherResidence: undefined,
  otherConsent: undefined,
};

const isForOther = ({ draft }: Context) => draft.fields.forOther === true;
const written = (input: Input): string => (input.kind === 'text' ? input.text.trim() : '');

/** Art. 5: the appeal names the person it is about. */
const otherNameStep: Step = {
  field: 'otherName',
  isNeeded: isForOther,
  ask: ({ t }) => t('ask-other-name'),
  accept: (input) => {
    const name = spaced(written(input));
    return isFullName(name) ? { set: { otherName: name } } : { refusal: 'refusal-name' };
  },
};

const otherResidenceStep: Step = {
  field: 'otherResidence',
  isNeeded: isForOther,
  ask: ({ t }) => t('ask-other-residence'),
  accept: (input) => {
    const otherResidence = written(input);
    return isResidence(otherResidence) ? { set: { otherResidence } } : { refusal: 'refusal-residence' };
  },
};

/** Nobody's name is given to the city behind their back. */
const otherConsentStep: Step = {
  field: 'otherConsent',
  isNeeded: isForOther,
  ask: ({ t, draft }) => t('ask-other-consent', { name: String(draft.fields.otherName) }),
  choices: ({ t }) => [
    [{ value: 'agreed', label: t.plain('choice-other-agreed') }],
    [{ value: 'not', label: t.plain('choice-other-not') }],
  ],
  typed: { 'words-yes': 'agreed', 'words-no': 'not' },
  accept: (input) => {
    if (input.kind !== 'choice') return { refusal: 'refusal-other-consent' };
    return input.value === 'agreed'
      ? { set: { otherConsent: true } }
      : { set: FOR_SELF, remark: 'remark-for-self' };
  },
};

/** Names, one a line; a line that is no name is named and the others are kept. */
function addNames(text: string, fields: Fields): Accepted {
  const given = text.split('\n').map(spaced).filter(Boolean).slice(0, MOST_AT_ONCE);
  const names = given.filter(isFullName);
  const wrong = given.find((line) => !isFullName(line));
  const all = [...new Set([...namesIn(fields), ...names])];
  if (all.length > MOST_NAMES) return { refusal: 'refusal-too-many-names', args: { max: MOST_NAMES } };
  const here = { set: { coAuthors: all }, goTo: 'coAuthorsDone' };
  if (wrong === undefined) return here;
  const said = { remark: 'remark-no-name', args: { line: wrong.slice(0, 60) } };
  return names.length > 0 ? { ...here, ...said } : { refusal: said.remark, args: said.args };
}

const CORRECTIONS: Readonly<Record<string, (names: readonly string[]) => readonly string[]>> = {
  last: (names) => names.slice(0, -1),
  clear: () => [],
};

/** A collective appeal: several names, one contact. */
const coAuthorsStep: Step = {
  field: 'coAuthorsDone',
  isNeeded: ({ draft }) => draft.fields.isCollective === true,
  ask: ({ t, draft }) => {
    const names = namesIn(draft.fields);
    if (names.length === 0) return t('ask-co-authors');
    const listed = names.map((name, index) => t('co-author-line', { index: index + 1, name }));
    return lines(...listed, t('ask-more-co-authors', { count: names.length }));
  },
  choices: ({ t, draft }) => {
    const done = [{ value: 'done', label: t.plain('choice-names-done') }];
    if (namesIn(draft.fields).length === 0) return [[{ value: 'done', label: t.plain('choice-names-none') }]];
    const corrections = Object.keys(CORRECTIONS);
    return [done, corrections.map((value) => ({ value, label: t.plain(`choice-names-${value}`) }))];
  },
  accept: (input, { draft }) => {
    if (input.kind === 'text') return addNames(input.text, draft.fields);
    if (input.kind !== 'choice') return { refusal: 'refusal-names' };
    const names = namesIn(draft.fields);
    const corrected = entryOf(CORRECTIONS, input.value)?.(names);
    if (corrected) return { set: { coAuthors: corrected }, goTo: 'coAuthorsDone' };
    return names.length > 0
      ? { set: { coAuthorsDone: true } }
      : { set: { isCollective: undefined, coAuthors: undefined } };
  },
};

export const forOthersSteps: readonly Step[] = [
  otherNameStep,
  otherResidenceStep,
  otherConsentStep,
  coAuthorsStep,
];

/** What choosing each of them at «Change» sets. */
const OFFERED: Readonly<Record<string, Accepted>> = {
  forOther: { set: { ...FOR_SELF, forOther: true }, goTo: 'otherName' },
  forSelf: { set: FOR_SELF, remark: 'remark-for-self' },
  together: { set: { isCollective: true, coAuthorsDone: undefined }, goTo: 'coAuthorsDone' },
};

/** At «Change»: for another person, together with others. */
export const othersChoices = (context: Context): StepChoice[] =>
  [isForOther(context) ? 'forSelf' : 'forOther', 'together'].map((value) => ({
    value,
    label: context.t.plain(`change-${value}`),
  }));

export const acceptOthers = (value: string): Accepted | undefined => entryOf(OFFERED, value);
