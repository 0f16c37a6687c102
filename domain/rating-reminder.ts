import { lastAnswer, type Appeal } from './appeal';
import type { City } from './city';
import { plannedAt, promiseOf } from './follow-up';
import { after, DAY_MS, type Instant } from './instant';

/** When a citizen who has not said whether it is solved is asked. */
export interface RatingReminder {
  /** The latest day of the pack that has come: after a long pause one is asked about, not all at once. */
  readonly day: number | undefined;
  /** When the next one comes; nothing after the last. */
  readonly nextAt: Instant | undefined;
}

type Rules = Pick<City, 'reminders' | 'retention' | 'timeZone'>;

const NEVER: RatingReminder = { day: undefined, nextAt: undefined };

/** What was planned is asked about after its day; before it there is nothing to rate. */
function countedFrom(appeal: Appeal, city: Rules): Instant | undefined {
  const promise = promiseOf(appeal);
  return promise ? plannedAt(promise, city) : lastAnswer(appeal)?.at;
}

/** Which reminder about the last answer is due, and when the next one will be; none once somebody has judged it. */
export function ratingReminder(appeal: Appeal, city: Rules, now: Instant): RatingReminder {
  const since = appeal.status === 'answered' ? countedFrom(appeal, city) : undefined;
  if (!since) return NEVER;
  const days = city.reminders.rateAfterDays;
  const hasCome = (day: number): boolean => after(since, day * DAY_MS) <= now;
  // Whether it came is known for so long only: nobody is asked about it once more after that.
  const isKnown = (day: number): boolean => !hasCome(day + city.retention.noticeDays);
  const next = days.find((day) => !hasCome(day));
  return {
    day: days.filter(hasCome).filter(isKnown).at(-1),
    nextAt: next === undefined ? next : after(since, next * DAY_MS),
  };
}
