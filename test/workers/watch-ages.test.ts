import { aNotice } from '../../domain/notices';
import { createTicks } from '../../infra/queue-ticks';
import { createWorker } from '../../infra/queue-worker';
import { createJobs } from '../../infra/queues';
import type { SendResult } from '../../messengers/messenger';
import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { sweep } from '../../workers/sweep';
import { watchAges } from '../../workers/watch-ages';
import { openRedis, redisUrl, silent, until } from '../infra/stores';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, anEvent, minutes, NOW } from '../support/builders';

let town: Town;
let redis: Awaited<ReturnType<typeof openRedis>>;
beforeAll(async () => {
  town = await openTown();
  redis = await openRedis();
});
afterAll(async () => {
  await town.close();
  await redis.close();
});
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

const TICKS = { sweep, 'watch-ages': watchAges };
const controller = { messenger: 'telegram', chatId: '50' };
const chat = (chatId: string) => ({ messenger: 'telegram', chatId });
const waiting = (chatId: string) => ({
  ...aNotice('screen', chat(chatId), { eventId: 'event-1' }, { now: NOW, dueAt: NOW }),
  screen: { text: 'Готово' },
});
const isAlarmed = () => town.logged.some(({ message }) => message === 'a notice waits too long');

describe('the alarm', () => {
  it('comes while every delivery hangs, of a job and of the sweep', async () => {
    const { deps } = town;
    let begun = 0;
    let release = (): void => undefined;
    const silence = new Promise<void>((resolve) => (release = resolve));
    deps.messenger.send = async () => {
      begun += 1;
      await silence;
      return { result: 'later' };
    };
    await deps.notices.insert(['1', '2', '3'].map(waiting));
    town.isNow(minutes(5));
    const own = { redisUrl: redisUrl(), prefix: redis.prefix, log: silent };
    const handlers = {
      expand: ({ appealId }: { appealId: string }) => expandEvents(deps, appealId),
      deliver: (to: { messenger: string; chatId: string }) => deliverNotices(deps, to),
      tick: ({ name }: { name: string }) => TICKS[name as keyof typeof TICKS](deps),
    };
    const jobs = createJobs(own);
    const worker = createWorker({ ...own, handlers, concurrency: 1 });
    await until(async () => {
      await jobs.deliverTo(chat('1'));
      return begun === 1;
    });
    const ticks = createTicks({ ...own, everyMs: 300, names: Object.keys(TICKS) });
    await until(() => begun === 3);
    town.logged.length = 0;
    await until(isAlarmed);
    await ticks.close();
    release();
    await jobs.close();
    await worker.close();
  });

  it('is about an event that gets no notices, to the operator’s own address too', async () => {
    await town.deps.appeals.insert(anAppeal({ events: [anEvent('event-0', { at: NOW })] }));
    const told: unknown[] = [];
    const tellOutside = (alarm: object) => Promise.resolve(void told.push(alarm));
    for (const count of [4, 4.5]) {
      town.isNow(minutes(count));
      await watchAges({ ...town.deps, tellOutside });
      expect(told).toEqual(count === 4 ? [] : [{ alarm: 'event_waits', everyMs: 3_600_000, ageMs: 270_000 }]);
    }
    expect(town.logged).toContainEqual({
      level: 'error',
      message: 'an event has had no notices for too long',
    });
    await deliverNotices(town.deps, controller);
    expect(town.deps.messenger.saidTo('50')[0]?.screen.text).toContain('не перетворюються на сповіщення');
  });

  it('is silent while nothing waits', async () => {
    await watchAges(town.deps);
    expect(town.logged).toEqual([]);
    expect(town.deps.messenger.sent).toEqual([]);
  });

  it.each<[SendResult]>([[{ result: 'busy', retryAfterMs: 40_000 }], [{ result: 'later' }]])(
    'comes within five minutes about a notice that is put off again and again: %j',
    async (ending) => {
      await town.deps.notices.insert([waiting('1')]);
      const { messenger } = town.deps;
      const send = messenger.send.bind(messenger);
      messenger.send = (to, ...said) => (to.chatId === '1' ? Promise.resolve(ending) : send(to, ...said));
      for (let at = 0; at <= 5; at += 0.25) {
        town.isNow(minutes(at));
        await sweep(town.deps);
        await watchAges(town.deps);
        if (at === 4) expect(messenger.saidTo('50')).toEqual([]);
      }
      expect(messenger.saidTo('50').map(({ screen }) => screen.text)).toEqual([
        expect.stringContaining('чекає'),
      ]);
    },
  );

  it('is about a notice somebody holds too long, and is told once in an hour', async () => {
    await town.deps.notices.insert([waiting('1')]);
    await town.deps.notices.leaseNext(chat('1'), NOW, minutes(60));
    town.isNow(minutes(4));
    await watchAges(town.deps);
    expect(town.logged).toEqual([]);
    town.isNow(minutes(4.5));
    await watchAges(town.deps);
    await watchAges(town.deps);
    expect(town.logged.filter(({ message }) => message === 'a notice waits too long')).toHaveLength(2);
    await deliverNotices(town.deps, controller);
    const told = town.deps.messenger.saidTo('50');
    expect(told).toHaveLength(1);
    expect(told[0]?.screen.text).toContain('чекає');
  });

  it('that could not reach anybody for hours is not told: a newer one says it', async () => {
    const { notices, messenger } = town.deps;
    await notices.insert([waiting('1')]);
    for (let hour = 1; hour <= 8; hour += 1) {
      town.isNow(minutes(hour * 60));
      await watchAges(town.deps);
      messenger.willEnd({ result: 'unreachable' });
      await deliverNotices(town.deps, controller);
    }
    town.isNow(minutes(510));
    await notices.retryUnreachable(controller, minutes(510));
    await deliverNotices(town.deps, controller);
    expect(messenger.saidTo('50')).toHaveLength(3);
  });

  it('about notices that always break says how many, and hides none that begins to wait after them', async () => {
    const { notices, messenger } = town.deps;
    await notices.insert([waiting('1'), waiting('2')]);
    for (const { id, dueAt } of [waiting('1'), waiting('2')])
      await notices.postpone({ id, dueAt }, { dueAt, remark: 'broken', isAttempt: true });
    for (let at = 5; at <= 110; at += 15) {
      town.isNow(minutes(at));
      await watchAges(town.deps);
      await deliverNotices(town.deps, controller);
    }
    expect(messenger.saidTo('50').map(({ screen }) => screen.text)).toEqual([
      expect.stringMatching(/не може надіслати: 2\./),
    ]);
    await notices.insert([{ ...waiting('3'), dueAt: minutes(100) }]);
    await watchAges(town.deps);
    await deliverNotices(town.deps, controller);
    expect(messenger.saidTo('50').at(-1)?.screen.text).toContain('чекає');
  });
});

