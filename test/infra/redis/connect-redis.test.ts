import { randomBytes } from 'node:crypto';
import { connectRedis } from '../../../infra/redis/connect-redis';
import { RedisSessionStore } from '../../../infra/redis/redis-session-store';
import { isStoreUnavailable } from '../../../infra/store-unavailable';
import { aWireTo } from '../../../sandbox/wire';
import { pause, redisUrl, silent, until } from '../stores';

describe('a Redis that goes away and comes back', () => {
  it('fails what is asked at once, is logged once, and is used again without a word from us', async () => {
    const wire = await aWireTo(redisUrl());
    const said: string[] = [];
    const log = { ...silent, warn: (_: unknown, words: string) => void said.push(words) };
    const link = connectRedis({ url: wire.url, log });
    await link.whenReady(5000);
    const sessions = new RedisSessionStore(link.redis, { prefix: 'test-away:' });
    expect(await sessions.getSession('a')).toBeUndefined();

    wire.cut();
    await until(() => link.redis.status !== 'ready');
    const failure = sessions.getSession('a').catch((error: unknown) => error);
    expect(isStoreUnavailable(await Promise.race([failure, pause(2500)]))).toBe(true);
    expect(await link.isReady()).toBe(false);
    await until(() => said.length > 0);

    wire.mend();
    await link.whenReady(10_000);
    expect(await sessions.getSession('a')).toBeUndefined();
    expect(said).toHaveLength(1);
    await link.close();
    await wire.close();
  });

  it('gives up a connection that swallows everything, and opens another', async () => {
    const wire = await aWireTo(redisUrl());
    const link = connectRedis({ url: wire.url, log: silent });
    await link.whenReady(5000);
    wire.swallow();
    await expect(link.redis.ping()).rejects.toThrow('Command timed out');
    wire.mend();
    await until(() => link.isReady(), 20_000);
    await link.close();
    await wire.close();
  });

  it('is not ready while it answers and takes nothing', async () => {
    const link = connectRedis({ url: redisUrl(), log: silent });
    await link.whenReady(5000);
    expect(await link.isReady()).toBe(true);
    const user = `reader-${randomBytes(4).toString('hex')}`;
    await link.redis.acl('SETUSER', user, 'on', 'nopass', '~*', '+@all', '-@write');
    await link.redis.auth(user, '');
    expect(await link.redis.ping()).toBe('PONG');
    expect(await link.isReady()).toBe(false);
    await link.redis.auth('default', '');
    await link.redis.acl('DELUSER', user);
    await link.close();
  });
});
