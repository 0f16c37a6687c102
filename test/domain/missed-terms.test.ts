import { missedByDepartment, missedTerms } from '../../domain/missed-terms';
import { anAppeal, anEvent, days, NOW } from '../support/builders';

const filed = anEvent('filed', { at: days(-40) });
const reworked = anEvent('rework', { type: 'appeal.returned_for_rework', at: days(-1) });
const late = (id: string, daysLate: number, more: object = {}) =>
  anAppeal({ id, registeredAt: days(-40), legalDueAt: days(-daysLate), events: [filed], ...more });

describe('what the law’s term has passed for', () => {
  it.each([
    ['an open appeal past it', late('one', 2), ['one']],
    ['a joiner, whose term is their own', late('one', 2, { leadId: 'other' }), ['one']],
    [
      'a rework begun before its end',
      late('one', 0.5, { status: 'rework', events: [filed, reworked] }),
      ['one'],
    ],
    ['a rework begun after its end: only its target runs', late('one', 2, { status: 'rework', events: [filed, reworked] }), []], // prettier-ignore
    ['an answered one', late('one', 2, { status: 'answered' }), []],
    ['one whose term still runs', late('one', -2), []],
    ['a message without a legal term', anAppeal({ id: 'one', kind: 'message' }), []],
  ])('%s', (_what, appeal, ids) => {
    expect(missedTerms([appeal], NOW).map((one) => one.appeal.id)).toEqual(ids);
  });

  it('stands by department, the one with the latest appeal first, the latest first in each', () => {
    const all = [
      late('a', 1),
      late('b', 9, { department: 'roads' }),
      late('c', 3),
      late('d', 2, { department: 'roads' }),
    ];
    const shown = missedByDepartment(missedTerms(all, NOW));
    expect(
      shown.map(({ department, missed }) => [department, missed.map(({ appeal }) => appeal.id)]),
    ).toEqual([
      ['roads', ['b', 'd']],
      ['light', ['c', 'a']],
    ]);
  });
});
