import type { Appeal } from '../domain/appeal';
import type { Colleague } from '../domain/colleague';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { colleagueLabel } from './people-screens';
import { lines, paragraphs, type Texts } from './texts';

/** Stands where a colleague's id would: back to the department. */
export const TO_DEPARTMENT = 'd';
const COLLEAGUES_SHOWN = 20;
const NUMBERS_SHOWN = 15;

/** To whom all cases of somebody go. */
export function handOverScreen(
  t: Texts,
  from: Colleague,
  { held, colleagues }: { held: number; colleagues: readonly Colleague[] },
): Screen {
  const others = colleagues
    .slice(0, COLLEAGUES_SHOWN)
    .map((one): Choice[] => [{ label: colleagueLabel(one), token: `hoc.${from.id}.${one.id}` }]);
  return {
    text: t('ask-hand-over', { name: colleagueLabel(from), count: held }),
    choices: [
      ...others,
      [button(t, 'choice-to-department', `hoc.${from.id}.${TO_DEPARTMENT}`)],
      [button(t, 'nav-back', `who.${from.id}`)],
    ],
  };
}

/** Asked once more, with the count. */
export const confirmHandOver = (
  t: Texts,
  from: Colleague,
  { held, to }: { held: number; to?: Colleague },
): Screen => ({
  text: t(to ? 'confirm-hand-over' : 'confirm-hand-back', {
    ...{ name: colleagueLabel(from), count: held },
    ...(to && { to: colleagueLabel(to) }),
  }),
  choices: [
    [button(t, 'choice-hand-over-yes', `hoy.${from.id}.${to?.id ?? TO_DEPARTMENT}`)],
    [button(t, 'nav-back', `ho.${from.id}`)],
  ],
});

const numbersOf = (t: Texts, appeals: readonly Appeal[]): Markup =>
  lines(...appeals.slice(0, NUMBERS_SHOWN).map(({ number }) => t.words(number)));

/** To the one who has them now. */
export const casesReceived = (t: Texts, appeals: readonly Appeal[]): Screen => ({
  text: paragraphs(t('cases-received', { count: appeals.length }), numbersOf(t, appeals)),
  choices: appeals.slice(0, 8).map(({ id, number }) => [{ label: number, token: `sc.${id}` }]),
});

/** To the one who had them. */
export const casesGiven = (t: Texts, appeals: readonly Appeal[]): Screen => ({
  text: t('cases-given', { count: appeals.length }),
});

/** To a head whose department has cases without an executor again. */
export const casesBack = (t: Texts, appeals: readonly Appeal[]): Screen => ({
  text: paragraphs(t('cases-back', { count: appeals.length }), numbersOf(t, appeals)),
  choices: appeals.slice(0, 8).map(({ id, number }) => [{ label: number, token: `sc.${id}` }]),
});
