import type { Actor } from '../../domain/permissions';
import type { GroupTrouble, StaffGroup } from '../../domain/staff-group';
import { bindGroup, makeBindingCode, unbindGroup } from '../../use-cases/bind-group';
import { moveGroup, noteTrouble } from '../../use-cases/group-trouble';
import { staffChatFor } from '../../use-cases/staff-chat-for';
import { openTown, type Town } from '../support/a-town';
import { anAppeal } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const moderator: Actor = { id: 'telegram-50', roles: ['moderator'] };
const chat = (chatId: string) => ({ messenger: 'telegram', chatId });

async function codeFor(department = 'light', desk = 'main', actor = moderator): Promise<string> {
  const made = await makeBindingCode(town.deps, {
    actor,
    department,
    desk,
    commandId: `${department}-${desk}`,
  });
  if (!made.ok) throw new Error(made.refusal);
  return made.code;
}

const binds = (chatId: string, code: string, commandId = `bind-${chatId}`) =>
  bindGroup(town.deps, { personId: 'telegram-7', chat: chat(chatId), code, commandId });
const homeOf = async (overrides: Parameters<typeof anAppeal>[0] = {}) =>
  (await staffChatFor(town.deps, anAppeal(overrides)))?.chatId;

describe('a department’s group', () => {
  it('gets its cards from the moment it is bound, once by a code', async () => {
    expect(await homeOf()).toBe('-100');
    const code = await codeFor();
    expect(await binds('-200', code)).toEqual({ ok: true, department: 'light', desk: 'main' });
    expect(await homeOf()).toBe('-200');
    expect(await homeOf({ department: 'roads' })).toBe('-100');
    expect(await binds('-200', code)).toMatchObject({ ok: true });
    expect(await binds('-300', code)).toEqual({ ok: false, refusal: 'no_such_code' });
  });

  it('is bound to one desk by one of many who try at once', async () => {
    const code = await codeFor();
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, index) => binds(`-20${index}`, code)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await town.deps.staffGroups.bound('light')).toHaveLength(1);
  });

  it('takes the place of the one before, and leaves by a moderator’s word', async () => {
    await binds('-200', await codeFor());
    await binds('-300', await codeFor());
    expect((await town.deps.staffGroups.bound('light')).map(({ chatId }) => chatId)).toEqual(['-300']);
    const about = { department: 'light', desk: 'main', commandId: 'unbind' };
    expect(await unbindGroup(town.deps, { actor: { id: 'telegram-7', roles: ['head'] }, ...about })).toBe(
      'not_permitted',
    );
    expect(await unbindGroup(town.deps, { actor: moderator, ...about })).toBe('unbound');
    expect(await unbindGroup(town.deps, { actor: moderator, ...about })).toBe('no_such_desk');
    expect(await homeOf()).toBe('-100');
  });

  it('is bound by no code whose maker steers no more', async () => {
    const left: Actor = { id: 'telegram-51', roles: ['moderator'] };
    expect(await binds('-200', await codeFor('light', 'main', left))).toEqual({
      ok: false,
      refusal: 'no_such_code',
    });
    expect(await homeOf()).toBe('-100');
  });

  it('is never the staff chat itself, under whichever id, and the code stays good', async () => {
    const code = await codeFor();
    const refused = { ok: false, refusal: 'staff_chat' };
    expect(await binds('-100', code)).toEqual(refused);
    await moveGroup(town.deps, chat('-100'), '-1001');
    expect(await binds('-1001', code)).toEqual(refused);
    expect(await town.deps.staffGroups.bound('light')).toEqual([]);
    expect(await binds('-200', code)).toMatchObject({ ok: true });
  });

  it('is refused to who may not make codes, and for desks that are not', async () => {
    const about = { department: 'light', desk: 'main', commandId: 'x' };
    const refused = { ok: false, refusal: 'not_permitted' };
    expect(
      await makeBindingCode(town.deps, { actor: { id: 'telegram-7', roles: ['head'] }, ...about }),
    ).toEqual(refused);
    const none = await makeBindingCode(town.deps, { actor: moderator, ...about, desk: 'moon' });
    expect(none).toEqual({ ok: false, refusal: 'no_such_desk' });
  });

  it('keeps its desk when it becomes a supergroup', async () => {
    await binds('-200', await codeFor());
    await moveGroup(town.deps, chat('-200'), '-1009');
    await moveGroup(town.deps, chat('-200'), '-1009');
    expect(await homeOf()).toBe('-1009');
    expect((await town.deps.staffGroups.bound('light')).map(({ chatId }) => chatId)).toEqual(['-1009']);
  });

  it('in trouble is told of once; its cards come back when it is mended', async () => {
    await binds('-200', await codeFor());
    const told: (GroupTrouble | undefined)[] = [];
    const tell = (_id: string, { trouble }: StaffGroup) => Promise.resolve(void told.push(trouble));
    const [removed, unreachable] = [{ trouble: 'removed', tell } as const, { trouble: 'unreachable', tell } as const]; // prettier-ignore
    expect(await noteTrouble(town.deps, chat('-200'), removed)).toMatchObject({ trouble: 'removed' });
    expect(await noteTrouble(town.deps, chat('-200'), unreachable)).toBeUndefined();
    expect(await homeOf()).toBe('-100');
    expect(await noteTrouble(town.deps, chat('-200'), { tell })).toBeDefined();
    expect(await homeOf()).toBe('-200');
    expect(await noteTrouble(town.deps, chat('-999'), removed)).toBeUndefined();
    expect(told).toEqual(['removed', undefined]);
  });
});
