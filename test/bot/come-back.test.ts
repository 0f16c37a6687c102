import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, aNotice } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

describe('what could not reach a person', () => {
  it.each([
    ['comes back', () => town.deps.citizens.insert(aCitizen({ isReachable: false }))],
    ['writes for the first time', () => Promise.resolve()],
  ])('comes when the person %s, though the first try died with its process', async (_who, isKnown) => {
    await isKnown();
    await town.deps.notices.insert([aNotice('owed', { state: 'skipped', remark: 'unreachable' })]);
    const olena = openFrontDoor(town).person('1');
    jest.spyOn(town.deps.notices, 'retryUnreachable').mockRejectedValueOnce(new Error('killed'));
    await expect(olena.says('/start')).rejects.toThrow('unavailable');
    await olena.says('/start');
    expect(await town.deps.notices.find('owed')).toMatchObject({ state: 'waiting' });
    expect(await town.deps.citizens.find('telegram-1')).toMatchObject({ isReachable: true });
  });
});
