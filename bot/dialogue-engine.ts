import type { Appeal } from '../domain/appeal';
import type { Citizen } from '../domain/citizen';
import type { City } from '../domain/city';
import type { Classifier } from '../domain/classifier';
import type { Draft, Fields } from '../domain/draft';
import type { Instant } from '../domain/instant';
import type { Choice, Markup, Screen, SentFile } from '../messengers/messenger';
import { paragraphs, type TextArguments, type Texts } from '../screens/texts';
import { matchTyped } from './match-typed';
import { dialogueToken } from './tokens';

/** What a step may receive: a chosen value or something typed or sent. */
export type Input =
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'text'; readonly text: string; readonly messageId: string }
  | { readonly kind: 'file'; readonly file: SentFile; readonly caption?: string; readonly messageId: string }
  | { readonly kind: 'contact'; readonly phone: string; readonly isOwn: boolean }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'other' };

export interface Context {
  readonly draft: Draft;
  readonly city: City;
  readonly classifier: Classifier;
  readonly t: Texts;
  readonly now: Instant;
  readonly citizen: Citizen;
  /** The appeal the draft is about, where there is one. */
  readonly appeal?: Appeal;
}

export interface StepChoice {
  readonly value: string;
  readonly label: string;
}

/** What a step made of an input: fields to keep (`undefined` forgets one) and where to go, or a refusal's key. */
export type Accepted =
  | { readonly set: Fields; readonly goTo?: string; readonly remark?: string }
  | { readonly refusal: string; readonly args?: TextArguments };

export interface Step {
  readonly field: string;
  readonly isNeeded?: (context: Context) => boolean;
  readonly ask: (context: Context) => Markup;
  readonly choices?: (context: Context) => readonly (readonly StepChoice[])[];
  readonly accept: (input: Input, context: Context) => Accepted;
  readonly request?: { readonly what: 'contact'; readonly labelKey: string };
  /** May be left out; the field becomes `null`. */
  readonly maySkip?: boolean;
  /** Asked only by going to it, never as the next missing one. */
  readonly isAside?: boolean;
}

export interface Dialogue {
  readonly steps: (context: Context) => readonly Step[];
  /** Buttons under every step, least likely last. */
  readonly navigation: readonly ('later' | 'cancel')[];
}

export type Outcome =
  | { readonly next: 'ask'; readonly fields: Fields; readonly at?: string; readonly remark?: Markup }
  | { readonly next: 'finish'; readonly fields: Fields }
  | { readonly next: 'cancel' | 'later' };

const isMissing = (fields: Fields, step: Step) => fields[step.field] === undefined;
const isNeeded = (step: Step, context: Context) => step.isNeeded?.(context) ?? true;
const withFields = (context: Context, fields: Fields): Context => ({
  ...context,
  draft: { ...context.draft, fields },
});

/** The step being asked: the one gone to, else the first needed one whose field is missing; none when all is there. */
export function presentStep(dialogue: Dialogue, context: Context, at?: string): Step | undefined {
  const steps = dialogue.steps(context).filter((step) => isNeeded(step, context));
  const explicit = at ? steps.find((step) => step.field === at) : undefined;
  return explicit ?? steps.find((step) => !step.isAside && isMissing(context.draft.fields, step));
}

function previousStep(dialogue: Dialogue, context: Context, current: Step): Step | undefined {
  const steps = dialogue.steps(context).filter((step) => isNeeded(step, context) && !step.isAside);
  const index = steps.findIndex((step) => step.field === current.field);
  return index < 0 ? steps.findLast((step) => !isMissing(context.draft.fields, step)) : steps[index - 1];
}

function navigationOf(dialogue: Dialogue, context: Context, step: Step): StepChoice[] {
  const { t } = context;
  const has = !isMissing(context.draft.fields, step) && context.draft.fields[step.field] !== null;
  const offered: [boolean, string][] = [
    [Boolean(step.maySkip) && !has, 'skip'],
    [has && !step.isAside, 'keep'],
    ...dialogue.navigation.map((what): [boolean, string] => [true, what]),
    [previousStep(dialogue, context, step) !== undefined, 'back'],
  ];
  return offered
    .filter(([is]) => is)
    .map(([, what]) => ({ value: `!${what}`, label: t.plain(`nav-${what}`) }));
}

