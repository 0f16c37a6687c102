import type { Appeal } from './appeal';
import type { Citizen, Forgetting } from './citizen';
import type { City } from './city';
import type { Command } from './decision';
import { after, DAY_MS, MINUTE_MS, type Instant } from './instant';
import { isOpen } from './moves';

/** How long somebody may take it back. */
export const GRACE_DAYS = 30;
const LOOK_AGAIN_MS = DAY_MS;
const GOODBYE_AGAIN_MS = 10 * MINUTE_MS;
/** Six hours of them: whoever is to be forgotten is not kept longer for a goodbye. */
const MOST_GOODBYES = 36;

export type ForgettingRefusal = 'already_asked' | 'not_asked' | 'under_way';

/** Asks for it: due in 30 days. Refuses with `already_asked`; the same command asks once. */
export function askToForget(citizen: Citizen, { id }: Command, now: Instant): Citizen | ForgettingRefusal {
  if (citizen.forgetting) return citizen.forgetting.id === id ? citizen : 'already_asked';
  const dueAt = after(now, GRACE_DAYS * DAY_MS);
  return { ...citizen, forgetting: { id, askedAt: now, dueAt, lookAt: dueAt } };
}

/** Takes it back. Refuses with `not_asked` and, once it has begun, `under_way`. */
export function keepKnowing({ forgetting, ...citizen }: Citizen): Citizen | ForgettingRefusal {
  if (!forgetting) return 'not_asked';
  return forgetting.isUnderWay ? 'under_way' : citizen;
}

/**
 * The appeal may still come back to its author: the office works on it, or the author may yet judge it. Until then their
 * contact is kept, as the law orders an answer.
 */
export function runsOn(
  { status, events }: Pick<Appeal, 'status' | 'events'>,
  { reworkWindowDays }: Pick<City, 'reworkWindowDays'>,
  now: Instant,
): boolean {
  if (isOpen(status)) return true;
  if (status === 'withdrawn') return false;
  const last = events.at(-1)?.at;
  return last !== undefined && after(last, reworkWindowDays * DAY_MS) > now;
}

/** Not yet: an appeal runs on. */
export const postponed = (forgetting: Forgetting, now: Instant): Forgetting => ({
  ...forgetting,
  lookAt: after(now, LOOK_AGAIN_MS),
});

/** The goodbye could not go: once more in ten minutes; nothing when it was tried long enough. */
export function goodbyeAgain(forgetting: Forgetting, now: Instant): Forgetting | undefined {
  const goodbyes = (forgetting.goodbyes ?? 0) + 1;
  if (goodbyes >= MOST_GOODBYES) return undefined;
  return { ...forgetting, goodbyes, lookAt: after(now, GOODBYE_AGAIN_MS) };
}