describe('the alarm about what was put aside', () => {
  const moderator = { messenger: 'telegram', chatId: '60' };
  const heard = async () => {
    await deliverNotices(town.deps, moderator);
    return town.deps.messenger.saidTo('60').map(({ screen }) => screen.text);
  };
  beforeEach(async () => {
    await town.deps.people.insert({ id: 'telegram-60', posts: [{ role: 'moderator' }], rev: 1 });
    for (const id of ['q1', 'q2'])
      await town.deps.quarantine.put({ id, at: NOW, what: {}, problem: 'it broke' });
  });

  it('comes to the moderators with how many wait and what to do, not at each look', async () => {
    const told: unknown[] = [];
    const tellOutside = (alarm: object) => Promise.resolve(void told.push(alarm));
    for (let at = 0; at < 2; at += 0.25) {
      town.isNow(minutes(at));
      await watchAges({ ...town.deps, tellOutside });
    }
    expect(await heard()).toEqual([expect.stringMatching(/не зміг обробити: 2\.[^]*\/quarantine/)]);
    expect(told[0]).toEqual({ alarm: 'quarantine', everyMs: 10_800_000, ageMs: 0 });
  });

  it('comes again while something waits; what the night brought comes once, in the morning', async () => {
    for (let at = 9 * 60; at < 21 * 60; at += 30) {
      town.isNow(minutes(at));
      await watchAges(town.deps);
      expect(await heard()).toEqual([]);
    }
    town.isNow(minutes(21 * 60));
    await watchAges(town.deps);
    expect(await heard()).toHaveLength(1);
  });

  it('is not told when a moderator has settled everything meanwhile', async () => {
    await watchAges(town.deps);
    for (const id of ['q1', 'q2'])
      await town.deps.quarantine.settle(id, { state: 'retried', by: 'telegram-50', at: NOW });
    expect(await heard()).toEqual([]);
  });
});
