import type { Instant } from './instant';
import { localDay, startOfDay } from './calendar';
import type { City } from './city';
import type { OpenAppeal } from './queue';

/** What a morning's digest tells of. */
export const DIGEST_PARTS = ['late', 'today', 'tomorrow', 'returned'] as const;
export type DigestPart = (typeof DIGEST_PARTS)[number];
export type Digest = Readonly<Record<DigestPart, readonly OpenAppeal[]>>;

/** What is late, what is due today and tomorrow, and what citizens sent back. */
export function digestOf(
  open: readonly OpenAppeal[],
  now: Instant,
  { timeZone }: Pick<City, 'timeZone'>,
): Digest {
  const dayOf = (offset: number) => startOfDay(localDay(now, timeZone).add({ days: offset }), timeZone);
  const dueIn = (from: Instant, until: Instant) => open.filter(({ dueAt }) => dueAt >= from && dueAt < until);
  return {
    late: open.filter(({ dueAt }) => dueAt < now),
    today: dueIn(now, dayOf(1)),
    tomorrow: dueIn(dayOf(1), dayOf(2)),
    returned: open.filter(({ status }) => status === 'rework'),
  };
}

/** Nobody is woken to hear that there is nothing. */
export const isEmpty = (digest: Digest): boolean => DIGEST_PARTS.every((part) => digest[part].length === 0);
