import type { Day } from '../domain/calendar';
import { readDay } from '../domain/read-day';

export interface Extension {
  readonly day: Day;
  readonly reason: string;
}

const DAYS = /^\+?(\d{1,3})(?:\s+(?:дн(?:і|ів|я)|день|days?)(?=\s|$))?(?:\s+([^]+))?$/iu;
/** `07.12`, `07.12.2026`, `2026-12-07`, «7 грудня», «7 грудня 2026». */
const DATE =
  /^(?:до\s+|to\s+|till\s+)?(\S*\d[./-]\S+|\d{1,2}\s+\p{L}{3,}(?:\s+\d{4}(?:\s*р\.)?)?)\s+([^]+)$/iu;

/**
 * A new last day and the reason for it, as moderators type them: «10 …» is ten days more after `lastDay`, otherwise
 * a date comes first. Nothing when one of them is missing.
 */
export function readExtension(words: string, today: Day, lastDay: Day = today): Extension | undefined {
  const [, date = '', why = ''] = DATE.exec(words) ?? [];
  const named = readDay(date, today);
  if (named) return { day: named, reason: why };
  const [, days, reason] = DAYS.exec(words) ?? [];
  return days && reason && !readDay(words, today)
    ? { day: lastDay.add({ days: Number(days) }), reason }
    : undefined;
}
