import {
  actorInPrivate,
  allColleagues,
  controllers,
  deputies,
  headsOf,
  moderators,
} from '../../use-cases/post-holders';
import { openTown, type Town } from '../support/a-town';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

describe('who holds which role', () => {
  it('is said by the settings until somebody has a record', async () => {
    expect(await controllers(town.deps)).toEqual(['telegram-50']);
    expect(await moderators(town.deps)).toEqual(['telegram-50']);
    expect((await actorInPrivate(town.deps, 'telegram-50')).roles).toContain('controller');
    await town.deps.people.insert({ id: 'telegram-50', posts: [], rev: 1 });
    expect(await controllers(town.deps)).toEqual([]);
    expect((await actorInPrivate(town.deps, 'telegram-50')).roles).toEqual(['citizen']);
  });

  it('is the record’s besides', async () => {
    const { people } = town.deps;
    await people.insert({ id: 'telegram-7', posts: [{ role: 'head', department: 'light' }], rev: 1 });
    await people.insert({ id: 'telegram-8', posts: [{ role: 'deputy' }, { role: 'controller' }], rev: 1 });
    expect(await headsOf(town.deps, 'light')).toEqual(['telegram-7']);
    expect(await headsOf(town.deps, 'roads')).toEqual([]);
    expect(await deputies(town.deps)).toEqual(['telegram-8']);
    expect(await controllers(town.deps)).toEqual(['telegram-50', 'telegram-8']);
    expect((await allColleagues(town.deps)).map(({ id }) => id)).toEqual([
      'telegram-50',
      'telegram-7',
      'telegram-8',
    ]);
  });
});
