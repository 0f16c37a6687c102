import { findCategory, type Category } from '../../domain/city';
import { nameIn } from '../../domain/city-languages';
import type { Fields } from '../../domain/draft';
import type { Accepted, Context, Step, StepChoice } from '../dialogue';
import { hasDeclinedPhoto, inRows } from './question-steps';
import { addPiece, addWritten, chosen, filesOf, joiningAnew, writtenIn } from './writing';
import { emergencyLines } from '../../screens/menu-screens';
import { paragraphs } from '../../screens/texts';

const categoryChoice =
  (context: Context) =>
  (category: Category): StepChoice => ({
    value: category.code,
    label: nameIn(category.names, context.t.language),
  });

function askText({ t, draft }: Context) {
  if (draft.fields.isRewriting) return t('ask-text-again');
  const [first] = filesOf(draft.fields);
  if (!first) return t('ask-text');
  return t(first.kind === 'voice' ? 'ask-text-for-voice' : 'ask-text-for-file');
}

/** What happened, in the citizen's own words. */
export const textStep: Step = {
  field: 'pieces',
  ask: askText,
  accept: (input, { draft }) => {
    const fields = draft.fields.isRewriting ? { ...draft.fields, pieces: [] } : draft.fields;
    const added = addWritten(fields, input, draft.messenger, 'refusal-text-expected');
    if ('refusal' in added) return added;
    return { ...added, set: { ...added.set, isRewriting: undefined } };
  },
};

const proposed = ({ classifier, draft, city }: Context): Category[] =>
  classifier
    .propose(writtenIn(draft.fields))
    .slice(0, 3)
    .flatMap(({ code }) => findCategory(city, code) ?? []);

/** None of what is proposed is likely enough: a moderator looks first, whatever is chosen. */
function isDoubtful({ classifier, draft, city }: Context): boolean {
  const [best] = classifier.propose(writtenIn(draft.fields));
  return best !== undefined && best.confidence < city.leastConfidence;
}

export const isDanger = ({ classifier, draft }: Context): boolean =>
  classifier.isDangerous(writtenIn(draft.fields));

/** Whoever is in danger reads first whom to call. */
export const dangerLines = (context: Context) => isDanger(context) && emergencyLines(context.t, context.city);

/** Up to three categories that fit the words. More words may come; they join the text. */
export const proposalStep: Step = {
  field: 'proposal',
  ask: (context) =>
    paragraphs(
      dangerLines(context),
      context.t(proposed(context).length > 0 ? 'ask-proposal' : 'ask-no-proposal'),
    ),
  choices: (context) => [
    ...inRows(proposed(context).map(categoryChoice(context)), 1),
    [{ value: 'other', label: context.t.plain('choice-other-category') }],
  ],
  accept: (input, context) => {
    const { draft, city } = context;
    if (input.kind !== 'choice') {
      const added = addWritten(draft.fields, input, draft.messenger, 'refusal-choose-category');
      return 'refusal' in added ? added : { remark: 'remark-added', ...added };
    }
    const category = findCategory(city, input.value);
    const set = {
      proposal: input.value,
      category: category?.code,
      categoryQuery: undefined,
      categoryGroup: undefined,
      ...joiningAnew(draft.fields),
    };
    const isChosen = category && chosen(nameIn(category.names, context.t.language));
    return { set: { ...set, isUncertain: isDoubtful(context) || undefined }, ...isChosen };
  },
};

function categoriesShown(context: Context): Category[] {
  const { city, classifier, draft } = context;
  const { categoryQuery, categoryGroup } = draft.fields;
  if (typeof categoryQuery === 'string')
    return classifier
      .search(categoryQuery)
      .slice(0, 6)
      .flatMap((code) => findCategory(city, code) ?? []);
  return city.categories.filter(({ group }) => group === categoryGroup);
}

const GROUP = 'g-';

function askCategory(context: Context) {
  const { t, draft, city } = context;
  const { categoryQuery, categoryGroup } = draft.fields;
  if (categoryQuery)
    return t(categoriesShown(context).length > 0 ? 'ask-category-found' : 'ask-category-nothing-found');
  const group = city.groups.find(({ code }) => code === categoryGroup);
  return group ? t('ask-category-in-group', { group: nameIn(group.names, t.language) }) : t('ask-category');
}

