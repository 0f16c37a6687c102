import type { Complexity, TargetTerm, WorkingCalendar } from '../../domain/city';
import { termsFor } from '../../domain/term';

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
