import type { Fields } from '../domain/draft';
import type { Context, Dialogue, Step, StepChoice } from './dialogue';

const isMissing = (fields: Fields, step: Step) => fields[step.field] === undefined;
const isNeeded = (step: Step, context: Context) => step.isNeeded?.(context) ?? true;
/** The step being asked: the one gone to, else the first needed one whose field is missing; none when all is there. */
export function presentStep(dialogue: Dialogue, context: Context, at?: string): Step | undefined {
  const steps = dialogue.steps(context).filter((step) => isNeeded(step, context));
  const explicit = at ? steps.find((step) => step.field === at) : undefined;
  return explicit ?? steps.find((step) => !step.isAside && isMissing(context.draft.fields, step));
}

/** The step before this one, asked or not. */
export function previousStep(dialogue: Dialogue, context: Context, current: Step): Step | undefined {
  const steps = dialogue.steps(context).filter((step) => isNeeded(step, context) && !step.isAside);
  const index = steps.findIndex((step) => step.field === current.field);
  return index < 0 ? steps.findLast((step) => !isMissing(context.draft.fields, step)) : steps[index - 1];
}

const GIVEN_AT_START = [
  'what',
  'ordinal',
  'verdict',
  'roles',
  'colleague',
  'isByToken',
  'moveId',
  'isYes',
  'breachId',
];

/** Something was said already, so there is something to keep or to lose. */
export const isBegun = (fields: Fields): boolean =>
  Object.keys(fields).some((field) => !GIVEN_AT_START.includes(field));

/** All is answered and a single field is being changed: the next thing is the review. */
export const isChanging = (dialogue: Dialogue, context: Context, step: Step): boolean =>
  dialogue.review !== undefined &&
  step.field !== dialogue.review &&
  presentStep(dialogue, context)?.field === dialogue.review;

const hasAnswer = ({ draft }: Context, { field }: Step) => (draft.fields[field] ?? undefined) !== undefined;

/** Every way out of a step, whether its button is shown or not. */
function waysOut(dialogue: Dialogue, context: Context, step: Step) {
  const isReview = step.field === dialogue.review;
  const has = hasAnswer(context, step);
  const hasLater = dialogue.navigation.includes('later') && isBegun(context.draft.fields);
  const hasBack = Boolean(step.isAside) || previousStep(dialogue, context, step) !== undefined;
  const way = (what: string, mayGo: boolean, isShown = true) => ({ what, mayGo, isShown });
  return {
    here: [
      way('skip', Boolean(step.maySkip), !has),
      way('keep', has && !step.isAside, !isChanging(dialogue, context, step)),
    ],
    away: [
      way('later', hasLater, !step.isAside),
      way('cancel', dialogue.navigation.includes('cancel'), !hasLater || isReview),
      way('back', hasBack, !isReview),
    ],
  };
}

type Way = ReturnType<typeof waysOut>['here'][number];

const asChoice =
  ({ t }: Context) =>
  ({ what }: Way): StepChoice => ({ value: `!${what}`, label: t.plain(`nav-${what}`) });

/** The ways out as choices that may be typed. */
export function typedWays(dialogue: Dialogue, context: Context, step: Step): StepChoice[] {
  const { here, away } = waysOut(dialogue, context, step);
  return [...here, ...away].filter(({ mayGo }) => mayGo).map(asChoice(context));
}

/** Answers first, then the ways past this question, then the ways out of it. */
export function rowsOf(dialogue: Dialogue, context: Context, step: Step): readonly (readonly StepChoice[])[] {
  const { here, away } = waysOut(dialogue, context, step);
  const shown = (ways: readonly Way[]) =>
    ways.filter(({ mayGo, isShown }) => mayGo && isShown).map(asChoice(context));
  return [...(step.choices?.(context) ?? []), shown(here), shown(away)].filter((row) => row.length > 0);
}
