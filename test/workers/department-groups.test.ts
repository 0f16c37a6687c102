import { changed } from '../../domain/staff-group';
import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { settleGroups } from '../../workers/settle-groups';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, anEvent, minutes, onward } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const chat = (chatId: string) => ({ messenger: 'telegram', chatId });
const group = (chatId: string) => ({
  ...{ ...chat(chatId), department: 'light', desk: 'main' },
  ...{ isBound: true, isSettled: false, rev: 1 },
});
const deliver = async (...chatIds: string[]) => {
  for (const chatId of chatIds) await deliverNotices(town.deps, chat(chatId));
};
const saidTo = (chatId: string) => town.deps.messenger.saidTo(chatId).map(({ screen }) => screen.text);

describe('the cards of a department', () => {
  const appeal = anAppeal();

  it('go to its group as soon as it is bound, and say so where they were', async () => {
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, appeal.id);
    await deliver('-100');
    expect(saidTo('-100')).toHaveLength(1);
    await town.deps.staffGroups.insert(group('-200'));
    await settleGroups(town.deps);
    await settleGroups(town.deps);
    await deliver('-200', '-100');
    expect(saidTo('-200')[0]).toContain(appeal.number);
    expect(saidTo('-200')).toHaveLength(1);
    const [left] = town.deps.messenger.edited;
    expect(left).toMatchObject({ to: { chatId: '-100' } });
    expect(left?.screen.text).toContain('Міськсвітло');
    expect(left?.screen.choices ?? []).toEqual([]);
  });

  it('come back whole when the group leaves its desk', async () => {
    await town.deps.staffGroups.insert(group('-200'));
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, appeal.id);
    await deliver('-200');
    await town.deps.staffGroups.save({ ...group('-200'), isBound: false, rev: 2 });
    await settleGroups(town.deps);
    await deliver('-100', '-200');
    await town.deps.staffGroups.save({ ...group('-200'), rev: 3 });
    await settleGroups(town.deps);
    await deliver('-100', '-200');
    const again = town.deps.messenger.edited.filter(({ to }) => to.chatId === '-200').at(-1);
    expect(again?.screen.choices?.length).toBeGreaterThan(0);
  });

  it('leave a group that is bound to another department', async () => {
    await town.deps.staffGroups.insert({ ...group('-200'), isSettled: true });
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, appeal.id);
    await deliver('-200');
    await town.deps.staffGroups.save(changed(group('-200'), { department: 'roads' }));
    await settleGroups(town.deps);
    await deliver('-100', '-200');
    expect(saidTo('-100')[0]).toContain(appeal.number);
    const left = town.deps.messenger.edited.filter(({ to }) => to.chatId === '-200').at(-1);
    expect(left?.screen.choices ?? []).toEqual([]);
    expect(await town.deps.staffGroups.find(chat('-200'))).not.toHaveProperty('formerDepartments');
  });

  it('wait for a moderator in the staff chat, and go on to the group when it is taken', async () => {
    await town.deps.staffGroups.insert(group('-200'));
    const doubtful = anAppeal({ needsModerator: true });
    await town.deps.appeals.insert(doubtful);
    await expandEvents(town.deps, doubtful.id);
    await deliver('-100', '-200');
    expect([saidTo('-100').length, saidTo('-200').length]).toEqual([1, 0]);
    const taken = anEvent('event-2', { type: 'appeal.taken', by: 'telegram-7' });
    await town.deps.appeals.save(
      onward(doubtful, taken, { needsModerator: false, status: 'in_progress', executorId: 'telegram-7' }),
    );
    await expandEvents(town.deps, doubtful.id);
    await deliver('-100', '-200');
    expect(saidTo('-200')).toHaveLength(1);
    expect(town.deps.messenger.edited.at(-1)).toMatchObject({ to: { chatId: '-100' } });
  });

  it('reach the staff chat when the group cannot be written to, and a moderator hears of it once', async () => {
    await town.deps.staffGroups.insert(group('-200'));
    for (const id of ['draft-1', 'draft-2']) {
      const number = `2026-00000${id.slice(-1)}`;
      await town.deps.appeals.insert(anAppeal({ id, number, events: [anEvent(`event-${id}`)] }));
      await expandEvents(town.deps, id);
    }
    town.deps.messenger.willEnd({ result: 'unreachable' });
    await deliver('-200', '-100', '50');
    expect(saidTo('-100').map((text) => /2026-00000\d/.exec(text)?.[0]).sort()).toEqual(['2026-000001', '2026-000002']); // prettier-ignore
    expect(saidTo('50')).toHaveLength(1);
    expect(saidTo('50')[0]).toContain('Міськсвітло');
    expect(saidTo('-200')).toHaveLength(0);
  });

  it('are not lost from sight by a worker that dies before the moderators are told of their group', async () => {
    await town.deps.staffGroups.insert(group('-200'));
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, appeal.id);
    jest.spyOn(town.deps.notices, 'insert').mockRejectedValueOnce(new Error('killed'));
    town.deps.messenger.willEnd({ result: 'unreachable' }, { result: 'unreachable' });
    await deliver('-200');
    town.isNow(minutes(1));
    await deliver('-200', '50');
    expect(saidTo('50')).toHaveLength(1);
    expect(saidTo('50')[0]).toContain('Міськсвітло');
  });

  it('are missed in the staff chat itself only until a moderator, told once, lets us in again', async () => {
    for (const id of ['draft-1', 'draft-2']) {
      const number = `2026-00000${id.slice(-1)}`;
      await town.deps.appeals.insert(anAppeal({ id, number, events: [anEvent(`event-${id}`)] }));
      await expandEvents(town.deps, id);
    }
    town.deps.messenger.willEnd({ result: 'unreachable' }, { result: 'unreachable' });
    await deliver('-100', '50');
    expect(saidTo('50')).toHaveLength(1);
    expect(saidTo('50')[0]).toContain('службового чату');
    await town.deps.notices.retryUnreachable(chat('-100'), town.deps.clock());
    await deliver('-100');
    expect(saidTo('-100')).toHaveLength(2);
  });

  it('wait while the staff chat lets us write nothing, and come, once, when it does again', async () => {
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, appeal.id);
    const muted = { result: 'unreachable', isForNow: true } as const;
    town.deps.messenger.willEnd(muted);
    await deliver('-100', '50');
    expect(saidTo('50')[0]).toContain('Усе, що туди йде, чекає');
    for (const [at, times] of [
      [9, 0],
      [11, 1],
      [30, 1],
    ] as const) {
      town.isNow(minutes(at));
      await deliver('-100');
      expect(saidTo('-100')).toHaveLength(times);
    }
    expect(await town.deps.notices.countByState()).not.toHaveProperty('waiting');
  });

  it('are not sent to and fro where the staff chat itself was once bound as a group', async () => {
    await town.deps.staffGroups.insert(group('-100'));
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, appeal.id);
    town.deps.messenger.willEnd({ result: 'unreachable' });
    await deliver('-100', '50', '-100');
    expect(await town.deps.notices.countByState()).toMatchObject({ skipped: 2 });
    expect(saidTo('50')[0]).toContain('службового чату');
    expect(saidTo('-100')).toEqual([]);
  });

  it('and their notes go together', async () => {
    await town.deps.staffGroups.insert(group('-200'));
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, appeal.id);
    const added = anEvent('event-2', { type: 'appeal.detail_added', facts: { text: 'Знову темно' } });
    await town.deps.appeals.save(onward(appeal, added));
    await expandEvents(town.deps, appeal.id);
    await deliver('-200');
    expect(saidTo('-200').join()).toContain('Знову темно');
    expect(saidTo('-100')).toHaveLength(0);
  });
});
