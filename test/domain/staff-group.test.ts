import type { City, Desk } from '../../domain/city';
import { changed, desksFor, desksOf, groupFor, isDeskOn, type StaffGroup } from '../../domain/staff-group';
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
    [
      'is none for a complaint about officials',
      { isAboutOfficials: true, isUrgent: true },
      [main, duty],
      undefined,
    ],
    ['is none when its department left the city’s pack', { department: 'gone' }, [main], undefined],
    ['is none while a moderator looks first', { needsModerator: true }, [main], undefined],
    ['waits for no moderator in danger', { needsModerator: true, isUrgent: true }, [main], '-main'],
  ])('%s', (_what, overrides, groups, chatId) => {
    expect(groupFor(anAppeal(overrides), groups, city, NIGHT)?.chatId).toBe(chatId);
  });
});

describe('the desks of a department', () => {
  it('are those it names, or a single one under its own name', () => {
    expect(desksOf(city, 'light')).toBe(DESKS);
    expect(desksOf(city, 'roads')).toEqual([{ code: 'main', names }]);
    expect(desksOf({ departments: [department('roads', [])] }, 'roads')).toEqual([{ code: 'main', names }]);
    expect(desksOf(city, 'gone')).toEqual([{ code: 'main', names: { uk: 'gone' } }]);
  });

  it.each([
    [20, 8, [0, 7, 20, 23], [8, 12, 19]],
    [8, 20, [8, 12, 19], [0, 7, 20, 23]],
  ])('are on duty from %i to %i of the city’s clock', (fromHour, toHour, on, off) => {
    const desk = { code: 'night', names, hours: { fromHour, toHour } };
    const isOn = (hour: number) =>
      isDeskOn(desk, new Date(`2026-11-20T${String(hour).padStart(2, '0')}:00:00+02:00`), city);
    expect([...on.filter(isOn), ...off.filter(isOn)]).toEqual(on);
  });

  it('without hours are always on duty', () => {
    expect(isDeskOn({ code: 'main', names }, NIGHT, city)).toBe(true);
  });
});

describe('a changed group', () => {
  it('is one revision on and settled anew, its trouble only what the change says', () => {
    const inTrouble = group('main', { trouble: 'removed', rev: 4 });
    expect(changed(inTrouble, { desk: 'duty' })).toEqual(
      group('duty', { chatId: '-main', isSettled: false, rev: 5 }),
    );
    expect(changed(group('main'), { trouble: 'unreachable' })).toEqual(
      group('main', { trouble: 'unreachable', isSettled: false, rev: 2 }),
    );
  });
});
