import type { Appeal } from '../../domain/appeal';
import type { EscalationStep } from '../../domain/escalation-step';
import { escalationsDue, nextLookAt, stepsDue } from '../../domain/escalation';
import { anAnswer, anAppeal, anEvent } from '../support/builders';
import { city as sample } from '../support/sample-city';

const escalation: readonly EscalationStep[] = [
  { when: 'sifting_near', daysBefore: 1, tell: ['controllers'] },
  { when: 'half_term_untaken', daysBefore: 0, tell: ['staff'] },
  { when: 'target_missed', daysBefore: 0, tell: ['staff', 'controllers', 'citizen'] },
  { when: 'legal_term_near', daysBefore: 3, tell: ['controllers'] },
  { when: 'legal_term_missed', daysBefore: 0, tell: ['staff', 'controllers'] },
];
const calendar = { ...sample.calendar, isMartialLaw: true };
const city = { escalation, calendar, timeZone: 'Europe/Kyiv' };
const at = (moment: string): Date => new Date(moment);

/** Filed on a Monday at ten; the target a week later, the law a fortnight later, both at the end of the day in Kyiv. */
const FILED = at('2026-11-23T08:00:00Z');
const filed = anEvent('filed', { at: FILED });
const TERMS = {
  registeredAt: FILED,
  dueAt: at('2026-11-30T21:59:59Z'),
  legalDueAt: at('2026-12-08T21:59:59Z'),
  events: [filed],
};
const waiting = (changes: Partial<Appeal> = {}) => anAppeal({ ...TERMS, ...changes });
const idsAt = (appeal: Appeal, moment: string) => stepsDue(appeal, city, at(moment)).map(({ id }) => id);
const toldAt = (appeal: Appeal, moment: string) =>
  escalationsDue(appeal, city, at(moment)).map(({ side, step }) => `${side} ${step.id}`);

describe('the steps due', () => {
  it.each([
    ['right after filing', '2026-11-23T08:00:01Z', []],
    ['a second before half the term', '2026-11-27T02:59:58Z', ['sifting_near-1']],
    [
      'after half the term, on the fourth day',
      '2026-11-27T15:00:00Z',
      ['sifting_near-1', 'half_term_untaken'],
    ],
    ['at the very end of the term', '2026-11-30T21:59:59Z', ['sifting_near-1', 'half_term_untaken']],
    ['the second after', '2026-11-30T22:00:00Z', ['target_missed']],
    ['on the evening before the last three days', '2026-12-04T21:59:59Z', ['target_missed']],
    ['three days before the law', '2026-12-04T22:00:00Z', ['target_missed', 'legal_term_near-3']],
    ['in the last second of the law', '2026-12-08T21:59:59Z', ['target_missed', 'legal_term_near-3']],
    ['after the law', '2026-12-08T22:00:00Z', ['target_missed', 'legal_term_missed']],
    ['a year later', '2027-12-08T22:00:00Z', ['target_missed', 'legal_term_missed']],
  ])('%s', (_, moment, expected) => expect(idsAt(waiting(), moment)).toEqual(expected));

  it.each([
    ['over the end of February', '2027-03-02T21:59:59Z', '2027-02-26T22:00:00Z'],
    ['over the leap day', '2028-03-02T21:59:59Z', '2028-02-27T22:00:00Z'],
    ['over the turn of the year', '2027-01-02T21:59:59Z', '2026-12-29T22:00:00Z'],
    ['over the change to summer time', '2027-03-29T20:59:59Z', '2027-03-25T22:00:00Z'],
    ['over the change to winter time', '2027-11-01T21:59:59Z', '2027-10-28T21:00:00Z'],
  ])('count calendar days of the city %s', (_, legal, expected) => {
    const legalDueAt = at(legal);
    const appeal = waiting({ legalDueAt, dueAt: legalDueAt });
    const isNear = (moment: Date) =>
      stepsDue(appeal, city, moment).some(({ when }) => when === 'legal_term_near');
    expect(isNear(new Date(at(expected).getTime() - 1000))).toBe(false);
    expect(isNear(at(expected))).toBe(true);
  });

  it('say how late it is, and nothing is late before its end', () => {
    const [missed, legal] = stepsDue(waiting(), city, at('2026-12-08T22:59:59Z'));
    expect(missed).toMatchObject({ lateMs: (8 * 24 + 1) * 3_600_000, termEndsAt: TERMS.dueAt });
    expect(legal).toMatchObject({ lateMs: 3_600_000, termEndsAt: TERMS.legalDueAt });
    expect(stepsDue(waiting(), city, at('2026-11-28T00:00:00Z')).map(({ lateMs }) => lateMs)).toEqual([0, 0]);
  });

  it('have no legal ones for a message, which has no legal term', () => {
    const { legalDueAt: _none, ...message } = waiting({ kind: 'message' });
    expect(idsAt(message, '2028-01-01T00:00:00Z')).toEqual(['target_missed']);
  });
});

