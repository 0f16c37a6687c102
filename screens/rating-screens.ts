import type { Appeal } from '../domain/appeal';
import type { Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import type { Texts } from './texts';

/** After «solved» or from a closed card: one to five stars, one tap. */
export const starsScreen = (t: Texts, { id, number }: Appeal, isJustSaid = true): Screen => ({
  text: t(isJustSaid ? 'ask-stars' : 'ask-stars-later', { number }),
  choices: [
    [5, 4, 3, 2, 1].map((stars) => ({ label: `${stars} ★`, token: `star.${id}.${stars}` })),
    [button(t, 'choice-not-now', 'start')],
  ],
});

export const REASONS = {
  good: ['quick', 'thorough', 'polite'],
  bad: ['slow', 'careless', 'unclear', 'rude'],
} as const;

/** Why so many stars: one tap each, a comment if wished. */
export function reasonsScreen(t: Texts, appeal: Appeal): Screen {
  const stars = appeal.rating?.stars ?? 5;
  const chosen = appeal.rating?.reasons ?? [];
  const reasons = REASONS[stars >= 4 ? 'good' : 'bad'];
  const rows = reasons.map((reason) => [
    {
      label: `${chosen.includes(reason) ? '✓ ' : ''}${t.plain(`reason-${reason}`)}`,
      token: `why.${appeal.id}.${reason}`,
    },
  ]);
  return {
    text: t('ask-reasons', { stars }),
    choices: [...rows, [button(t, 'choice-comment', `com.${appeal.id}`), button(t, 'choice-done', 'rated')]],
  };
}
