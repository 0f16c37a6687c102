import { FluentDateTime, FluentNone, type FluentFunction, type FluentValue } from '@fluent/bundle';

const MONTHS_OF: Readonly<Record<string, string>> = { uk: 'uk-UA', en: 'en-GB' };
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

type Say = (date: Date) => string;

/**
 * DAY «7 грудня», DATE «7 грудня 2026 р.», DAYTIME «19:42», DATETIME «7 грудня о 19:42», in the city's time zone; a calendar day (`2026-12-07`)
 * is that day everywhere.
 */
export function dateFunctions(language: string, timeZone: string): Record<string, FluentFunction> {
  const locale = MONTHS_OF[language] ?? language;
  const dayFormat = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' });
  const dateFormat = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' });
  const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const day: Say = (date) => dayFormat.format(date);
  const time: Say = (date) => timeFormat.format(date);
  return {
    DAY: saying(day),
    DATE: saying((date) => dateFormat.format(date)),
    DAYTIME: saying(time),
    DATETIME: saying((date) => `${day(date)}${preposition(language, time(date))}${time(date)}`),
  };
}

/** «об 11:30», «о 19:42»: before a vowel. */
function preposition(language: string, time: string): string {
  if (language === 'uk') return time.startsWith('11') ? ' об ' : ' о ';
  return language === 'en' ? ' at ' : ', ';
}

const saying =
  (say: Say): FluentFunction =>
  ([value]) => {
    const date = toDate(value);
    return date ? say(date) : new FluentNone('date');
  };

function toDate(value: FluentValue | undefined): Date | undefined {
  if (value instanceof FluentDateTime) return new Date(value.toNumber());
  if (typeof value === 'string' && CALENDAR_DAY.test(value)) return new Date(`${value}T12:00:00Z`);
  return undefined;
}
