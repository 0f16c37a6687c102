import type { Actor } from '../../domain/permissions';
import { colleaguesFor, giveToColleague } from '../../use-cases/give-to-colleague';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, anEvent } from '../support/builders';

let town: Town;
const OFFICIAL: Actor = { id: 'telegram-7', roles: ['official'], within: { official: ['light'] } };
const held = anAppeal({ status: 'in_progress', executorId: 'telegram-7' });

const appoint = (id: string, role: 'official' | 'head', department: string) =>
  town.deps.people.insert({ id, posts: [{ role, department }], rev: 1 });
const bindGroup = () =>
  town.deps.staffGroups.insert({
    ...{ messenger: 'telegram', chatId: '-200', department: 'light', desk: 'main' },
    ...{ isBound: true, isSettled: true, rev: 1 },
  });
const others = async () => (await colleaguesFor(town.deps, held)).map(({ id }) => id).sort();
const gives = (toId: string, { actor = OFFICIAL, commandId = 'tg-1' } = {}) =>
  giveToColleague(town.deps, { actor, appealId: held.id, commandId, toId });

beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.appeals.insert(held);
  await appoint('telegram-7', 'official', 'light');
  await appoint('telegram-8', 'official', 'light');
  await appoint('telegram-9', 'head', 'light');
  await appoint('telegram-10', 'official', 'roads');
  await town.deps.appeals.insert(
    anAppeal({
      ...{ id: 'other', number: '2026-000002', status: 'answered', executorId: 'telegram-11' },
      events: [anEvent('other-1')],
    }),
  );
});
afterAll(() => town.close());

describe('the colleagues who may get an appeal', () => {
  it('have a post in its department or its cases in hand, and do not have it already', async () => {
    expect(await others()).toEqual(['telegram-11', 'telegram-8', 'telegram-9']);
  });

  it('are only holders of posts where the department has a group of its own', async () => {
    await bindGroup();
    expect(await others()).toEqual(['telegram-8', 'telegram-9']);
  });
});

describe('an appeal given to a colleague', () => {
  it('is theirs, once, however often the command comes', async () => {
    for (const _ of [1, 2]) expect(await gives('telegram-8')).toMatchObject({ ok: true });
    const now = await town.deps.appeals.find(held.id);
    expect(now).toMatchObject({ executorId: 'telegram-8', status: 'in_progress', dueAt: held.dueAt });
    expect(now?.events.filter(({ type }) => type === 'appeal.assigned')).toHaveLength(1);
    expect(await gives('telegram-9', { commandId: 'tg-2' })).toMatchObject({ refusal: 'not_permitted' });
  });

  it('is given by a head or a moderator as well, a second time in vain', async () => {
    const moderator: Actor = { id: 'telegram-50', roles: ['moderator'] };
    expect(await gives('telegram-8', { actor: moderator })).toMatchObject({ ok: true });
    const again = await gives('telegram-8', { actor: moderator, commandId: 'tg-2' });
    expect(again).toMatchObject({ ok: false, refusal: 'nothing_changed' });
  });

  it('goes to nobody outside the department, and to nobody demoted meanwhile', async () => {
    await bindGroup();
    expect(await gives('telegram-10')).toEqual({ ok: false, refusal: 'no_such_colleague' });
    await town.deps.people.save({ id: 'telegram-8', posts: [], rev: 2 });
    expect(await gives('telegram-8')).toEqual({ ok: false, refusal: 'no_such_colleague' });
    expect((await town.deps.appeals.find(held.id))?.rev).toBe(held.rev);
  });
});
