import { Temporal } from '@js-temporal/polyfill';

const MONTHS: readonly (readonly string[])[] = [
  ['січ', 'jan'], ['лют', 'feb'], ['бер', 'mar'], ['кві', 'apr'], ['тра', 'may'], ['чер', 'jun'],
  ['лип', 'jul'], ['сер', 'aug'], ['вер', 'sep'], ['жов', 'oct'], ['лис', 'nov'], ['гру', 'dec'],
]; // prettier-ignore

const monthOf = (word: string): number =>
  /^\d+$/.test(word)
    ? Number(word)
    : MONTHS.findIndex((starts) => starts.includes(word.toLowerCase().slice(0, 3))) + 1;

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/**
 * A day as people write it: `07.12`, `7.12.2026`, `2026-12-07`, «7 грудня». Without a year it is the next such day
 * from `today` on. `undefined` when it names no day.
 */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts =
    /^\s*(\d{1,2})[\s./-]+(\d{1,2}|\p{L}{3,})\.?(?:[\s./-]+(\d{4}))?(?:\s*(?:р|року)\.?)?\s*$/u.exec(text);
  if (!parts) return undefined;
  const [, day = '', month = '', year] = parts;
  const inYear = (number: number) => dayOf(number, monthOf(month), Number(day));
  if (year) return inYear(Number(year));
  // Eight years ahead hold every day, 29 February as well.
  const coming = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((years) => inYear(today.year + years));
  return coming.find((date) => date && Temporal.PlainDate.compare(date, today) >= 0);
}
