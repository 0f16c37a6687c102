import type { Span } from './act';
import { localDay, startOfDay, type Day } from './calendar';
import type { City } from './city';
import type { Instant } from './instant';
import { readPastDay } from './read-day';

/** Days of the city's calendar, the last one among them. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const LONGEST_DAYS = 366;
const USUAL_DAYS = 30;

const lastDays = (count: number, today: Day): Period => ({ from: today.subtract({ days: count - 1 }), to: today }); // prettier-ignore

function month(words: string, today: Day): Period | undefined {
  const [, isoYear, isoMonth, localMonth, localYear] =
    /^(?:(\d{4})-(\d{1,2})|(\d{1,2})\.(\d{4}))$/.exec(words) ?? [];
  const named = { year: Number(isoYear ?? localYear), month: Number(isoMonth ?? localMonth) };
  if (!named.year || named.month < 1 || named.month > 12) return undefined;
  const from = today.with({ ...named, day: 1 });
  return { from, to: from.with({ day: from.daysInMonth }) };
}

function year(words: string, today: Day): Period | undefined {
  if (!/^20\d{2}$/.test(words)) return undefined;
  const from = today.with({ year: Number(words), month: 1, day: 1 });
  return { from, to: from.with({ month: 12, day: 31 }) };
}

function days(words: string, today: Day): Period | undefined {
  const [first = '', last = first] = words.split(/\s+[–-]\s+|\s+/);
  const [from, to] = [readPastDay(first, today), readPastDay(last, today)];
  return from && to ? { from, to } : undefined;
}

/**
 * A period as people write it: `7` days up to today, `2026-11` or `11.2026`, `2026`, one day, two days. Without words
 * the last 30 days. `undefined` when it names none, ends before it begins or is longer than 366 days.
 */
export function readPeriod(words: string, today: Day): Period | undefined {
  const typed = words.trim();
  if (!typed) return lastDays(USUAL_DAYS, today);
  if (/^\d{1,3}$/.test(typed)) return sane(lastDays(Number(typed), today));
  return sane(month(typed, today) ?? year(typed, today) ?? days(typed, today));
}

function sane(period: Period | undefined): Period | undefined {
  if (!period) return undefined;
  const length = period.from.until(period.to, { largestUnit: 'days' }).days + 1;
  return length >= 1 && length <= LONGEST_DAYS ? period : undefined;
}

/** The moments a period covers. */
export const spanOf = ({ from, to }: Period, { timeZone }: Pick<City, 'timeZone'>): Span => ({
  from: startOfDay(from, timeZone),
  until: startOfDay(to.add({ days: 1 }), timeZone),
});

/** The last 30 days, today among them. */
export const usualPeriod = (now: Instant, { timeZone }: Pick<City, 'timeZone'>): Period =>
  lastDays(USUAL_DAYS, localDay(now, timeZone));
