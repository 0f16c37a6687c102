import { localDay } from '../../domain/calendar';
import { findCategory, type Category, type Question } from '../../domain/city';
import { nameIn } from '../../domain/city-languages';
import { readPastDay } from '../../domain/read-day';
import type { Accepted, Context, Input, Step } from '../dialogue';
import { addFile, addPiece, chosen, filesOf } from './writing';

const OPTIONS_PER_ROW = 2;
const NUMBER = /^\s*\d{1,9}([.,]\d+)?\s*$/;

export const inRows = <T>(items: readonly T[], perRow: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / perRow) }, (_, row) =>
    items.slice(row * perRow, (row + 1) * perRow),
  );

/** The category chosen in the draft, or that of the appeal it is about. */
export const categoryOf = ({ draft, city, appeal }: Context): Category | undefined => {
  const code = draft.fields.category ?? appeal?.category;
  return typeof code === 'string' ? findCategory(city, code) : undefined;
};

const questionsOf = (context: Context): readonly Question[] => categoryOf(context)?.questions ?? [];
const fieldOf = ({ id }: Question): string => `q-${id}`;
const hasPicture = ({ draft }: Context): boolean =>
  filesOf(draft.fields).some(({ kind }) => kind === 'photo');

/** Whoever had no photo when the category asked for one is not asked again. */
export const hasDeclinedPhoto = (context: Context): boolean =>
  filesOf(context.draft.fields).length === 0 &&
  questionsOf(context).some(
    (question) => question.kind === 'photo' && context.draft.fields[fieldOf(question)] === null,
  );

type Accept = (question: Question, input: Input, context: Context) => Accepted;

const acceptChoice: Accept = (question, input, { t }) => {
  if (input.kind !== 'choice') return { refusal: 'refusal-question-choice' };
  const option = question.options?.find(({ id }) => id === input.value);
  return {
    set: { [fieldOf(question)]: input.value },
    ...(option && chosen(nameIn(option.names, t.language))),
  };
};

const acceptText: Accept = (question, input) =>
  input.kind === 'text'
    ? { set: { [fieldOf(question)]: input.text.trim().slice(0, 500) } }
    : { refusal: 'refusal-question-text' };

const acceptNumber: Accept = (question, input, context) =>
  input.kind === 'text' && NUMBER.test(input.text)
    ? acceptText(question, input, context)
    : { refusal: 'refusal-question-number' };

const acceptDate: Accept = (question, input, { city, t, now }) => {
  const today = localDay(now, city.timeZone);
  const day = input.kind === 'text' ? readPastDay(input.text, today)?.toString() : undefined;
  if (!day) return { refusal: 'refusal-question-date' };
  return { set: { [fieldOf(question)]: day }, ...chosen(t.plain('particular-day', { day })) };
};

/** The photo joins the files; words typed instead join the text, and the question stays. */
const acceptPhoto: Accept = (question, input, { draft }) => {
  if (input.kind === 'text') {
    const added = addPiece(draft.fields, { messageId: input.messageId, text: input.text });
    return 'refusal' in added
      ? { refusal: 'refusal-question-photo' }
      : { ...added, goTo: fieldOf(question), remark: 'remark-text-for-photo' };
  }
  if (input.kind !== 'file' || input.file.kind !== 'photo') return { refusal: 'refusal-question-photo' };
  const added = addFile(draft.fields, input, draft.messenger);
  if ('refusal' in added || added.remark) return added;
  return { set: { ...added.set, [fieldOf(question)]: input.file.uniqueId } };
};

const ACCEPT: Readonly<Record<Question['kind'], Accept>> = {
  choice: acceptChoice,
  number: acceptNumber,
  text: acceptText,
  date: acceptDate,
  photo: acceptPhoto,
};

/** A photo that is there already answers the question for one. */
const isAsked =
  (question: Question) =>
  (context: Context): boolean =>
    question.kind !== 'photo' || fieldOf(question) in context.draft.fields || !hasPicture(context);

const questionStep = (question: Question): Step => ({
  field: fieldOf(question),
  maySkip: !question.isRequired,
  isNeeded: isAsked(question),
  ask: ({ t }) => t.words(nameIn(question.ask, t.language)),
  choices: ({ t }) =>
    inRows(
      (question.options ?? []).map(({ id, names }) => ({ value: id, label: nameIn(names, t.language) })),
      OPTIONS_PER_ROW,
    ),
  ...(!question.isRequired && { typed: { 'words-none': '!skip', 'words-unsure': '!skip' } }),
  accept: (input, context) => ACCEPT[question.kind](question, input, context),
});

/** The category's own questions, a step each. */
export const questionSteps = (context: Context): Step[] => questionsOf(context).map(questionStep);
