import { deliverNotices } from '../../workers/deliver-notices';
import { watchQueue } from '../../workers/watch-queue';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, days, minutes } from '../support/builders';
import { city } from '../support/sample-city';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.begin());

const MODERATOR = '50';
const { size, ageHours } = city.queueAlerts;

async function ticksAt(at: Date) {
  town.isNow(at);
  await watchQueue(town.deps);
  await watchQueue(town.deps);
  await deliverNotices(town.deps, { messenger: 'telegram', chatId: MODERATOR });
}
const heard = (words: RegExp) =>
  town.deps.messenger.saidTo(MODERATOR).filter(({ screen }) => words.test(screen.text)).length;

async function file(count: number, from = 0) {
  for (let index = from; index < from + count; index += 1)
    await town.deps.appeals.insert(anAppeal({ id: `a${index}`, number: `2026-${index}` }));
}
async function take(count: number, from = 0) {
  for (let index = from; index < from + count; index += 1) {
    const appeal = (await town.deps.appeals.find(`a${index}`))!;
    await town.deps.appeals.save({ ...appeal, status: 'in_progress', executorId: 'telegram-7', rev: 2 });
  }
}

describe('a queue that grows', () => {
  it('is told to the moderators once each time it crosses the threshold', async () => {
    await file(size);
    await ticksAt(minutes(1));
    expect(heard(/Черга зросла/)).toBe(0);
    await file(1, size);
    await ticksAt(minutes(2));
    await ticksAt(minutes(3));
    expect(heard(new RegExp(`Черга зросла[^]*${size + 1}`))).toBe(1);
    await take(1);
    await ticksAt(minutes(4));
    await file(1, size + 1);
    await ticksAt(minutes(5));
    expect(heard(/Черга зросла/)).toBe(1);
    const most = Math.ceil(size * 0.3);
    await take(most, 1);
    await ticksAt(minutes(6));
    await file(most, size + 2);
    await ticksAt(minutes(7));
    expect(heard(/Черга зросла/)).toBe(2);
  });
});

describe('a queue that ages', () => {
  it('is told once, by day, with who waits longest, and again when it ages anew', async () => {
    await file(1);
    const old = days(ageHours / 24 + 0.01);
    await ticksAt(old);
    await ticksAt(minutes(ageHours * 60 + 60));
    expect(heard(/чекає від 20 листопада/)).toBe(1);
    await take(1);
    await ticksAt(days(ageHours / 24 + 1));
    await file(1, 1);
    await ticksAt(days(ageHours / 24 + 1.1));
    expect(heard(/чекає від/)).toBe(2);
  });

  it('lets moderators sleep, and says nothing in the morning of what was taken meanwhile', async () => {
    await file(1);
    const night = new Date('2026-11-25T01:00:00Z');
    await ticksAt(night);
    expect(heard(/чекає від/)).toBe(0);
    await take(1);
    await ticksAt(new Date('2026-11-25T09:00:00Z'));
    expect(heard(/чекає від/)).toBe(0);
  });
});
