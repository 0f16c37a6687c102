import { Temporal } from '@js-temporal/polyfill';
import {
  addWorkingDays,
  addWorkingHours,
  endOfDay,
  isDaytime,
  isWorkingDay,
  localDay,
  localYear,
  nextDaytime,
  nextWorkingDay,
} from '../../domain/calendar';
import type { WorkingCalendar } from '../../domain/city';

const KYIV = 'Europe/Kyiv';
const atWar: WorkingCalendar = {
  workingDays: [1, 2, 3, 4, 5],
  dayStartsAt: '08:00',
  dayEndsAt: '17:00',
  holidays: ['08-24', '2026-12-25'],
  isMartialLaw: true,
};
const atPeace: WorkingCalendar = { ...atWar, isMartialLaw: false };
const city = { timeZone: KYIV, calendar: atPeace, daytime: { fromHour: 9, toHour: 20 } };
const day = (text: string) => Temporal.PlainDate.from(text);

describe('the end of a day', () => {
  it.each([
    ['2026-01-15', '2026-01-15T21:59:59.000Z', 'winter'],
    ['2026-07-15', '2026-07-15T20:59:59.000Z', 'summer'],
    ['2026-03-29', '2026-03-29T20:59:59.000Z', 'the day clocks go forward'],
    ['2026-10-25', '2026-10-25T21:59:59.000Z', 'the day clocks go back'],
  ])('of %s is %s (%s)', (date, expected) => {
    expect(endOfDay(day(date), KYIV).toISOString()).toBe(expected);
  });
});

describe('the local day and year', () => {
  it('are those of the city, not of Greenwich', () => {
    const at = new Date('2026-12-31T22:30:00Z');
    expect(localDay(at, KYIV).toString()).toBe('2027-01-01');
    expect(localYear(at, KYIV)).toBe(2027);
  });
});

describe('a working day', () => {
  it.each([
    ['2026-11-20', atWar, true, 'a Friday'],
    ['2026-11-21', atWar, false, 'a Saturday, martial law or not'],
    ['2026-11-22', atPeace, false, 'a Sunday'],
    ['2026-08-24', atWar, true, 'a public holiday under martial law'],
    ['2026-08-24', atPeace, false, 'a public holiday in peace'],
    ['2027-08-24', atPeace, false, 'a holiday of every year'],
    ['2026-12-25', atPeace, false, 'a holiday of one year'],
    ['2028-12-25', atPeace, true, 'the same day in another year'],
  ])('%s: %#', (date, calendar, expected) => {
    expect(isWorkingDay(day(date), calendar)).toBe(expected);
  });

  it('follows a day off, and is the day itself otherwise', () => {
    expect(nextWorkingDay(day('2026-11-21'), atWar).toString()).toBe('2026-11-23');
    expect(nextWorkingDay(day('2026-11-20'), atWar).toString()).toBe('2026-11-20');
    expect(nextWorkingDay(day('2026-08-22'), atPeace).toString()).toBe('2026-08-25');
  });
});

describe('working time', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-23', 5, '2026-11-30'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2028-02-28', 2, '2028-03-01'],
    ['2026-08-21', 1, '2026-08-25'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('from %s, %i working days later is %s', (from, amount, expected) => {
    expect(addWorkingDays(day(from), amount, atPeace).toString()).toBe(expected);
  });

  it.each([
    ['2026-11-20T10:00:00Z', 2, '2026-11-20T12:00:00.000Z', 'within a day'],
    ['2026-11-20T14:00:00Z', 2, '2026-11-23T07:00:00.000Z', 'over a weekend'],
    ['2026-11-21T10:00:00Z', 1, '2026-11-23T07:00:00.000Z', 'from a Saturday'],
    ['2026-11-20T02:00:00Z', 9, '2026-11-20T15:00:00.000Z', 'a whole day from before it opens'],
    ['2026-10-23T14:00:00Z', 1, '2026-10-26T07:00:00.000Z', 'over the change to winter time'],
    ['2026-03-27T14:00:00Z', 2, '2026-03-30T06:00:00.000Z', 'over the change to summer time'],
    ['2026-08-21T13:00:00Z', 2, '2026-08-25T06:00:00.000Z', 'over a public holiday in peace'],
  ])('from %s, %i working hours later is %s (%s)', (from, hours, expected) => {
    expect(addWorkingHours(new Date(from), hours, city).toISOString()).toBe(expected);
  });
});

describe('the daytime', () => {
  it.each([
    ['2026-11-20T06:59:59Z', false],
    ['2026-11-20T07:00:00Z', true],
    ['2026-11-20T17:59:59Z', true],
    ['2026-11-20T18:00:00Z', false],
    ['2026-07-20T06:00:00Z', true],
  ])('at %s: %s', (at, expected) => {
    expect(isDaytime(new Date(at), city)).toBe(expected);
  });

  it.each([
    ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00.000Z', 'is now by day'],
    ['2026-11-20T20:00:00Z', '2026-11-21T07:00:00.000Z', 'is tomorrow in the evening'],
    ['2026-11-20T02:00:00Z', '2026-11-20T07:00:00.000Z', 'is today before dawn'],
    ['2026-10-24T20:00:00Z', '2026-10-25T07:00:00.000Z', 'minds the change of clocks'],
    ['2026-12-31T20:00:00Z', '2027-01-01T07:00:00.000Z', 'minds the new year'],
  ])('after %s comes at %s: it %s', (at, expected) => {
    expect(nextDaytime(new Date(at), city).toISOString()).toBe(expected);
  });
});
