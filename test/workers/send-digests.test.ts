import type { Appeal } from '../../domain/appeal';
import { deliverNotices } from '../../workers/deliver-notices';
import { sendDigests } from '../../workers/send-digests';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, days } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** A Friday, and the Monday after it. */
const MORNING = new Date('2026-11-20T08:00:00Z');
const MONDAY = new Date('2026-11-23T08:00:00Z');
const [STAFF, ROADS, OFFICIAL, CONTROLLER] = ['-100', '-200', '7', '50'];
const CHATS = [STAFF, ROADS, OFFICIAL, CONTROLLER];

let count = 0;
async function waits(overrides: Partial<Appeal>): Promise<string> {
  count += 1;
  const id = `a${count}`;
  const number = `2026-${String(count).padStart(6, '0')}`;
  await town.deps.appeals.insert(anAppeal({ id, number, ...overrides }));
  return number;
}
async function deliverAll() {
  for (const chatId of CHATS) await deliverNotices(town.deps, { messenger: 'telegram', chatId });
}
/** The job runs every few seconds. */
async function morningOf(at: Date) {
  town.isNow(at);
  await sendDigests(town.deps);
  await sendDigests(town.deps);
  await deliverAll();
}
const heard = (chatId: string) => town.deps.messenger.saidTo(chatId).map(({ screen }) => screen.text);
const wishes = (id: string, wantsDigest: boolean) =>
  town.deps.citizens.insert(aCitizen({ id: `telegram-${id}`, chatId: id, wantsDigest }));
const employs = (id: string, role: 'official' | 'head', name?: string) =>
  town.deps.people.insert({ id: `telegram-${id}`, posts: [{ role, department: 'light' }], rev: 1, ...(name && { name }) }); // prettier-ignore

beforeEach(async () => {
  await town.begin();
  count = 0;
});

describe('the digest of a working morning', () => {
  it('tells each group what is late, due today and tomorrow, and returned there, by number', async () => {
    const place = { messenger: 'telegram', chatId: ROADS, department: 'roads', desk: 'main' };
    await town.deps.staffGroups.insert({ ...place, isBound: true, isSettled: true, rev: 1 });
    const late = await waits({ dueAt: days(-1) });
    const today = await waits({ dueAt: new Date('2026-11-20T20:00:00Z'), department: 'roads' });
    const tomorrow = await waits({ dueAt: new Date('2026-11-21T20:00:00Z') });
    const returned = await waits({ dueAt: days(9), status: 'rework' });
    const far = await waits({ dueAt: days(9) });
    await morningOf(MORNING);
    expect(heard(STAFF)).toHaveLength(1);
    expect(heard(STAFF)[0]).toMatch(
      new RegExp(
        `Прострочено: 1\\n.*${late}[^]*завтра: 1\\n.*${tomorrow}[^]*доопрацювання: 1\\n.*${returned}`,
      ),
    );
    expect(heard(STAFF)[0]).not.toContain(far);
    expect(heard(STAFF)[0]).not.toContain('ліхтар');
    expect(heard(ROADS)).toEqual([expect.stringMatching(new RegExp(`сьогодні: 1\\n.*${today}`))]);
  });

  it.each([
    ['before offices open', '2026-11-20T05:30:00Z'],
    ['while citizens’ notices still sleep', '2026-11-20T06:30:00Z'],
    ['after hours', '2026-11-20T16:00:00Z'],
    ['on Saturday', '2026-11-21T09:00:00Z'],
  ])('is silent %s', async (_when, at) => {
    await waits({ dueAt: days(-1) });
    await morningOf(new Date(at));
    expect(heard(STAFF)).toEqual([]);
    expect(heard(CONTROLLER)).toEqual([]);
  });

  it('comes once a day and the next working day again', async () => {
    await waits({ dueAt: days(-1) });
    await morningOf(MORNING);
    await morningOf(new Date(MORNING.getTime() + 3 * 3_600_000));
    expect(heard(STAFF)).toHaveLength(1);
    await morningOf(MONDAY);
    expect(heard(STAFF)).toHaveLength(2);
  });

  it('is not sent when there is nothing to say, and not made up for later that day', async () => {
    await morningOf(MORNING);
    await waits({ dueAt: days(-1) });
    await morningOf(new Date(MORNING.getTime() + 3_600_000));
    expect(CHATS.flatMap(heard)).toEqual([]);
  });

  it('comes to an official who asked for it, about what is theirs alone', async () => {
    await employs(OFFICIAL, 'official');
    await wishes(OFFICIAL, true);
    const own = await waits({ dueAt: days(-1), status: 'in_progress', executorId: 'telegram-7' });
    const other = await waits({ dueAt: days(-1), status: 'in_progress', executorId: 'telegram-8' });
    await morningOf(MORNING);
    expect(heard(OFFICIAL)).toEqual([expect.stringContaining(own)]);
    expect(heard(OFFICIAL)[0]).not.toContain(other);
  });

  it('does not come to one who did not ask, or has no post any more', async () => {
    await employs(OFFICIAL, 'official');
    await waits({ dueAt: days(-1), status: 'in_progress', executorId: 'telegram-7' });
    await morningOf(MORNING);
    expect(heard(OFFICIAL)).toEqual([]);
    await wishes(OFFICIAL, true);
    town.isNow(MONDAY);
    await sendDigests(town.deps);
    await town.deps.people.save({ id: 'telegram-7', posts: [], rev: 2 });
    await deliverAll();
    expect(heard(OFFICIAL)).toEqual([]);
  });

  it('tells a controller what is late by the head who answers for it', async () => {
    await employs('60', 'head', 'Гончар П. І.');
    const [first, second] = [await waits({ dueAt: days(-1) }), await waits({ dueAt: days(-2) })];
    const nobodys = await waits({ dueAt: days(-1), department: 'roads' });
    await waits({ dueAt: days(1) });
    await morningOf(MORNING);
    expect(heard(CONTROLLER)).toHaveLength(1);
    expect(heard(CONTROLLER)[0]).toMatch(
      new RegExp(`Гончар П. І.[^]*: 2\\n.*(${second}, ${first})[^]*: 1\\n.*${nobodys}`),
    );
  });

  it('of days on which it could not come is not told afterwards', async () => {
    const controller = { messenger: 'telegram', chatId: '50' };
    const tuesday = new Date('2026-11-24T08:00:00Z');
    await waits({ dueAt: days(-1) });
    for (const at of [MORNING, MONDAY, tuesday]) {
      town.isNow(at);
      await sendDigests(town.deps);
      town.deps.messenger.willEnd({ result: 'unreachable' });
      await deliverNotices(town.deps, controller);
    }
    expect(heard(CONTROLLER)).toEqual([]);
    await town.deps.notices.retryUnreachable(controller, tuesday);
    await deliverNotices(town.deps, controller);
    expect(heard(CONTROLLER)).toHaveLength(1);
  });

  it('leaves a controller in peace who said no', async () => {
    await wishes(CONTROLLER, false);
    await waits({ dueAt: days(-1) });
    await morningOf(MORNING);
    expect(heard(CONTROLLER)).toEqual([]);
  });
});
