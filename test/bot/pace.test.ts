import { createPace, ownPace } from '../../bot/pace';
import { RedisLimits } from '../../infra/redis/redis-limits';
import { openRedis } from '../infra/stores';

describe('the pace of a person', () => {
  it('is asked to slow down once a minute, each person for themselves', () => {
    const isHasty = ownPace(3);
    const at = [0, 10, 20, 30, 40, 59_999, 60_000, 60_001, 60_002, 60_003];
    expect(at.map((ms) => isHasty('telegram-1', ms))).toEqual([
      ...[false, false, false, true, false, false],
      ...[false, false, false, true],
    ]);
    expect(isHasty('telegram-2', 60_004)).toBe(false);
  });

  it('is one over two processes, with keys that end', async () => {
    const { redis, prefix, close } = await openRedis();
    const paces = [0, 1].map(() => createPace(new RedisLimits(redis, { prefix }), 3));
    const said: boolean[] = [];
    for (let count = 0; count < 8; count += 1) said.push(await paces[count % 2]!('telegram-1', count));
    expect(said).toEqual([false, false, false, true, false, false, false, false]);
    for (const key of await redis.keys(`${prefix}*`)) expect(await redis.pttl(key)).toBeGreaterThan(0);
    await close();
  });

  it('is counted by each process alone while nobody can be asked', async () => {
    const isHasty = createPace({ allows: () => Promise.reject(new Error('away')) }, 1);
    expect([await isHasty('telegram-1', 0), await isHasty('telegram-1', 1)]).toEqual([false, true]);
  });
});
