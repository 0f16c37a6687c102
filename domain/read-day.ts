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

interface Written {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

function writtenDay(text: string): Written | undefined {
  const [, isoYear, isoMonth, isoDay] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  if (isoYear) return { year: Number(isoYear), month: Number(isoMonth), day: Number(isoDay) };
  const parts =
    /^\s*(\d{1,2})[\s./-]+(\d{1,2}|\p{L}{3,})\.?(?:[\s./-]+(\d{4}))?(?:\s*(?:р|року)\.?)?\s*$/u.exec(text);
  if (!parts) return undefined;
  const [, day = '', month = '', year] = parts;
  return { day: Number(day), month: monthOf(month), ...(year && { year: Number(year) }) };
}

/** Eight years hold every day, 29 February as well. */
const YEARS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

const inYears = ({ month, day }: Written, years: readonly number[]) =>
  years.map((year) => dayOf(year, month, day));

/**
 * A day as people write it: `07.12`, `7.12.2026`, `2026-12-07`, «7 грудня». Without a year it is the next such day
 * from `today` on. `undefined` when it names no day.
 */
export function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const written = writtenDay(text);
  if (!written) return undefined;
  if (written.year) return dayOf(written.year, written.month, written.day);
  const coming = inYears(
    written,
    YEARS.map((years) => today.year + years),
  );
  return coming.find((date) => date && Temporal.PlainDate.compare(date, today) >= 0);
}

const DAYS_AGO: readonly (readonly [RegExp, number])[] = [
  [/^(сьогодні|сегодня|today)$/, 0],
  [/^(вчора|учора|вчера|yesterday)$/, 1],
  [/^(позавчора|позавчера)$/, 2],
];

const UNITS: readonly (readonly [RegExp, 'days' | 'weeks' | 'months' | 'years'])[] = [
  [/^(день|дні|днів|дня|days?)$/, 'days'],
  [/^(тиждень|тижні|тижнів|weeks?)$/, 'weeks'],
  [/^(місяць|місяці|місяців|months?)$/, 'months'],
  [/^(рік|роки|років|years?)$/, 'years'],
];
const ONE_TO_TEN: readonly RegExp[] = [
  /^(один|одну|a|one)$/, /^(два|дві|two)$/, /^(три|three)$/, /^(чотири|four)$/, /^(п[’'ʼ]ять|five)$/,
  /^(шість|six)$/, /^(сім|seven)$/, /^(вісім|eight)$/, /^(дев[’'ʼ]ять|nine)$/, /^(десять|ten)$/,
]; // prettier-ignore

/** «тиждень тому», «3 дні тому», «два місяці тому». */
function daysAgo(words: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const [, count, name = ''] = /^(?:(\S+)\s+)?(\S+)\s+(?:тому|ago)$/.exec(words) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(name))?.[1];
  const spelt = ONE_TO_TEN.findIndex((pattern) => pattern.test(count ?? 'one')) + 1;
  const amount = /^\d{1,3}$/.test(count ?? '') ? Number(count) : spelt;
  return unit && amount > 0 ? today.subtract({ [unit]: amount }) : undefined;
}

/**
 * A day up to `today`, also «сьогодні», «вчора», «тиждень тому». Without a year it is the last such day. `undefined`
 * when it names no day or one to come.
 */
export function readPastDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const word = text.trim().toLowerCase();
  const ago = DAYS_AGO.find(([pattern]) => pattern.test(word));
  if (ago) return today.subtract({ days: ago[1] });
  const counted = daysAgo(word, today);
  if (counted) return counted;
  const written = writtenDay(text);
  if (!written) return undefined;
  const years = written.year ? [written.year] : YEARS.map((back) => today.year - back);
  return inYears(written, years).find((date) => date && Temporal.PlainDate.compare(date, today) <= 0);
}
