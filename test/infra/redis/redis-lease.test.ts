import { RedisLease } from '../../../infra/redis/redis-lease';
import { openRedis, until } from '../stores';

let server: Awaited<ReturnType<typeof openRedis>>;
beforeAll(async () => void (server = await openRedis()));
afterAll(() => server.close());

describe('a lease', () => {
  it('has one holder among ten processes, who may keep it', async () => {
    const leases = Array.from({ length: 10 }, () => new RedisLease(server.redis, { prefix: server.prefix }));
    const held = await Promise.all(leases.map((lease) => lease.hold('polling', 5000)));
    expect(held.filter(Boolean)).toHaveLength(1);
    expect(await leases[held.indexOf(true)]!.hold('polling', 5000)).toBe(true);
    expect(await leases[held.indexOf(false)]!.hold('polling', 5000)).toBe(false);
    expect(await leases[held.indexOf(false)]!.hold('sweeping', 5000)).toBe(true);
  });

  it('passes on when its holder lets go, and nobody else can take it away', async () => {
    const [one, other] = [0, 1].map(() => new RedisLease(server.redis, { prefix: server.prefix }));
    await one!.hold('given', 5000);
    await other!.release('given');
    expect(await other!.hold('given', 5000)).toBe(false);
    await one!.release('given');
    expect(await other!.hold('given', 5000)).toBe(true);
  });

  it('passes on by itself when its holder is gone', async () => {
    const [one, other] = [0, 1].map(() => new RedisLease(server.redis, { prefix: server.prefix }));
    await one!.hold('lost', 60_000);
    expect(await other!.hold('lost', 100)).toBe(false);
    await one!.hold('lost', 100);
    await until(() => other!.hold('lost', 100));
  });
});
