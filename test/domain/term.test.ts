import type { Complexity, TargetTerm, WorkingCalendar } from '../../domain/city';
import { endOfTerm, isPastSifting, longestTermEndsOn, siftingEndsAt, termsFor } from '../../domain/term';

const calendar: WorkingCalendar = {
  workingDays: [1, 2, 3, 4, 5],
  dayStartsAt: '08:00',
  dayEndsAt: '17:00',
  holidays: ['08-24'],
  isMartialLaw: true,
};
const city = { timeZone: 'Europe/Kyiv', calendar };
const FAR: TargetTerm = { amount: 300, unit: 'calendar_days' };

const legal = (complexity: Complexity, at: string, where = city) =>
  termsFor({ complexity, target: FAR, kind: 'application' }, new Date(at), where).legalDueAt?.toISOString();

describe('the legal term (art. 20)', () => {
  it.each<[Complexity, string, string, string]>([
    ['simple', '2026-11-02T10:00:00Z', '2026-11-17T21:59:59.000Z', '15 calendar days'],
    ['emergency', '2026-11-02T10:00:00Z', '2026-11-17T21:59:59.000Z', '15 days for an emergency too'],
    ['simple', '2026-11-06T10:00:00Z', '2026-11-23T21:59:59.000Z', 'a last Saturday moves to Monday'],
    ['simple', '2026-11-07T10:00:00Z', '2026-11-23T21:59:59.000Z', 'a last Sunday moves to Monday'],
    ['usual', '2026-11-03T10:00:00Z', '2026-12-03T21:59:59.000Z', 'one month'],
    ['hard', '2026-11-03T10:00:00Z', '2026-12-03T21:59:59.000Z', 'one month for what is hard'],
    ['usual', '2026-01-31T10:00:00Z', '2026-03-02T21:59:59.000Z', '31 January: 28 February is a Saturday'],
    ['usual', '2028-01-31T10:00:00Z', '2028-02-29T21:59:59.000Z', '31 January of a leap year'],
    ['usual', '2028-02-29T10:00:00Z', '2028-03-29T20:59:59.000Z', 'from a leap day, in summer time'],
    ['usual', '2026-03-31T10:00:00Z', '2026-04-30T20:59:59.000Z', 'a shorter month'],
    ['usual', '2026-12-07T10:00:00Z', '2027-01-07T21:59:59.000Z', 'over the new year'],
    ['simple', '2026-03-20T10:00:00Z', '2026-04-06T20:59:59.000Z', 'over the change to summer time'],
    ['simple', '2026-10-15T10:00:00Z', '2026-10-30T21:59:59.000Z', 'over the change to winter time'],
    ['simple', '2026-11-02T22:30:00Z', '2026-11-18T21:59:59.000Z', 'registered after midnight in Kyiv'],
    ['usual', '2026-07-24T10:00:00Z', '2026-08-24T20:59:59.000Z', 'a public holiday is a working day at war'],
    ['usual', '2027-01-30T10:00:00Z', '2027-03-01T21:59:59.000Z', '30 January: 28 February is a Sunday'],
    [
      'usual',
      '2027-01-29T10:00:00Z',
      '2027-03-01T21:59:59.000Z',
      '29 January of a year without its day in February',
    ],
    ['usual', '2028-01-30T10:00:00Z', '2028-02-29T21:59:59.000Z', '30 January of a leap year'],
    [
      'usual',
      '2027-02-28T10:00:00Z',
      '2027-03-29T20:59:59.000Z',
      '28 February: 28 March is a Sunday, in summer time',
    ],
    ['usual', '2026-05-31T10:00:00Z', '2026-06-30T20:59:59.000Z', '31 May'],
    ['usual', '2026-08-31T10:00:00Z', '2026-09-30T20:59:59.000Z', '31 August'],
    ['usual', '2026-10-31T10:00:00Z', '2026-11-30T21:59:59.000Z', '31 October'],
    ['usual', '2026-12-31T10:00:00Z', '2027-02-01T21:59:59.000Z', '31 December: 31 January is a Sunday'],
    ['simple', '2028-02-14T10:00:00Z', '2028-02-29T21:59:59.000Z', '15 days that end on a leap day'],
    ['simple', '2027-02-14T10:00:00Z', '2027-03-01T21:59:59.000Z', '15 days over a short February'],
    ['simple', '2026-11-02T21:59:59Z', '2026-11-17T21:59:59.000Z', 'registered in the last second of a day'],
    ['simple', '2026-03-28T22:30:00Z', '2026-04-13T20:59:59.000Z', 'in the night clocks go forward'],
    ['simple', '2026-10-25T00:30:00Z', '2026-11-09T21:59:59.000Z', 'in the hour that comes twice'],
  ])('%s from %s ends at %s: %s', (complexity, at, expected) => {
    expect(legal(complexity, at)).toBe(expected);
  });

  it('moves past a public holiday once martial law is over', () => {
    const atPeace = { ...city, calendar: { ...calendar, isMartialLaw: false } };
    expect(legal('usual', '2026-07-24T10:00:00Z', atPeace)).toBe('2026-08-25T20:59:59.000Z');
  });

  it('does not exist for a message', () => {
    const terms = termsFor(
      { complexity: 'simple', target: FAR, kind: 'message' },
      new Date('2026-11-02T10:00:00Z'),
      city,
    );
    expect(terms).toEqual({ dueAt: new Date('2026-11-17T21:59:59Z') });
  });
});

