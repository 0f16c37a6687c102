import type { City, Desk } from '../../domain/city';
import { desksFor, groupFor, type StaffGroup } from '../../domain/staff-group';
import { anAppeal } from '../support/builders';

const names = { uk: 'група' };
const DESKS: readonly Desk[] = [
  { code: 'main', names },
  { code: 'north', names, districts: ['north'] },
  { code: 'night', names, hours: { fromHour: 20, toHour: 8 } },
  { code: 'duty', names, hours: { fromHour: 20, toHour: 8 }, isForEmergencies: true },
];
const department = (code: string, desks?: readonly Desk[]) => ({
  ...{ code, names, signatory: { name: 'А', post: 'Б' } },
  ...(desks && { desks }),
});
const city: Pick<City, 'departments' | 'timeZone'> = {
  timeZone: 'Europe/Kyiv',
  departments: [department('light', DESKS), department('roads')],
};
const NOON = new Date('2026-11-20T12:00:00+02:00');
const NIGHT = new Date('2026-11-20T23:30:00+02:00');
const EARLY = new Date('2026-11-20T07:59:00+02:00');
const EIGHT = new Date('2026-11-20T08:00:00+02:00');
const north = { kind: 'address', label: 'вул. Паркова, 1', district: 'north' } as const;

describe('the desks that take an appeal', () => {
  it.each<[string, Parameters<typeof anAppeal>[0], Date, string[]]>([
    ['an ordinary one by day', {}, NOON, ['main']],
    ['one of the north by day', { place: north }, NOON, ['north', 'main']],
    ['an ordinary one at night', {}, NIGHT, ['night', 'main']],
    ['just before the day begins', {}, EARLY, ['night', 'main']],
    ['when the day begins', {}, EIGHT, ['main']],
    ['an emergency at night', { complexity: 'emergency' }, NIGHT, ['duty', 'night', 'main']],
    ['a danger to life at night', { isUrgent: true }, NIGHT, ['duty', 'night', 'main']],
    ['an emergency by day', { complexity: 'emergency' }, NOON, ['main']],
    ['one of a department with a single group', { department: 'roads' }, NIGHT, ['main']],
  ])('%s', (_what, overrides, now, desks) => {
    expect(desksFor(anAppeal(overrides), city, now).map(({ code }) => code)).toEqual(desks);
  });
});

const group = (desk: string, overrides: Partial<StaffGroup> = {}): StaffGroup => ({
  ...{ messenger: 'telegram', chatId: `-${desk}`, department: 'light', desk },
  ...{ isBound: true, isSettled: true, rev: 1 },
  ...overrides,
});

describe('the group that gets a card', () => {
  const main = group('main');
  const duty = group('duty');

  it.each<[string, Parameters<typeof anAppeal>[0], StaffGroup[], string | undefined]>([
    ['is its desk’s', { isUrgent: true }, [main, duty], '-duty'],
    ['is the next desk’s when the first has none', { isUrgent: true }, [main], '-main'],
    ['is not one in trouble', { isUrgent: true }, [main, { ...duty, trouble: 'removed' }], '-main'],
    ['is none when all are in trouble', {}, [{ ...main, trouble: 'unreachable' }], undefined],
    ['is none when it was unbound', {}, [{ ...main, isBound: false }], undefined],
    ['is none of another department', { department: 'roads' }, [main, duty], undefined],
    ['is none while a moderator looks first', { needsModerator: true }, [main], undefined],
    ['waits for no moderator in danger', { needsModerator: true, isUrgent: true }, [main], '-main'],
  ])('%s', (_what, overrides, groups, chatId) => {
    expect(groupFor(anAppeal(overrides), groups, city, NIGHT)?.chatId).toBe(chatId);
  });
});
