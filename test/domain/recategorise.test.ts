import { endOfDay, dayFrom } from '../../domain/calendar';
import type { Category } from '../../domain/city';
import { recategorise } from '../../domain/recategorise';
import { anAppeal, anEvent, days, NOW, onward } from '../support/builders';
import { city } from '../support/sample-city';

const LATER = days(2);
const endOf = (day: string) => endOfDay(dayFrom(day), city.timeZone);
const target = (code: string) => city.categories.find((category) => category.code === code)!;
const waiting = anAppeal({ dueAt: endOf('2026-12-01'), legalDueAt: endOf('2026-12-07') });
const to = (category: string, appeal = waiting) =>
  recategorise(appeal, { id: 'command', by: 'telegram-50', category }, LATER, {
    ...city,
    categories: [...city.categories, SLOW],
  });

/** The longest target, and one of hours. */
const SLOW: Category = {
  ...target('street-lamp'),
  code: 'slow',
  target: { amount: 60, unit: 'calendar_days' },
};
const FAST = city.categories.find(({ complexity, target: { unit } }) => unit === 'hours' && complexity === 'emergency')!; // prettier-ignore

describe('an appeal filed under the wrong subject', () => {
  it('gets the department, complexity and target term of the right one', () => {
    const decided = to(FAST.code);
    expect(decided).toMatchObject({
      ok: true,
      appeal: { category: FAST.code, department: FAST.department, complexity: FAST.complexity, rev: 2 },
      event: { type: 'appeal.recategorised', facts: { category: FAST.code, before: 'street-lamp' } },
    });
  });

  it('has waited since it was registered, not since somebody noticed', () => {
    const decided = to(FAST.code);
    const dueAt = new Date(NOW.getTime() + FAST.target.amount * 3_600_000);
    expect(decided).toMatchObject({ appeal: { dueAt } });
  });

  it('never gets a target beyond its legal term, and keeps that one', () => {
    expect(to(SLOW.code)).toMatchObject({
      appeal: { dueAt: waiting.legalDueAt, legalDueAt: waiting.legalDueAt },
      event: { facts: { day: '2026-12-07' } },
    });
  });

  it('keeps the last day a head gave it', () => {
    const extended = onward(waiting, anEvent('extended', { type: 'appeal.extended', at: days(1) }), {
      ...{ dueAt: endOf('2026-12-28'), legalDueAt: endOf('2026-12-28') },
    });
    const decided = to(FAST.code, extended);
    expect(decided).toMatchObject({ appeal: { dueAt: endOf('2026-12-28') } });
    expect(decided.ok && decided.event.facts.day).toBeUndefined();
  });

  it('after a rework is counted from the citizen’s «no», at most 15 days', () => {
    const rework = onward(
      anAppeal({ status: 'rework', dueAt: days(40), legalDueAt: days(17) }),
      anEvent('no', { type: 'appeal.returned_for_rework', at: days(20) }),
    );
    const decided = to(SLOW.code, rework);
    expect(decided).toMatchObject({ appeal: { dueAt: endOf('2026-12-25') } });
  });

  it.each([
    ['stays with the official who has it when the department stays', target('street-lamp').department, 'telegram-7'], // prettier-ignore
    ['waits for somebody of the other department', 'elsewhere', undefined],
  ])('%s', (_what, department, executorId) => {
    const taken = anAppeal({ status: 'in_progress', department, category: 'elsewhere' });
    const decided = to('street-lamp', taken);
    expect(decided.ok && decided.appeal.executorId).toBe(executorId);
  });

  it('needs no moderator any more', () => {
    expect(to(FAST.code, { ...waiting, needsModerator: true })).toMatchObject({ appeal: { needsModerator: false } }); // prettier-ignore
  });

  it.each([
    ['nothing_changed', 'street-lamp', waiting],
    ['no_such_category', 'dragons', waiting],
    ['wrong_status', FAST.code, anAppeal({ status: 'answered' })],
    ['wrong_status', FAST.code, anAppeal({ status: 'withdrawn' })],
  ] as const)('is refused with %s: %s', (refusal, category, appeal) => {
    expect(to(category, appeal)).toEqual({ ok: false, refusal });
  });
});
