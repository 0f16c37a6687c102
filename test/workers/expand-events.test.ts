import { expandEvents } from '../../workers/expand-events';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, anEvent, NOW } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

const submitted = anEvent('submitted-1');
const answered = anEvent('answered-1', { type: 'appeal.answered', by: 'telegram-7', facts: { ordinal: 1 } });
const returned = anEvent('returned-1', { type: 'appeal.returned_for_rework', facts: { text: 'Темно' } });
const counts = () => town.deps.notices.countByState();

describe('the notices of an appeal’s events', () => {
  it('are made once, however often the job runs', async () => {
    await town.deps.appeals.insert(anAppeal({ events: [submitted] }));
    await expandEvents(town.deps, 'draft-1');
    await expandEvents(town.deps, 'draft-1');
    expect(await counts()).toEqual({ waiting: 2 });
    expect(await town.deps.appeals.unexpandedEventIds('draft-1')).toEqual([]);
    expect(town.deps.jobs.delivered).toEqual(['-100']);
  });

  it('are made once when two processes do it at the same time', async () => {
    await town.deps.appeals.insert(anAppeal({ events: [submitted] }));
    await Promise.all([1, 2, 3].map(() => expandEvents(town.deps, 'draft-1')));
    expect(await counts()).toEqual({ waiting: 2 });
  });

  it('are made again after a crash before the event was marked, and stay the same', async () => {
    const appeal = anAppeal({ status: 'answered', events: [submitted, answered] });
    await town.deps.appeals.insert(appeal);
    const dying = { ...town.deps.appeals, markExpanded: () => Promise.reject(new Error('the power is out')) };
    const appeals = Object.assign(Object.create(town.deps.appeals), dying) as typeof town.deps.appeals;
    await expect(expandEvents({ ...town.deps, appeals }, 'draft-1')).rejects.toThrow('the power is out');
    await expandEvents(town.deps, 'draft-1');
    expect(await counts()).toEqual({ waiting: 4 });
  });

  it('leave the appeal’s revision alone', async () => {
    const appeal = anAppeal({ events: [submitted] });
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, 'draft-1');
    expect(await town.deps.appeals.find('draft-1')).toEqual(appeal);
  });

  it('tell a rework to the staff chat, the executor and the controllers', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'rework', events: [returned] }));
    await expandEvents(town.deps, 'draft-1');
    expect([...town.deps.jobs.delivered].sort()).toEqual(['-100', '50', '7']);
  });

  it('tell an executor who is the controller too once', async () => {
    const appeal = anAppeal({ status: 'rework', executorId: 'telegram-50', events: [returned] });
    await town.deps.appeals.insert(appeal);
    await expandEvents(town.deps, 'draft-1');
    expect(await counts()).toEqual({ waiting: 3 });
  });

  it('are due at once by day', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'answered', events: [answered] }));
    await expandEvents(town.deps, 'draft-1');
    expect((await town.deps.notices.find('answered-1-telegram.1-answered-0'))?.dueAt).toEqual(NOW);
  });

  it.each([
    ['2026-11-20T21:00:00Z', '2026-11-21T07:00:00Z', '23:00 waits for nine in the morning'],
    ['2026-11-20T18:00:00Z', '2026-11-21T07:00:00Z', '20:00 is night already'],
    ['2026-11-20T17:59:00Z', '2026-11-20T17:59:00Z', '19:59 is not'],
    ['2026-11-20T01:00:00Z', '2026-11-20T07:00:00Z', '3:00 waits for the same morning'],
  ])('made at %s reach the citizen at %s: %s', async (at, dueAt) => {
    town.isNow(new Date(at));
    await town.deps.appeals.insert(anAppeal({ status: 'answered', events: [answered] }));
    await expandEvents(town.deps, 'draft-1');
    const toCitizen = await town.deps.notices.find('answered-1-telegram.1-answered-0');
    const toStaff = await town.deps.notices.find('answered-1-telegram.-100-card-0');
    expect(toCitizen?.dueAt).toEqual(new Date(dueAt));
    expect(toStaff?.dueAt).toEqual(new Date(at));
  });

  it('of a newer version wait for it, and those after it do not', async () => {
    const newer = anEvent('newer-1', { type: 'appeal.sung_about' as never });
    await town.deps.appeals.insert(anAppeal({ status: 'answered', events: [newer, answered] }));
    await expandEvents(town.deps, 'draft-1');
    expect(await town.deps.appeals.unexpandedEventIds('draft-1')).toEqual(['newer-1']);
    expect((await town.deps.notices.find('answered-1-telegram.1-answered-0'))?.state).toBe('waiting');
  });

  it('are none for an appeal that is not there', async () => {
    await expandEvents(town.deps, 'nowhere');
    expect(await counts()).toEqual({});
  });
});
