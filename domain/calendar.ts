import { Temporal } from '@js-temporal/polyfill';
import type { City, WorkingCalendar } from './city';
import { HOUR_MS } from './instant';
import type { Instant } from './instant';

/** A day of the city's calendar, without a time. */
export type Day = Temporal.PlainDate;

/** `2026-12-07` */
export const dayFrom = (text: string): Day => Temporal.PlainDate.from(text);

/** A moment of a day that shows as that day wherever the city lies. */
export const noonOf = (day: Day | string): Instant => new Date(`${day.toString()}T12:00:00Z`);

/** What a moment looks like on the city's wall clock. */
export const localTime = (at: Instant, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

const instantOf = (day: Temporal.PlainDate, time: string, zone: string): Instant =>
  new Date(day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);

/** The city's calendar day at a moment. */
export const localDay = (at: Instant, zone: string): Temporal.PlainDate => localTime(at, zone).toPlainDate();

/** The city's calendar year at a moment: the one in appeal numbers. */
export const localYear = (at: Instant, zone: string): number => localTime(at, zone).year;

/** The last second of a day, 23:59:59 local time (art. 20). */
export const endOfDay = (day: Temporal.PlainDate, zone: string): Instant => instantOf(day, '23:59:59', zone);

/** The first moment of a day, local time. */
export const startOfDay = (day: Temporal.PlainDate, zone: string): Instant => instantOf(day, '00:00', zone);

const isHoliday = (day: Temporal.PlainDate, calendar: WorkingCalendar): boolean =>
  calendar.holidays.some((holiday) => holiday === day.toString() || holiday === day.toString().slice(5));

/** Whether offices work on a day. Under martial law public holidays are working days; weekends stay days off. */
export function isWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  if (!calendar.workingDays.includes(day.dayOfWeek)) return false;
  return calendar.isMartialLaw || !isHoliday(day, calendar);
}

/** The day itself when offices work on it, otherwise the first working day after it. */
export function nextWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  let candidate = day;
  while (!isWorkingDay(candidate, calendar)) candidate = candidate.add({ days: 1 });
  return candidate;
}

/** The `amount`-th working day after a day; the day itself is not counted. */
export function addWorkingDays(
  day: Temporal.PlainDate,
  amount: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let result = day;
  for (let left = amount; left > 0; left -= 1) result = nextWorkingDay(result.add({ days: 1 }), calendar);
  return result;
}

/** The moment when `hours` of office time have passed since `at`. */
export function addWorkingHours(
  at: Instant,
  hours: number,
  city: Pick<City, 'calendar' | 'timeZone'>,
): Instant {
  const { calendar, timeZone } = city;
  let left = hours * HOUR_MS;
  let day = nextWorkingDay(localDay(at, timeZone), calendar);
  for (;;) {
    const opensAt = instantOf(day, calendar.dayStartsAt, timeZone);
    const closesAt = instantOf(day, calendar.dayEndsAt, timeZone);
    const startsAt = Math.max(opensAt.getTime(), at.getTime());
    const available = Math.max(0, closesAt.getTime() - startsAt);
    if (left <= available) return new Date(startsAt + left);
    left -= available;
    day = nextWorkingDay(day.add({ days: 1 }), calendar);
  }
}

/** Whether ordinary notices may arrive at a moment. */
export function isDaytime(at: Instant, city: Pick<City, 'daytime' | 'timeZone'>): boolean {
  const { hour } = localTime(at, city.timeZone);
  return hour >= city.daytime.fromHour && hour < city.daytime.toHour;
}

/** The moment itself in the daytime, otherwise the next morning's first minute of it. */
export function nextDaytime(at: Instant, city: Pick<City, 'daytime' | 'timeZone'>): Instant {
  if (isDaytime(at, city)) return at;
  const today = localTime(at, city.timeZone);
  const day = today.hour < city.daytime.fromHour ? today.toPlainDate() : today.toPlainDate().add({ days: 1 });
  return instantOf(day, `${String(city.daytime.fromHour).padStart(2, '0')}:00`, city.timeZone);
}
