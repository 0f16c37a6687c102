import { RedisLimits } from '../../../infra/redis/redis-limits';
import { openRedis, until } from '../stores';

let server: Awaited<ReturnType<typeof openRedis>>;
beforeAll(async () => void (server = await openRedis()));
afterAll(() => server.close());

const LIMIT = { times: 3, seconds: 60 };

describe('a limit', () => {
  it('counts over all processes, each person and each thing apart', async () => {
    const [one, other] = [0, 1].map(() => new RedisLimits(server.redis, { prefix: server.prefix }));
    const tries = Array.from({ length: 10 }, (_, index) =>
      (index % 2 ? one! : other!).allows('check', 'olena', LIMIT),
    );
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(3);
    expect(await one!.allows('check', 'borys', LIMIT)).toBe(true);
    expect(await one!.allows('papers', 'olena', LIMIT)).toBe(true);
  });

  it('ends by itself, and keeps nobody’s name', async () => {
    const limits = new RedisLimits(server.redis, { prefix: server.prefix });
    const brief = { times: 1, seconds: 1 };
    await limits.allows('brief', 'telegram-424242', brief);
    await limits.allows('once', 'telegram-424242', { times: 1, seconds: 60 });
    expect(await limits.allows('once', 'telegram-424242', { times: 1, seconds: 60 })).toBe(false);
    for (const key of await server.redis.keys(`${server.prefix}*`)) {
      expect(key).not.toContain('424242');
      expect(await server.redis.pttl(key)).not.toBe(-1);
    }
    await until(() => limits.allows('brief', 'telegram-424242', brief));
  });
});
