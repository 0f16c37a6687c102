import type { Fields } from '../domain/draft';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { paragraphs } from '../screens/texts';
import type { Accepted, Context, Dialogue, Input, Step, StepChoice } from './dialogue';
import { isAmong, matchTyped, matchWords } from './match-typed';
import { dialogueToken } from './tokens';
import { isChanging, presentStep, previousStep, rowsOf, typedWays } from './ways-out';

export type Outcome =
  | { readonly next: 'ask'; readonly fields: Fields; readonly at?: string; readonly remark?: Markup }
  | { readonly next: 'finish'; readonly fields: Fields }
  | { readonly next: 'cancel' | 'later' };

const withFields = (context: Context, fields: Fields): Context => ({
  ...context,
  draft: { ...context.draft, fields },
});

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
      if (step.isAside || isChanging(dialogue, context, step)) return { next: 'ask', fields };
      const previous = previousStep(dialogue, context, step);
      return { next: 'ask', fields, ...(previous && { at: previous.field }) };
    },
  };
  return moves[where]?.();
}

/** Typed words or a number may mean a choice of the step; the ways out answer to their words only. */
function meantBy(dialogue: Dialogue, context: Context, step: Step, input: Input): Input {
  if (input.kind !== 'text') return input;
  const answers = (step.choices?.(context) ?? []).flat();
  const ways = typedWays(dialogue, context, step);
  const offered = new Set([...answers, ...ways].map((choice) => choice.value));
  const alias = Object.entries(step.typed ?? {}).find(
    ([key, value]) => offered.has(value) && isAmong(context.t.plain(key), input.text),
  );
  const value = matchTyped(answers, input.text)?.value ?? alias?.[1] ?? matchWords(ways, input.text)?.value;
  return value === undefined ? input : { kind: 'choice', value };
}

function mayChoose(dialogue: Dialogue, context: Context, step: Step, value: string): boolean {
  const offered = [...(step.choices?.(context) ?? []).flat(), ...typedWays(dialogue, context, step)];
  return offered.some((choice) => choice.value === value);
}

/**
 * One turn of a dialogue, pure: what the input changes and what is asked next. Navigation words and the numbers
 * or words of choices may be typed. Bad input asks again with a sentence about what to do; nothing typed is lost.
 */
export function turn(dialogue: Dialogue, context: Context, at: string | undefined, input: Input): Outcome {
  const step = presentStep(dialogue, context, at);
  if (!step) return { next: 'finish', fields: context.draft.fields };
  const meant = meantBy(dialogue, context, step, input);
  if (meant.kind === 'choice') {
    if (!mayChoose(dialogue, context, step, meant.value))
      return stay(context, at, context.t(step.past?.(context) ?? 'past-button'));
    const moved = navigate(dialogue, context, step, meant.value);
    if (moved) return settle(dialogue, context, moved);
  }
  const accepted = step.accept(meant, context);
  if ('set' in accepted) return settle(dialogue, context, moveOn(context, accepted));
  const kept = dialogue.keeps?.(meant, context) ?? accepted;
  if ('set' in kept) return settle(dialogue, context, moveOn(context, { ...(at && { goTo: at }), ...kept }));
  return stay(context, at, context.t(kept.refusal, kept.args));
}

function moveOn(context: Context, { set, goTo, remark, args }: Extract<Accepted, { set: Fields }>): Outcome {
  return {
    next: 'ask',
    fields: mergeFields(context.draft.fields, set),
    ...(goTo && { at: goTo }),
    ...(remark && { remark: context.t(remark, args) }),
  };
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
