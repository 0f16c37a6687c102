import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, anEvent } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.people.insert({ id: 'telegram-777', posts: [{ role: 'moderator' }], rev: 1 });
  await town.deps.citizens.insert(aCitizen());
  await town.deps.appeals.insert(anAppeal());
  const second = { id: 'other', number: '2026-000002', needsModerator: true, events: [anEvent('other-1')] };
  await town.deps.appeals.insert(anAppeal(second));
});
afterAll(() => town.close());

describe('a moderator’s decision by command', () => {
  it.each([
    '/forward 2026-000001 Обласна служба доріг',
    '/return 2026-000001 напишіть під’їзд',
    '/label 2026-000001 повторне 2026-000002',
    '/strike 2026-000001 ображає працівників',
    '/merge 2026-000001 2026-000002 одна яма',
    '/assign 2026-000001 777',
  ])('%s leads to the card and to the next one', async (command) => {
    const moderator = openFrontDoor(town).person('777');
    await moderator.says(command);
    expect(moderator.labels()).toEqual(['Відкрити', 'Далі']);
    expect((await moderator.presses('Далі')).text).toContain('2026-00000');
  });

  it('that takes an appeal out of their sight leads on only', async () => {
    const moderator = openFrontDoor(town).person('777');
    await moderator.says('/label 2026-000001 посадовець');
    expect(moderator.labels()).toEqual(['Далі']);
  });
});