function categoryChoices(context: Context): StepChoice[][] {
  const { city, t } = context;
  const unsure = [{ value: 'unsure', label: t.plain('choice-unsure') }];
  const groups = [{ value: 'groups', label: t.plain('choice-all-groups') }];
  const narrowed = categoriesShown(context);
  if (narrowed.length > 0) return [...inRows(narrowed.map(categoryChoice(context)), 1), groups, unsure];
  const all = city.groups.map(({ code, names }) => ({
    value: GROUP + code,
    label: nameIn(names, t.language),
  }));
  return [...inRows(all, 2), unsure];
}

/** Nobody is left without a category: the likeliest one, and a moderator looks first. */
const unsureCategory = ({ classifier, city, draft }: Context): string | undefined =>
  classifier.propose(writtenIn(draft.fields))[0]?.code ?? city.categories.at(-1)?.code;

/** The question stays, also for somebody who came back to it with a category already chosen. */
const narrowedTo = (set: Fields): Accepted => ({ set, goTo: 'category' });

/** Search by typing or browse by group. */
export const categoryStep: Step = {
  field: 'category',
  isNeeded: ({ draft }) => draft.fields.proposal === 'other',
  ask: askCategory,
  choices: categoryChoices,
  typed: { 'words-unsure': 'unsure' },
  accept: (input, context) => {
    if (input.kind === 'text')
      return narrowedTo({ categoryQuery: input.text.slice(0, 100), categoryGroup: undefined });
    if (input.kind !== 'choice') return { refusal: 'refusal-choose-category' };
    if (input.value === 'groups') return narrowedTo({ categoryQuery: undefined, categoryGroup: undefined });
    if (input.value === 'unsure')
      return { set: { category: unsureCategory(context), isUncertain: true }, remark: 'remark-unsure' };
    if (input.value.startsWith(GROUP))
      return narrowedTo({ categoryGroup: input.value.slice(GROUP.length), categoryQuery: undefined });
    const category = findCategory(context.city, input.value);
    const isChosen = category && chosen(nameIn(category.names, context.t.language));
    return {
      set: { category: input.value, isUncertain: undefined, ...joiningAnew(context.draft.fields) },
      ...isChosen,
    };
  },
};

/** Photos or documents, as many as the limit allows, «done» when finished. */
export const filesStep: Step = {
  field: 'filesDone',
  isNeeded: (context) => !hasDeclinedPhoto(context),
  ask: ({ t, draft }) => {
    const count = filesOf(draft.fields).length;
    return count > 0 ? t('ask-more-files', { count }) : t('ask-files');
  },
  typed: { 'words-none': 'done' },
  choices: ({ t, draft }) => [
    filesOf(draft.fields).length > 0
      ? [
          { value: 'done', label: t.plain('choice-files-done') },
          { value: 'clear', label: t.plain('choice-files-clear') },
        ]
      : [{ value: 'done', label: t.plain('choice-no-files') }],
  ],
  accept: (input, { draft }) => {
    if (input.kind === 'choice' && input.value === 'clear') return { set: { files: [] }, goTo: 'filesDone' };
    if (input.kind === 'choice') return { set: { filesDone: true } };
    if (input.kind === 'text') {
      const added = addPiece(draft.fields, { messageId: input.messageId, text: input.text });
      return 'refusal' in added
        ? { refusal: 'refusal-photo-expected' }
        : { ...added, goTo: 'filesDone', remark: 'remark-text-for-photo' };
    }
    const added = addWritten(draft.fields, input, draft.messenger, 'refusal-photo-expected');
    return 'refusal' in added ? added : { ...added, goTo: 'filesDone' };
  },
};

/** Application, complaint or proposal (art. 3), told apart in plain words. */
export const kindStep: Step = {
  field: 'kind',
  ask: ({ t }) => t('ask-kind'),
  choices: ({ t }) =>
    ['application', 'complaint', 'proposal'].map((kind) => [{ value: kind, label: t.plain(`kind-${kind}`) }]),
  accept: (input, { t }) =>
    input.kind === 'choice'
      ? { set: { kind: input.value }, ...chosen(t.plain(`kind-${input.value}`)) }
      : { refusal: 'refusal-choose-kind' },
};