describe('the longest term (art. 20)', () => {
  it.each([
    ['2026-11-20T10:00:00Z', '2027-01-04', 'over the new year'],
    ['2026-01-31T10:00:00Z', '2026-03-17', 'over February'],
    ['2028-01-31T10:00:00Z', '2028-03-16', 'over a leap February'],
    ['2026-02-28T22:30:00Z', '2026-04-15', 'from the city’s day, over the change of the hour'],
  ])('of what is registered at %s ends on %s: %s', (at, expected) => {
    expect(longestTermEndsOn(new Date(at), city).toString()).toBe(expected);
  });

  it('moves to the next working day like any other, holidays only in peace', () => {
    const lastDay = longestTermEndsOn(new Date('2026-07-10T10:00:00Z'), city);
    expect(endOfTerm(lastDay, city).toISOString()).toBe('2026-08-24T20:59:59.000Z');
    const atPeace = { ...city, calendar: { ...calendar, isMartialLaw: false } };
    expect(endOfTerm(lastDay, atPeace).toISOString()).toBe('2026-08-25T20:59:59.000Z');
  });
});

describe('the five days (art. 7)', () => {
  it.each([
    ['2026-11-23T08:00:00Z', '2026-11-30T21:59:59.000Z', 'a fifth day on Saturday'],
    ['2026-11-20T08:00:00Z', '2026-11-25T21:59:59.000Z', 'days off inside are counted'],
    ['2026-03-26T08:00:00Z', '2026-03-31T20:59:59.000Z', 'the change to summer time'],
    ['2028-02-24T08:00:00Z', '2028-02-29T21:59:59.000Z', 'a leap day'],
    ['2026-11-23T22:30:00Z', '2026-11-30T21:59:59.000Z', 'after midnight in Kyiv'],
  ])('from %s end at %s: %s', (at, expected) => {
    const registeredAt = new Date(at);
    const endsAt = siftingEndsAt(registeredAt, city);
    expect(endsAt.toISOString()).toBe(expected);
    expect(isPastSifting(registeredAt, endsAt, city)).toBe(false);
    expect(isPastSifting(registeredAt, new Date(endsAt.getTime() + 1), city)).toBe(true);
  });
});

describe('the promised term', () => {
  it.each<[Complexity, TargetTerm, string, string, string]>([
    [
      'emergency',
      { amount: 4, unit: 'hours' },
      '2026-11-21T22:00:00Z',
      '2026-11-22T02:00:00.000Z',
      'crews work at night',
    ],
    [
      'simple',
      { amount: 4, unit: 'hours' },
      '2026-11-20T13:00:00Z',
      '2026-11-23T08:00:00.000Z',
      'offices do not',
    ],
    [
      'simple',
      { amount: 3, unit: 'working_days' },
      '2026-11-19T10:00:00Z',
      '2026-11-24T21:59:59.000Z',
      'working days',
    ],
    [
      'usual',
      { amount: 10, unit: 'calendar_days' },
      '2026-11-05T10:00:00Z',
      '2026-11-16T21:59:59.000Z',
      'a last day off',
    ],
    [
      'emergency',
      { amount: 24, unit: 'hours' },
      '2026-03-28T12:00:00Z',
      '2026-03-29T12:00:00.000Z',
      'real hours over the change to summer time',
    ],
    [
      'emergency',
      { amount: 24, unit: 'hours' },
      '2026-10-24T12:00:00Z',
      '2026-10-25T12:00:00.000Z',
      'real hours over the change to winter time',
    ],
    [
      'usual',
      { amount: 9, unit: 'hours' },
      '2026-10-23T14:00:00Z',
      '2026-10-26T15:00:00.000Z',
      'office hours by the wall clock over the change to winter time',
    ],
    [
      'simple',
      { amount: 2, unit: 'hours' },
      '2026-08-24T07:00:00Z',
      '2026-08-24T09:00:00.000Z',
      'a public holiday is worked at war',
    ],
    [
      'simple',
      { amount: 1, unit: 'working_days' },
      '2028-02-28T10:00:00Z',
      '2028-02-29T21:59:59.000Z',
      'a leap day is a day',
    ],
    [
      'usual',
      { amount: 30, unit: 'calendar_days' },
      '2027-01-29T10:00:00Z',
      '2027-03-01T21:59:59.000Z',
      'a month of its own inside the law’s',
    ],
    [
      'simple',
      { amount: 30, unit: 'working_days' },
      '2026-11-02T10:00:00Z',
      '2026-11-17T21:59:59.000Z',
      'never later than the law',
    ],
  ])('%s, %o from %s ends at %s: %s', (complexity, target, at, expected) => {
    const { dueAt, legalDueAt } = termsFor({ complexity, target, kind: 'complaint' }, new Date(at), city);
    expect(dueAt.toISOString()).toBe(expected);
    expect(dueAt.getTime()).toBeLessThanOrEqual(legalDueAt?.getTime() ?? 0);
  });
});
