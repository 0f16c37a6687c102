import { RedisBudget } from '../../../infra/redis/redis-budget';
import { connectRedis } from '../../../infra/redis/connect-redis';
import { TELEGRAM_LIMITS } from '../../../infra/redis/sending-limits';
import { DEAD_PORT, openRedis, pause, silent } from '../stores';

let server: Awaited<ReturnType<typeof openRedis>>;
let count = 0;
beforeAll(async () => void (server = await openRedis()));
afterAll(() => server.close());

const aBudget = (limits = TELEGRAM_LIMITS) => {
  count += 1;
  return new RedisBudget(server.redis, { prefix: `${server.prefix}${count}:`, limits });
};
/** Windows that no machine outlasts by standing still: what is counted in them is counted in one. */
const LONG = { ...TELEGRAM_LIMITS, all: { most: 30, windowMs: 60_000 }, chat: { most: 3, windowMs: 60_000 } };
const toChat = (chatId: string, lane = 'reply') => ({ messenger: 'telegram', chatId, isGroup: false, lane });
const toGroup = (chatId: string, lane = 'reply') => ({ ...toChat(chatId, lane), isGroup: true });

async function takeAll(budget: RedisBudget, calls: ReturnType<typeof toChat>[]): Promise<number> {
  const waits = await Promise.all(calls.map((call) => budget.take(call)));
  return waits.filter((wait) => wait === 0).length;
}

/** A call was let go at some moment between these two. */
interface Sent {
  askedAt: number;
  toldAt: number;
}

/** The most that surely went in any window, wherever it begins. */
const mostWithin = (sent: readonly Sent[], ms: number): number =>
  Math.max(
    ...sent.map(
      ({ askedAt: from }) => sent.filter((one) => one.askedAt >= from && one.toldAt < from + ms).length,
    ),
  );

describe('the budget', () => {
  it('lets no more than 30 go to all chats in any second, from two processes', async () => {
    const [here, there] = [
      aBudget(),
      new RedisBudget(await server.again(), { prefix: `${server.prefix}${count}:` }),
    ];
    const sent: Sent[] = [];
    let chat = 0;
    const send = async (budget: RedisBudget): Promise<void> => {
      while (sent.length < 80) {
        chat += 1;
        const askedAt = performance.now();
        const wait = await budget.take(toChat(`chat-${chat}`));
        if (wait === 0) sent.push({ askedAt, toldAt: performance.now() });
        else await pause(Math.min(wait, 100));
      }
    };
    await Promise.all([send(here), send(here), send(there), send(there)]);
    expect(mostWithin(sent, 1000)).toBeLessThanOrEqual(30);
  });

  it('knows what went for as long as the clock of a rehearsal stands still', async () => {
    const prefix = `${server.prefix}rehearsal:`;
    const budget = new RedisBudget(server.redis, { prefix, clock: () => 1_764_000_000_000 });
    expect(
      await takeAll(
        budget,
        Array.from({ length: 4 }, () => toChat('still')),
      ),
    ).toBe(3);
    expect(await server.redis.pttl(`${prefix}telegram:still`)).toBeGreaterThan(60_000);
  });

  it('lets one private chat have a burst of three, then one a second on the whole', async () => {
    const budget = aBudget();
    const begunAt = performance.now();
    const sentAt: number[] = [];
    const waits: number[] = [];
    while (sentAt.length < 6) {
      const wait = await budget.take(toChat('1'));
      waits.push(wait);
      if (wait === 0) sentAt.push(performance.now() - begunAt);
      else await pause(wait);
    }
    expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
    expect(sentAt[3]).toBeGreaterThanOrEqual(3000);
    expect(waits.reduce((all, wait) => all + wait, 0)).toBeLessThan(6000);
    expect(await budget.take(toChat('2'))).toBe(0);
  });

  it('lets a group have 20 a minute', async () => {
    const quick = { ...TELEGRAM_LIMITS, chat: { most: 100, windowMs: 1000 } };
    const budget = new RedisBudget(server.redis, { prefix: `${server.prefix}group:`, limits: quick });
    const many = (lane: string) => Array.from({ length: 25 }, () => toGroup('-100', lane));
    expect(await takeAll(budget, many('reply'))).toBe(17);
    expect(await takeAll(budget, many('notice'))).toBe(2);
    expect(await takeAll(budget, many('broadcast'))).toBe(1);
    const wait = await budget.take(toGroup('-100'));
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_020);
  });

  it('always keeps something for replies, then for notices', async () => {
    const budget = aBudget(LONG);
    const calls = (lane: string) =>
      Array.from({ length: 40 }, (_, index) => toChat(`${lane}-${index}`, lane));
    expect(await takeAll(budget, calls('broadcast'))).toBe(24);
    expect(await takeAll(budget, calls('notice'))).toBe(3);
    expect(await takeAll(budget, calls('reply'))).toBe(3);
    expect(await takeAll(budget, calls('something-else'))).toBe(0);
  });

  it('starves nobody: a flood of replies leaves two notices and one broadcast a second', async () => {
    const budget = aBudget(LONG);
    const calls = (lane: string) =>
      Array.from({ length: 40 }, (_, index) => toChat(`${lane}-${index}`, lane));
    expect(await takeAll(budget, calls('reply'))).toBe(27);
    expect(await takeAll(budget, calls('notice'))).toBe(2);
    expect(await takeAll(budget, calls('broadcast'))).toBe(1);
    const wait = await budget.take(toChat('late', 'notice'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60_000);
  });

  it('waits as long as the messenger asked in that chat, the longer of two', async () => {
    const budget = aBudget();
    await budget.pause({ messenger: 'telegram', chatId: '1' }, 60_000);
    await budget.pause({ messenger: 'telegram', chatId: '1' }, 100);
    expect(await budget.take(toChat('1'))).toBeGreaterThan(40_000);
    expect(await budget.take(toChat('2'))).toBe(0);
    await budget.pause({ messenger: 'telegram', chatId: '3' }, 60);
    await pause(80);
    expect(await budget.take(toChat('3'))).toBe(0);
  });

  it('leaves no key behind for ever', async () => {
    const budget = aBudget(LONG);
    await budget.take(toGroup('-100'));
    await budget.pause({ messenger: 'telegram', chatId: '-100' }, 60_000);
    const keys = await server.redis.keys(`${server.prefix}${count}:*`);
    expect(keys).toHaveLength(6);
    for (const key of keys) expect(await server.redis.pttl(key)).toBeGreaterThan(0);
  });
});

describe('without Redis', () => {
  it('a process has a small allowance of its own', async () => {
    const link = connectRedis({ url: `redis://127.0.0.1:${DEAD_PORT}`, log: silent });
    const budget = new RedisBudget(link.redis);
    const asked = async () => {
      expect(await budget.take(toChat('1'))).toBe(0);
      expect(await budget.take(toChat('2'))).toBeGreaterThan(0);
      await budget.pause({ messenger: 'telegram', chatId: '3' }, 60_000);
      expect(await budget.take(toChat('3'))).toBeGreaterThan(40_000);
      return 'at once';
    };
    expect(await Promise.race([asked(), pause(2500)])).toBe('at once');
    await link.close();
  });
});
