import type { City } from '../../domain/city';
import type { StaffGroup } from '../../domain/staff-group';
import { changeDesks } from '../../workers/change-desks';
import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { settleGroups } from '../../workers/settle-groups';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());
beforeEach(() => town.begin());

const appeal = anAppeal();
const group = (chatId: string, desk: string): StaffGroup => ({
  ...{ messenger: 'telegram', chatId, department: appeal.department, desk },
  ...{ isBound: true, isSettled: true, rev: 1 },
});
/** By day one desk, by night another. */
const withNight = (city: City): City => ({
  ...city,
  departments: city.departments.map((department) =>
    department.code === appeal.department
      ? {
          ...department,
          desks: [
            { code: 'day', names: { uk: 'День' } },
            { code: 'night', names: { uk: 'Ніч' }, hours: { fromHour: 20, toHour: 8 } },
          ],
        }
      : department,
  ),
});

describe('a change of desks at the hour', () => {
  it('brings open cards to whoever is on duty, and back, each once', async () => {
    const deps = { ...town.deps, city: withNight(town.deps.city) };
    const works = async (at: string) => {
      town.isNow(new Date(at));
      for (let tick = 0; tick < 2; tick += 1) {
        await changeDesks(deps);
        await settleGroups(deps);
      }
      for (const chatId of ['-201', '-202', '-201'])
        await deliverNotices(deps, { messenger: 'telegram', chatId });
    };
    const cardsIn = (chatId: string) => deps.messenger.saidTo(chatId).length;
    await deps.citizens.insert(aCitizen());
    await deps.staffGroups.insert(group('-201', 'day'));
    await deps.staffGroups.insert(group('-202', 'night'));
    await deps.appeals.insert(appeal);
    await expandEvents(deps, appeal.id);
    await works('2026-11-20T10:00:00Z');
    expect([cardsIn('-201'), cardsIn('-202')]).toEqual([1, 0]);
    await works('2026-11-20T17:59:00Z');
    expect([cardsIn('-201'), cardsIn('-202')]).toEqual([1, 0]);
    await works('2026-11-20T18:00:00Z');
    expect([cardsIn('-201'), cardsIn('-202')]).toEqual([1, 1]);
    expect(deps.messenger.edited.at(-1)).toMatchObject({ to: { chatId: '-201' }, screen: {} });
    await works('2026-11-21T06:00:00Z');
    expect([cardsIn('-201'), cardsIn('-202')]).toEqual([1, 1]);
    expect(deps.messenger.edited.filter(({ to }) => to.chatId === '-201').at(-1)?.screen.choices?.length).toBeGreaterThan(0); // prettier-ignore
  });
});
