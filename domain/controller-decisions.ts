import { lastAnswer, type Appeal } from './appeal';
import type { City } from './city';
import { closableFrom } from './closing';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { canMove } from './moves';

/**
 * A controller closes an answered appeal by hand, with a written ground, when the citizen stayed silent for the pack's
 * days though they were reminded. It says nothing of solved, and the citizen may still return it within the window.
 * `isReminded`: the last reminder about this answer was sent. Refuses with `wrong_status`, `ground_missing`,
 * `too_early` and `not_reminded`.
 */
export function closeByHand(
  appeal: Appeal,
  command: Command & { ground: string; isReminded: boolean },
  now: Instant,
  city: Pick<City, 'closeAfterSilentDays' | 'timeZone'>,
): Decision {
  const { ground, isReminded } = command;
  const ordinal = lastAnswer(appeal)?.ordinal;
  if (!ordinal || !canMove(appeal.status, 'closed')) return refuse('wrong_status');
  if (!ground.trim()) return refuse('ground_missing');
  if (now < closableFrom(appeal, city)) return refuse('too_early');
  if (!isReminded) return refuse('not_reminded');
  const closed: Appeal = { ...appeal, status: 'closed' };
  return accept(closed, command, {
    type: 'appeal.closed_by_hand',
    at: now,
    facts: { text: ground, ordinal },
  });
}
