import { STATUSES, type Appeal, type MarkKind } from '../../domain/appeal';
import { AUTHOR_CATEGORIES, SOCIAL_STATUSES } from '../../domain/author';
import { record858, timelinessOf } from '../../domain/record';
import { anAppeal, anEvent, closedByHand, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';

const recordOf = (overrides: Partial<Appeal>) => record858(anAppeal(overrides), city);
const marked = (...kinds: MarkKind[]) => recordOf({ marks: kinds.map((kind) => ({ kind, of: [] })) });

describe('the 858 record', () => {
  it('of a plain appeal is a first one from one person by messenger, under the heading of its category', () => {
    expect(recordOf({})).toEqual({
      form: 'messenger',
      repetition: 'first',
      kind: 'application',
      authorship: 'individual',
      authorCategory: 'none',
      socialStatus: 'none',
      heading: city.categories.find(({ code }) => code === 'street-lamp')?.subjectHeading,
      result: 'pending',
    });
  });

  it.each([
    [['near'], 'first'],
    [['repeat'], 'repeat'],
    [['mass', 'repeat'], 'repeat'],
    [['mass', 'near'], 'mass'],
    [['repeat', 'duplicate', 'mass'], 'duplicate'],
  ] as const)('counts one marked %j as %s', (kinds, repetition) => {
    expect(marked(...kinds).repetition).toBe(repetition);
  });

  it.each([
    [{ coAuthors: ['Мельник Петро'] }, 'collective'],
    [{ kind: 'message' }, 'anonymous'],
    [{ kind: 'message', coAuthors: ['Мельник Петро'] }, 'anonymous'],
    [{ onBehalfOf: { name: 'Коваль Ганна', residence: 'Миру, 18' } }, 'individual'],
  ] as const)('of %j is %s', (overrides, authorship) => {
    expect(recordOf(overrides).authorship).toBe(authorship);
  });

  it('keeps what the author said of themselves', () => {
    const said = { authorCategory: 'displaced', socialStatus: 'student' } as const;
    expect(recordOf(said)).toMatchObject(said);
  });

  it('follows a change of the category, and knows none where the city has it no more', () => {
    const other = city.categories.find(({ subjectHeading }) => subjectHeading !== recordOf({}).heading)!;
    expect(recordOf({ category: other.code }).heading).toBe(other.subjectHeading);
    expect(recordOf({ category: 'moon' }).heading).toBe('none');
  });

  it.each([
    ['done', 'satisfied'],
    ['partly_done', 'partly_satisfied'],
    ['refused', 'refused'],
    ['explained', 'explained'],
    ['planned', 'planned'],
  ] as const)('of one answered with %s is %s, and pending again after «not solved»', (outcome, result) => {
    for (const status of ['answered', 'closed'] as const)
      expect(recordOf({ status, outcome }).result).toBe(result);
    expect(recordOf({ status: 'rework', outcome }).result).toBe('pending');
  });

  it('has a result for every status', () => {
    const results = STATUSES.map((status) => [status, recordOf({ status }).result]);
    expect(Object.fromEntries(results)).toEqual({
      ...{ submitted: 'pending', in_progress: 'pending', needs_details: 'pending', rework: 'pending' },
      ...{ answered: 'satisfied', closed: 'satisfied', forwarded: 'forwarded', returned: 'returned' },
      ...{ not_considered: 'not_considered', withdrawn: 'withdrawn' },
    });
    expect(record858(closedByHand(), city).result).toBe('satisfied');
  });

  it('has numbers of the classifier’s own parts', () => {
    expect(Object.values(AUTHOR_CATEGORIES).filter((number) => !/^7\.\d+$/.test(number))).toEqual([]);
    expect(Object.values(SOCIAL_STATUSES).filter((number) => !/^8\.\d+$/.test(number))).toEqual([]);
  });
});

describe('whether it was in time', () => {
  const LEGAL = { registeredAt: NOW, legalDueAt: days(15) };
  const happened = (type: Parameters<typeof anEvent>[1], day: number) =>
    anEvent(`day-${day}`, { ...type, at: days(day) });
  const answered = (day: number) => happened({ type: 'appeal.answered' }, day);
  const rework = (day: number) => happened({ type: 'appeal.returned_for_rework' }, day);
  const timely = (now: number, overrides: Partial<Appeal>) =>
    timelinessOf(anAppeal({ ...LEGAL, ...overrides }), days(now));

  it.each<[string, number, Partial<Appeal>, string]>([
    ['waits in its term', 3, {}, 'running'],
    ['waits past its term', 16, {}, 'late'],
    ['answered in its term, asked later', 40, { status: 'answered', events: [answered(15)] }, 'in_time'],
    ['answered past its term', 40, { status: 'answered', events: [answered(16)] }, 'late'],
    ['passed on in its term', 40, { status: 'forwarded', events: [happened({ type: 'appeal.forwarded' }, 4)] }, 'in_time'],
    ['returned as incomplete and never completed', 40, { status: 'returned', events: [happened({ type: 'appeal.returned' }, 4)] }, 'in_time'],
    ['returned, completed and answered past the term', 40, { status: 'answered', events: [happened({ type: 'appeal.returned' }, 4), happened({ type: 'appeal.completed' }, 20), answered(22)] }, 'late'],
    ['not solved, and within the new term', 20, { status: 'rework', events: [answered(10), rework(12)], dueAt: days(27) }, 'running'],
    ['not solved, and past the new term', 28, { status: 'rework', events: [answered(10), rework(12)], dueAt: days(27) }, 'late'],
    ['not solved, then answered in the new term', 40, { status: 'answered', events: [answered(10), rework(12), answered(26)], dueAt: days(27) }, 'in_time'],
    ['answered late, then once more in the new term', 60, { status: 'answered', events: [answered(16), rework(17), answered(20)], dueAt: days(32) }, 'late'],
    ['withdrawn', 40, { status: 'withdrawn', events: [happened({ type: 'appeal.withdrawn' }, 2)] }, 'in_time'],
  ])('of one %s', (_what, now, overrides, timeliness) => {
    expect(timely(now, overrides)).toBe(timeliness);
  }); // prettier-ignore

  it('is not asked of a message, which has no legal term', () => {
    expect(timelinessOf(anAppeal({ kind: 'message' }), days(99))).toBe('no_term');
  });
});
