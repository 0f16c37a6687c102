import type { Actor } from '../../domain/permissions';
import { assignAppeal } from '../../use-cases/assign-appeal';
import { recipientsOf } from '../../workers/recipients-of';
import { openTown, type Town } from '../support/a-town';
import { anAppeal } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.appeals.insert(anAppeal());
  await town.deps.people.insert({ id: 'telegram-8', posts: [{ role: 'official', department: 'roads' }], rev: 1 });
  await town.deps.people.insert({ id: 'telegram-9', posts: [], rev: 2 });
}); // prettier-ignore
afterAll(() => town.close());

const moderator: Actor = { id: 'telegram-50', roles: ['moderator'] };
const assigns = async (executorId: string) => {
  const about = { actor: moderator, appealId: 'draft-1', commandId: `to-${executorId}` };
  const assigned = await assignAppeal(town.deps, { ...about, executorId });
  return assigned.ok ? 'assigned' : assigned.refusal;
};
const bindGroup = () =>
  town.deps.staffGroups.insert({
    ...{ messenger: 'telegram', chatId: '-200', department: 'light', desk: 'main' },
    ...{ isBound: true, isSettled: true, rev: 1 },
  });
const executorTold = async (executorId: string) =>
  (await recipientsOf(town.deps, anAppeal({ status: 'rework', executorId }))).executor?.chatId;

describe('an appeal assigned by its number', () => {
  it('goes to an official of any department', async () => {
    expect(await assigns('telegram-8')).toBe('assigned');
  });

  it('goes to whoever is in the staff chat, as long as they serve its department there', async () => {
    town.deps.messenger.members.add('77');
    expect(await assigns('telegram-77')).toBe('assigned');
    await bindGroup();
    expect(await assigns('telegram-77')).toBe('no_such_colleague');
  });

  it('goes to no stranger, nobody let go and not to its author', async () => {
    for (const who of ['9', '1']) town.deps.messenger.members.add(who);
    expect(await assigns('telegram-123456789')).toBe('no_such_colleague');
    expect(await assigns('telegram-9')).toBe('no_such_colleague');
    expect(await assigns('telegram-1')).toBe('is_author');
    expect((await town.deps.appeals.find('draft-1'))?.rev).toBe(1);
  });
});

describe('whoever has an appeal', () => {
  it('is told of it as long as they are of the staff', async () => {
    expect(await executorTold('telegram-8')).toBe('8');
    expect(await executorTold('telegram-77')).toBe('77');
    expect(await executorTold('telegram-9')).toBeUndefined();
    await bindGroup();
    expect(await executorTold('telegram-77')).toBeUndefined();
    expect(await executorTold('telegram-8')).toBe('8');
  });
});
