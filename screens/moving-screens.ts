import { moderatorsFrom, type AccountMove } from '../domain/account-move';
import type { City } from '../domain/city';
import type { Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

/** The same words to everybody who asks, whatever is known of the phone. */
export const moveAsked = (t: Texts, city: City): Screen => ({
  text: t('move-asked', { phone: city.human.phone }),
  choices: [[button(t, 'menu-new', 'new'), button(t, 'menu-start', 'start')]],
});

/** To the old account: somebody says it is theirs. */
export const moveQuestion = (t: Texts, { id, askedAt, isForModerators }: AccountMove): Screen => ({
  text: paragraphs(t('move-question', { at: askedAt }), isForModerators && t('move-question-moderators')),
  choices: [
    ...(isForModerators ? [] : [[button(t, 'choice-move-yes', `mvy.${id}`)]]),
    [button(t, 'choice-move-no', `mvn.${id}`)],
  ],
});

export const moveAnswered = (t: Texts, isYes: boolean): Screen => ({
  text: t(isYes ? 'move-confirmed-old' : 'move-denied'),
});

/** To the account that has the appeals now, and to the one that had them. */
export const movedHere = (t: Texts): Screen => ({
  text: t('move-done-new'),
  choices: [[button(t, 'menu-my', 'my.0')]],
});
export const movedAway = (t: Texts, city: City): Screen => ({
  text: t('move-done-old', { phone: city.human.phone }),
});

export interface MoveToJudge {
  readonly move: AccountMove;
  readonly appeals: number;
  readonly isOldReachable: boolean;
}

const SHOWN = 5;

/** For a moderator's own eyes: ids and what matches, never the phone or the name. */
export function movesScreen(t: Texts, all: readonly MoveToJudge[]): Screen {
  const shown = all.slice(0, SHOWN);
  return {
    text: paragraphs(
      t(all.length > 0 ? 'moves' : 'moves-empty', { count: all.length }),
      ...shown.map(({ move, appeals, isOldReachable }, index) =>
        lines(
          t('move-line', { index: index + 1, at: move.askedAt, from: move.fromId, to: move.toId }),
          t('move-appeals', { count: appeals }),
          t(move.isNameSame ? 'move-name-same' : 'move-name-other'),
          t(isOldReachable ? 'move-old-silent' : 'move-old-gone', { at: moderatorsFrom(move) }),
        ),
      ),
      all.length > 0 && t('moves-how'),
    ),
    choices: shown.map(({ move: { id } }, index) => [
      { label: t.plain('choice-move-confirm', { index: index + 1 }), token: `mvc.${id}` },
      { label: t.plain('choice-move-decline', { index: index + 1 }), token: `mvd.${id}` },
    ]),
  };
}

/** To moderators: something waits for them, or an old account says it is not them. */
export const movesAlert = (t: Texts): Screen => ({
  text: t('moves-alert'),
  choices: [[button(t, 'choice-moves', 'moves')]],
});
export const moveDeniedAlert = (t: Texts, { fromId, toId }: AccountMove): Screen => ({
  text: t('move-denied-alert', { from: fromId, to: toId }),
});
