import { RedisTries } from '../../../infra/redis/redis-tries';
import { openRedis } from '../stores';

let store: Awaited<ReturnType<typeof openRedis>>;
beforeAll(async () => void (store = await openRedis()));
afterAll(() => store.close());

describe('tries', () => {
  it('are ten an hour for each, and are forgotten by themselves', async () => {
    const tries = new RedisTries(store.redis, { prefix: store.prefix });
    const taken = await Promise.all(Array.from({ length: 12 }, () => tries.take('telegram-7')));
    expect(taken.filter(Boolean)).toHaveLength(10);
    expect(await tries.take('telegram-8')).toBe(true);
    const leftMs = await store.redis.pttl(`${store.prefix}telegram-7`);
    expect(leftMs).toBeGreaterThan(3_500_000);
  });
});
