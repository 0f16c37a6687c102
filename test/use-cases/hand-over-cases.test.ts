import type { Actor } from '../../domain/permissions';
import { handOverCases } from '../../use-cases/hand-over-cases';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, anEvent } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.people.insert({
    id: 'telegram-8',
    posts: [{ role: 'official', department: 'light' }],
    rev: 1,
  });
  for (const [index, status] of (['in_progress', 'answered', 'closed'] as const).entries())
    await town.deps.appeals.insert(
      anAppeal({
        id: `a${index}`,
        number: `2026-00000${index}`,
        status,
        executorId: 'telegram-7',
        events: [anEvent(`e${index}`)],
      }),
    );
});
afterAll(() => town.close());

const moderator: Actor = { id: 'telegram-50', roles: ['moderator'] };
const hands = (overrides: Partial<Parameters<typeof handOverCases>[1]> = {}) =>
  handOverCases(town.deps, {
    actor: moderator,
    fromId: 'telegram-7',
    toId: 'telegram-8',
    commandId: 'tg-1',
    ...overrides,
  });
const executors = async () =>
  Promise.all(['a0', 'a1', 'a2'].map(async (id) => (await town.deps.appeals.find(id))?.executorId));

describe('all cases of somebody', () => {
  it('go to a colleague, each with its event; what is over stays', async () => {
    const handed = await hands();
    expect(handed.ok && handed.appeals.map(({ id }) => id).sort()).toEqual(['a0', 'a1']);
    expect(await executors()).toEqual(['telegram-8', 'telegram-8', 'telegram-7']);
    expect((await town.deps.appeals.find('a0'))?.events.at(-1)).toMatchObject({ type: 'appeal.handed_over', by: 'telegram-50' }); // prettier-ignore
    expect(await town.deps.appeals.countHeld('telegram-7', ['in_progress', 'answered'])).toBe(0);
  });

  it('go back to their department', async () => {
    const { toId: _nobody, ...back } = {
      actor: moderator,
      fromId: 'telegram-7',
      commandId: 'tg-2',
      toId: undefined,
    };
    await handOverCases(town.deps, back);
    expect(await executors()).toEqual([undefined, undefined, 'telegram-7']);
  });

  it('change nothing more when the command comes again', async () => {
    await hands();
    expect(await hands()).toEqual({ ok: true, appeals: [] });
    expect((await town.deps.appeals.find('a0'))?.events).toHaveLength(2);
  });

  it('go only to colleagues, by a moderator’s word', async () => {
    expect(await hands({ toId: 'telegram-99' })).toEqual({ ok: false, refusal: 'no_such_colleague' });
    expect(await hands({ toId: 'telegram-7' })).toEqual({ ok: false, refusal: 'no_such_colleague' });
    expect(await hands({ actor: { id: 'telegram-8', roles: ['official'] } })).toEqual({
      ok: false,
      refusal: 'not_permitted',
    });
    expect(await executors()).toEqual(['telegram-7', 'telegram-7', 'telegram-7']);
  });
});