describe('half the term', () => {
  const HALF = '2026-11-28T00:00:00Z';
  const { executorId: _nobody, ...handedBack } = waiting({ status: 'in_progress' });
  it.each<[string, Appeal, string[]]>([
    ['waits to be taken', waiting(), ['half_term_untaken']],
    ['is taken', waiting({ status: 'in_progress' }), []],
    ['was asked about by its executor', waiting({ status: 'needs_details' }), []],
    ['was handed back', handedBack, ['half_term_untaken']],
  ])('of an appeal that %s', (_, appeal, expected) =>
    expect(idsAt(appeal, HALF).filter((id) => id !== 'sifting_near-1')).toEqual(expected),
  );
});

describe('nothing is escalated', () => {
  it.each(['answered', 'forwarded', 'returned', 'not_considered', 'withdrawn', 'closed'] as const)(
    'while an appeal is %s: the office does not have the word',
    (status) => expect(idsAt(waiting({ status }), '2028-01-01T00:00:00Z')).toEqual([]),
  );
});

describe('the five days of art. 7', () => {
  const DAY4 = '2026-11-27T08:00:00Z';
  const { executorId: _nobody, ...handedBack } = waiting({ status: 'in_progress' });
  const isWarned = (appeal: Appeal, moment = DAY4) => idsAt(appeal, moment).includes('sifting_near-1');

  it.each([
    ['on the evening of the third day', '2026-11-26T21:59:59Z', false],
    ['from the first moment of the fourth', '2026-11-26T22:00:00Z', true],
    ['to the last second of the fifth, moved from a Saturday to Monday', '2026-11-30T21:59:59Z', true],
    ['and no more after it', '2026-11-30T22:00:00Z', false],
  ])('warn %s', (_, moment, expected) => expect(isWarned(waiting(), moment)).toBe(expected));

  it.each<[string, Appeal, boolean]>([
    ['is taken', waiting({ status: 'in_progress' }), false],
    ['was asked about', waiting({ status: 'needs_details' }), false],
    ['was passed on', waiting({ status: 'forwarded' }), false],
    ['was returned', waiting({ status: 'returned' }), false],
    ['was handed back by its executor', handedBack, true],
    ['is in rework', waiting({ status: 'rework', answers: [anAnswer()] }), false],
  ])('are over for an appeal that %s: %#', (_, appeal, expected) => expect(isWarned(appeal)).toBe(expected));

  it('are told beside the term, not instead of it', () => {
    const late = waiting({ dueAt: at('2026-11-24T15:00:00Z') });
    expect(toldAt(late, DAY4)).toEqual([
      'staff target_missed',
      'controllers target_missed',
      'citizen target_missed',
      'controllers sifting_near-1',
    ]);
  });
});

describe('a side nobody stands on', () => {
  it('adds its steps to the one it falls to, which hears the latest', () => {
    const told = escalationsDue(waiting(), city, at('2026-12-09T00:00:00Z'), (side) =>
      side === 'citizen' ? side : 'controllers',
    );
    expect(told.map(({ side, step }) => `${side} ${step.id}`)).toEqual([
      'controllers legal_term_missed',
      'citizen target_missed',
    ]);
  });
});

