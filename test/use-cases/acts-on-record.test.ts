import { apiToken } from '../../domain/api-token';
import type { Actor } from '../../domain/permissions';
import { revokeToken } from '../../use-cases/api-tokens';
import { unbindGroup } from '../../use-cases/bind-group';
import { takePost } from '../../use-cases/change-posts';
import { openTown, type Town } from '../support/a-town';
import { NOW } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.people.insert({ id: 'telegram-7', posts: [{ role: 'deputy' }], rev: 1 });
  await town.deps.apiTokens.put(apiToken({ ownerId: 'telegram-7', hash: 'h', issuedBy: 'telegram-50' }, NOW));
  await town.deps.staffGroups.insert({
    ...{ messenger: 'telegram', chatId: '-200', department: 'light', desk: 'main' },
    ...{ isBound: true, isSettled: true, rev: 1 },
  });
});
afterAll(() => town.close());

const actor: Actor = { id: 'telegram-50', roles: ['moderator', 'controller'] };
const about = { actor, colleagueId: 'telegram-7', commandId: 'command' };
const desk = { department: 'light', desk: 'main' };

describe('an act whose process died before it was on record', () => {
  it.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    [
      'person.post_taken',
      () => takePost(town.deps, { ...about, post: { role: 'deputy' } }),
      async () => (await town.deps.people.find('telegram-7'))?.posts.length,
    ],
    [
      'group.unbound',
      () => unbindGroup(town.deps, { actor, ...desk, commandId: 'command' }),
      async () => (await town.deps.staffGroups.bound('light')).length,
    ],
    [
      'token.revoked',
      () => revokeToken(town.deps, about),
      async () => ((await town.deps.apiTokens.of('telegram-7')) ? 1 : 0),
    ],
  ])('%s: is there once it is carried out again', async (what, act, left) => {
    jest.spyOn(town.deps.audit, 'add').mockRejectedValueOnce(new Error('killed'));
    await expect(act()).rejects.toThrow('killed');
    await act();
    await act();
    const acts = await town.connection.collection('audit').find({ what }).toArray();
    expect(acts).toMatchObject([{ by: 'telegram-50' }]);
    expect(await left()).toBe(0);
  });
});
