import Redis from 'ioredis';
import { randomBytes } from 'node:crypto';
import { Queue } from 'bullmq';
import { createTicks } from '../../infra/queue-ticks';
import { createWorker, type Handlers } from '../../infra/queue-worker';
import { createJobs, NOTICES_QUEUE, TICKS_QUEUE, type ClosableJobs } from '../../infra/queues';
import { DEAD_PORT, pause, redisUrl, silent, until } from './stores';

const prefix = `test-${randomBytes(6).toString('hex')}`;
const done: unknown[] = [];
const said: string[] = [];
const log = {
  ...silent,
  warn: (_: unknown, words: string) => void said.push(words),
  error: (_: unknown, words: string) => void said.push(words),
};
const remember = (what: unknown) => {
  done.push(what);
  return Promise.resolve();
};
const handlers: Handlers = { expand: remember, deliver: remember, tick: remember };
const at = { redisUrl: '', prefix, log };

let redis: Redis;
let count = 0;
/** Settings with a queue of their own. */
const aQueue = () => {
  count += 1;
  return { ...at, prefix: `${prefix}-${count}` };
};
/** Makes jobs, and waits until they are in Redis: the connection stands by itself, in its own time. */
async function add(own: typeof at, wake: (jobs: ClosableJobs) => Promise<void>): Promise<void> {
  const jobs = createJobs(own);
  const waiting = () => redis.llen(`${own.prefix}:${NOTICES_QUEUE}:wait`);
  const before = await waiting();
  await until(async () => {
    await wake(jobs);
    return (await waiting()) > before;
  });
  await jobs.close();
}

beforeAll(() => {
  at.redisUrl = redisUrl();
  redis = new Redis(at.redisUrl);
});
beforeEach(() => {
  done.length = 0;
  said.length = 0;
});
afterAll(async () => {
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
  await redis.quit();
});

describe('a job', () => {
  it('carries ids to a worker and leaves nothing behind', async () => {
    const own = aQueue();
    await add(own, (jobs) => jobs.expandAppeal('appeal-1'));
    await add(own, (jobs) => jobs.deliverTo({ messenger: 'telegram', chatId: '-100' }));
    const worker = createWorker({ ...own, handlers, concurrency: 2 });
    await until(() => done.length > 1);
    expect(done).toContainEqual({ appealId: 'appeal-1' });
    expect(done).toContainEqual({ messenger: 'telegram', chatId: '-100' });
    await worker.close();
    expect(await redis.keys(`${own.prefix}:${NOTICES_QUEUE}:[0-9]*`)).toEqual([]);
  });

  it('with broken ids, or that nobody knows, is dropped; one that fails is logged', async () => {
    const own = aQueue();
    const queue = new Queue(NOTICES_QUEUE, { connection: redis, prefix: own.prefix });
    await queue.add('expand', { appealId: { $ne: '' } });
    await queue.add('no-such-job', {});
    await queue.add('deliver', { messenger: 'telegram', chatId: '1' }, { removeOnFail: true });
    const failing: Handlers = { ...handlers, deliver: () => Promise.reject(new Error('no luck')) };
    const worker = createWorker({ ...own, handlers: failing, concurrency: 1 });
    await until(() => said.length === 3);
    expect(said).toEqual([
      'a job with broken ids is dropped',
      'a job nobody knows is dropped',
      'a job failed',
    ]);
    expect(done).toEqual([]);
    await worker.close();
    await queue.close();
  });

  it('an older version left among the ticks is carried out', async () => {
    const own = aQueue();
    const queue = new Queue(TICKS_QUEUE, { connection: redis, prefix: own.prefix });
    await queue.add('expand', { appealId: 'appeal-1' });
    const worker = createWorker({ ...own, handlers, concurrency: 1 });
    await until(() => done.length > 0);
    expect(done).toEqual([{ appealId: 'appeal-1' }]);
    await worker.close();
    await queue.close();
  });

  it('is no trouble to anybody while Redis is away', async () => {
    const jobs = createJobs({ ...at, redisUrl: `redis://127.0.0.1:${DEAD_PORT}` });
    const asked = async () => {
      await jobs.expandAppeal('appeal-1');
      await jobs.deliverTo({ messenger: 'telegram', chatId: '1' });
      return 'at once';
    };
    expect(await Promise.race([asked(), pause(500)])).toBe('at once');
    await jobs.close();
  });
});