const rowsOf = (dialogue: Dialogue, context: Context, step: Step): readonly (readonly StepChoice[])[] =>
  [...(step.choices?.(context) ?? []), navigationOf(dialogue, context, step)].filter((row) => row.length > 0);

function mergeFields(fields: Fields, set: Fields): Fields {
  const merged = { ...fields, ...set };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

function navigate(dialogue: Dialogue, context: Context, step: Step, where: string): Outcome | undefined {
  const { fields } = context.draft;
  const moves: Record<string, () => Outcome> = {
    '!later': () => ({ next: 'later' }),
    '!cancel': () => ({ next: 'cancel' }),
    '!skip': () => ({ next: 'ask', fields: mergeFields(fields, { [step.field]: null }) }),
    '!keep': () => ({ next: 'ask', fields }),
    '!back': () => {
      const previous = previousStep(dialogue, context, step);
      return { next: 'ask', fields, ...(previous && { at: previous.field }) };
    },
  };
  return moves[where]?.();
}

/**
 * One turn of a dialogue, pure: what the input changes and what is asked next. Navigation words and the numbers
 * or words of choices may be typed. Bad input asks again with a sentence about what to do; nothing typed is lost.
 */
export function turn(dialogue: Dialogue, context: Context, at: string | undefined, input: Input): Outcome {
  const step = presentStep(dialogue, context, at);
  if (!step) return { next: 'finish', fields: context.draft.fields };
  const rows = rowsOf(dialogue, context, step);
  const chosen = input.kind === 'text' ? matchTyped(rows.flat(), input.text) : undefined;
  const meant: Input = chosen ? { kind: 'choice', value: chosen.value } : input;
  if (meant.kind === 'choice') {
    if (!rows.flat().some(({ value }) => value === meant.value)) return stay(context, at);
    const moved = navigate(dialogue, context, step, meant.value);
    if (moved) return settle(dialogue, context, moved);
  }
  const accepted = step.accept(meant, context);
  if ('refusal' in accepted) return stay(context, at, context.t(accepted.refusal, accepted.args));
  const fields = mergeFields(context.draft.fields, accepted.set);
  const { goTo, remark } = accepted;
  return settle(dialogue, context, {
    next: 'ask',
    fields,
    ...(goTo && { at: goTo }),
    ...(remark && { remark: context.t(remark) }),
  });
}

const stay = (context: Context, at?: string, remark?: Markup): Outcome => ({
  next: 'ask',
  fields: context.draft.fields,
  ...(at && { at }),
  ...(remark && { remark }),
});

function settle(dialogue: Dialogue, context: Context, outcome: Outcome): Outcome {
  if (outcome.next !== 'ask') return outcome;
  const isOver = !presentStep(dialogue, withFields(context, outcome.fields), outcome.at);
  return isOver ? { next: 'finish', fields: outcome.fields } : outcome;
}

/** The screen of the present step: its question, its choices, the ways out. `remark` comes first. */
export function stepScreen(dialogue: Dialogue, context: Context, at?: string, remark?: Markup): Screen {
  const step = presentStep(dialogue, context, at);
  if (!step) return { text: remark ?? context.t('nothing-to-ask') };
  const text = paragraphs(remark, step.ask(context));
  const rows = rowsOf(dialogue, context, step);
  if (step.request) {
    const others = rows.flat().map(({ label }) => label);
    return {
      text,
      request: { what: step.request.what, label: context.t.plain(step.request.labelKey), others },
    };
  }
  const toChoice = ({ value, label }: StepChoice): Choice => ({
    label,
    token: dialogueToken(context.draft.id, step.field, value),
  });
  return { text, choices: rows.map((row) => row.map(toChoice)) };
}