describe('a rework', () => {
  const backAt = (moment: string, dueAt: string) => {
    const back = anEvent('back', { type: 'appeal.returned_for_rework', at: at(moment) });
    return waiting({
      status: 'rework',
      answers: [anAnswer()],
      dueAt: at(dueAt),
      events: [filed, anEvent('answered', { type: 'appeal.answered' }), back],
    });
  };

  it('opens a new term whose steps count anew', () => {
    const appeal = backAt('2026-12-01T08:00:00Z', '2026-12-05T08:00:00Z');
    expect(idsAt(appeal, '2026-12-03T07:59:59Z')).toEqual([]);
    expect(stepsDue(appeal, city, at('2026-12-03T08:00:00Z'))).toMatchObject([
      { id: 'half_term_untaken', eventId: 'back' },
    ]);
    expect(stepsDue(waiting(), city, at('2026-12-03T08:00:00Z'))).toMatchObject([
      { id: 'target_missed', eventId: 'filed' },
    ]);
  });

  it('begun after the legal term is counted by its own term only', () => {
    const appeal = backAt('2026-12-20T08:00:00Z', '2026-12-24T08:00:00Z');
    expect(idsAt(appeal, '2026-12-20T08:00:01Z')).toEqual([]);
    expect(idsAt(appeal, '2027-12-20T08:00:01Z')).toEqual(['target_missed']);
  });
});

describe('an extension', () => {
  it('opens a new term too: who misses it is told of again', () => {
    const legalDueAt = at('2027-01-05T21:59:59Z');
    const extended = anEvent('extended', { type: 'appeal.extended', at: at('2026-12-02T08:00:00Z') });
    const appeal = waiting({ dueAt: legalDueAt, legalDueAt, events: [filed, extended] });
    expect(idsAt(appeal, '2026-12-03T08:00:00Z')).toEqual([]);
    expect(stepsDue(appeal, city, at('2027-01-06T08:00:00Z'))).toMatchObject([
      { id: 'target_missed', eventId: 'extended' },
      { id: 'legal_term_missed', eventId: 'extended' },
    ]);
  });
});

describe('each side', () => {
  it.each<[string, string, string[]]>([
    [
      'hears of half the term',
      '2026-11-28T00:00:00Z',
      ['staff half_term_untaken', 'controllers sifting_near-1'],
    ],
    [
      'hears that the target is missed',
      '2026-12-01T00:00:00Z',
      ['staff target_missed', 'controllers target_missed', 'citizen target_missed'],
    ],
    [
      'hears one thing, the latest, after a year of silence',
      '2027-12-01T00:00:00Z',
      ['staff legal_term_missed', 'controllers legal_term_missed', 'citizen target_missed'],
    ],
  ])('%s', (_, moment, expected) => expect(toldAt(waiting(), moment)).toEqual(expected));

  it('hears the harder of two that begin together', () => {
    const dueAt = TERMS.legalDueAt;
    const told = toldAt(waiting({ dueAt }), '2026-12-09T00:00:00Z');
    expect(told).toEqual([
      'staff legal_term_missed',
      'controllers legal_term_missed',
      'citizen target_missed',
    ]);
  });
});

describe('the next look', () => {
  it.each([
    ['at half the term, when it is near', '2026-11-27T02:00:00Z', '2026-11-27T02:59:59.500Z'],
    ['the moment after the term', '2026-11-30T12:00:00Z', '2026-11-30T21:59:59.001Z'],
    ['within a day otherwise', '2026-11-23T08:00:00Z', '2026-11-24T08:00:00.000Z'],
    ['within a day when nothing is left', '2028-01-01T00:00:00Z', '2028-01-02T00:00:00.000Z'],
  ])('is %s', (_, now, expected) => {
    expect(nextLookAt(waiting(), city, at(now)).toISOString()).toBe(expected);
  });
});