describe('a worker that is closed', () => {
  it('finishes what it has begun', async () => {
    let isFinished = false;
    const slow: Handlers = {
      ...handlers,
      expand: async (ids) => {
        done.push(ids);
        await pause(300);
        isFinished = true;
      },
    };
    const own = aQueue();
    await add(own, (jobs) => jobs.expandAppeal('slow'));
    const worker = createWorker({ ...own, handlers: slow, concurrency: 1 });
    await until(() => done.length > 0);
    await worker.close();
    expect(isFinished).toBe(true);
  });

  it('does not wait for ever', async () => {
    const stuck: Handlers = { ...handlers, expand: (ids) => (done.push(ids), new Promise(() => undefined)) };
    const own = aQueue();
    await add(own, (jobs) => jobs.expandAppeal('stuck'));
    const worker = createWorker({ ...own, handlers: stuck, concurrency: 1 });
    await until(() => done.length > 0);
    const begunAt = Date.now();
    await worker.close(200);
    expect(Date.now() - begunAt).toBeLessThan(7000);
  });
});

describe('ticks', () => {
  it('come once a period though two processes ask for them, and come back when Redis forgets', async () => {
    const own = aQueue();
    const asked = { ...own, everyMs: 300, names: ['sweep'] };
    const [one, other] = [createTicks(asked), createTicks(asked)];
    const worker = createWorker({ ...own, handlers, concurrency: 1 });
    await until(() => done.length > 0);
    const from = Date.now();
    done.length = 0;
    await pause(1500);
    await until(() => done.length >= 3);
    expect(done.length).toBeLessThanOrEqual((Date.now() - from) / asked.everyMs + 1);
    expect(done[0]).toEqual({ name: 'sweep' });

    await redis.del(...(await redis.keys(`${own.prefix}:*`)));
    await pause(400);
    const third = createTicks(asked);
    done.length = 0;
    await until(() => done.length > 1);
    await Promise.all([one, other, third].map((ticks) => ticks.close()));
    await worker.close();
  });

  it('come at once when the connection stands, however long the period is', async () => {
    const own = aQueue();
    const worker = createWorker({ ...own, handlers, concurrency: 1 });
    done.length = 0;
    const ticks = createTicks({ ...own, everyMs: 3_600_000, names: [], atOnce: ['sweep'] });
    await until(() => done.length > 0);
    expect(done).toEqual([{ name: 'sweep' }]);
    await ticks.close();
    await worker.close();
  });

  it('come at once when Redis has forgotten them, however long the period is', async () => {
    const own = aQueue();
    const worker = createWorker({ ...own, handlers, concurrency: 1 });
    const hour = { everyMs: 3_600_000, names: ['remind'], checkMs: 200 };
    const swept = () => JSON.stringify(done).includes('sweep');
    done.length = 0;
    const ticks = createTicks({ ...own, ...hour, atOnce: ['sweep'] });
    await until(swept);
    await pause(300);
    done.length = 0;
    await redis.del(...(await redis.keys(`${own.prefix}:*`)));
    await until(swept);
    await ticks.close();
    await worker.close();
  });

  it('come again soon after a wrong clock put them an hour ahead', async () => {
    const own = aQueue();
    const worker = createWorker({ ...own, handlers, concurrency: 1 });
    const ticks = createTicks({ ...own, everyMs: 300, names: ['sweep'], checkMs: 300 });
    await until(() => done.length > 1);
    const key = (name: string) => `${own.prefix}:${TICKS_QUEUE}:${name}`;
    await redis
      .multi()
      .zadd(key('repeat'), Date.now() + 3_600_000, 'tick-sweep')
      .del(key('delayed'))
      .exec();
    await pause(200);
    done.length = 0;
    await until(() => done.length > 2);
    await ticks.close();
    await worker.close();
  });

  it('that Redis does not take are said loudly, and come once it does', async () => {
    const own = aQueue();
    const user = `full-${randomBytes(4).toString('hex')}`;
    await redis.acl('SETUSER', user, 'on', '>secret', '~*', '+@all', '-@write');
    const full = new URL(at.redisUrl);
    [full.username, full.password] = [user, 'secret'];
    const worker = createWorker({ ...own, handlers, concurrency: 1 });
    const sweep = { everyMs: 300, names: ['sweep'], checkMs: 200 };
    const ticks = createTicks({ ...own, ...sweep, redisUrl: full.href });
    await until(() => said.includes('Redis takes no ticks: nothing is looked after until it does'));
    expect(done).toEqual([]);
    await redis.acl('SETUSER', user, '+@write');
    await until(() => done.length > 0);
    await ticks.close();
    await worker.close();
    await redis.acl('DELUSER', user);
  });

  it('owed at the start come when Redis takes them, though the schedule stands', async () => {
    const own = aQueue();
    const hour = { ...own, everyMs: 3_600_000, names: ['remind'], checkMs: 200 };
    const standing = createTicks(hour);
    await until(async () => (await redis.zcard(`${own.prefix}:${TICKS_QUEUE}:repeat`)) > 0);
    const user = `full-${randomBytes(4).toString('hex')}`;
    await redis.acl('SETUSER', user, 'on', '>secret', '~*', '+@all', '-@write');
    const full = new URL(at.redisUrl);
    [full.username, full.password] = [user, 'secret'];
    const ticks = createTicks({ ...hour, atOnce: ['sweep'], redisUrl: full.href });
    await until(() => said.includes('Redis takes no ticks: nothing is looked after until it does'));
    await redis.acl('SETUSER', user, '+@write');
    const worker = createWorker({ ...own, handlers, concurrency: 1 });
    await until(() => JSON.stringify(done).includes('sweep'));
    await Promise.all([ticks.close(), standing.close()]);
    await worker.close();
    await redis.acl('DELUSER', user);
  });

  it('come though all that is told hangs', async () => {
    const own = aQueue();
    const stuck: Handlers = { ...handlers, deliver: () => new Promise(() => undefined) };
    await add(own, (jobs) => jobs.deliverTo({ messenger: 'telegram', chatId: '1' }));
    const worker = createWorker({ ...own, handlers: stuck, concurrency: 1 });
    const ticks = createTicks({ ...own, everyMs: 300, names: ['watch-ages'] });
    await until(() => done.length > 2);
    await ticks.close();
    await worker.close(200);
  });

  it('of one name come one at a time, and wait for no other name', async () => {
    const own = aQueue();
    const begun: string[] = [];
    const count = (asked: string) => begun.filter((name) => name === asked).length;
    let finish = (): void => undefined;
    const isSwept = new Promise<void>((resolve) => (finish = resolve));
    const tick = ({ name }: { name: string }) => {
      begun.push(name);
      return name === 'sweep' ? isSwept : Promise.resolve();
    };
    const worker = createWorker({ ...own, handlers: { ...handlers, tick }, concurrency: 1 });
    const ticks = createTicks({ ...own, everyMs: 300, names: ['sweep', 'watch-ages'] });
    await until(() => count('sweep') > 0 && count('watch-ages') > 4);
    expect(count('sweep')).toBe(1);
    finish();
    await until(() => count('sweep') > 1);
    await ticks.close();
    await worker.close();
  });
});
