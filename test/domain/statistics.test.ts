import { byDepartment, figuresFor, type FiledAppeal } from '../../domain/statistics';
import { anAnswer, anAppeal, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';

const answeredAfter = (count: number, more: Partial<FiledAppeal> = {}): FiledAppeal => ({
  ...anAppeal({ status: 'answered', dueAt: days(5) }),
  answers: [anAnswer({ at: days(count) })],
  ...more,
});
const waiting = (dueAt: Date, more: Partial<FiledAppeal> = {}): FiledAppeal => ({ ...anAppeal({ dueAt }), ...more }); // prettier-ignore
const LATER = days(10);

describe('the figures of a period', () => {
  it('count what came, what was answered, how fast and how much in time', () => {
    const filed = [answeredAfter(1), answeredAfter(3), answeredAfter(8), waiting(days(9)), waiting(days(20))];
    expect(figuresFor(filed, city, LATER)).toEqual({
      filed: 5,
      answered: 3,
      firstAnswerDays: 3,
      inTimeShare: 2 / 4,
    });
  });

  it('take the middle of two, and say nothing of time where nothing was answered', () => {
    expect(figuresFor([answeredAfter(1), answeredAfter(2)], city, LATER).firstAnswerDays).toBe(1.5);
    expect(figuresFor([waiting(days(20))], city, LATER)).toEqual({ filed: 1, answered: 0 });
    expect(figuresFor([], city, LATER)).toEqual({ filed: 0, answered: 0 });
  });

  it('judge the first answer by the term promised at first, not by the rework’s', () => {
    const { status: _answered, ...rest } = answeredAfter(14, { reworkCount: 1, dueAt: days(30) });
    const late = { ...rest, status: 'rework' } as const;
    expect(figuresFor([late], city, LATER).inTimeShare).toBe(0);
  });

  it('leave out of the share what was withdrawn, returned or forwarded without an answer', () => {
    const left = (['withdrawn', 'returned', 'forwarded'] as const).map((status) => waiting(NOW, { status }));
    expect(figuresFor(left, city, LATER).inTimeShare).toBeUndefined();
  });

  it('stand by department, those with most first', () => {
    const filed = [waiting(days(20), { department: 'roads' }), answeredAfter(1), answeredAfter(2)];
    expect(byDepartment(filed, city, LATER).map(({ department, figures }) => [department, figures.filed])).toEqual([
      ['light', 2],
      ['roads', 1],
    ]); // prettier-ignore
  });
});
