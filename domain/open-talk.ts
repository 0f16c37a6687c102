import type { Appeal, Status } from './appeal';
import { awaitsCompletion, mayReturn } from './citizen-decisions';
import type { City } from './city';
import type { Instant } from './instant';
import { isOpen } from './moves';

/** Where the citizen has the next word, the most awaited first. */
const AWAITED: readonly Status[] = ['needs_details', 'returned', 'answered'];

export const isAwaited = ({ status }: Pick<Appeal, 'status'>): boolean => AWAITED.includes(status);

const rankOf = ({ status }: Appeal): number =>
  isAwaited({ status }) ? AWAITED.indexOf(status) : AWAITED.length;

/** The person's appeals that words out of the blue may be about: those that wait for them first, else the newest. */
export const talkedAbout = (appeals: readonly Appeal[]): readonly Appeal[] =>
  appeals
    .filter((appeal) => isOpen(appeal.status) || isAwaited(appeal))
    .sort((a, b) => rankOf(a) - rankOf(b));

/** What its author's later words may become: part of it, about its answer, after another body's help, or another one. */
export type Road = 'detail' | 'rework' | 'help' | 'new';

/** Where later words about an appeal are of use now; none are of use nowhere. */
export function roadOf(
  appeal: Appeal,
  { reworkWindowDays }: Pick<City, 'reworkWindowDays'>,
  now: Instant,
): Road {
  if (isOpen(appeal.status) || awaitsCompletion(appeal)) return 'detail';
  if (mayReturn(appeal, reworkWindowDays, now)) return 'rework';
  return appeal.status === 'forwarded' ? 'help' : 'new';
}
