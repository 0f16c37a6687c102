import { randomBytes } from 'node:crypto';
import { connectMongo, type MongoStore } from '../../infra/mongo/connect-mongo';
import { connectRedis, type RedisLink } from '../../infra/redis/connect-redis';
import type { Log } from '../../use-cases/ports';

export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An address where nobody listens. */
export const DEAD_PORT = 1;

function setting(name: 'MONGODB_URI' | 'REDIS_URL'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is needed: npm test starts the servers`);
  return value;
}

export const redisUrl = (): string => setting('REDIS_URL');

/** The servers' address with a database of the test's own. */
export function ownMongoUri(): string {
  const url = new URL(setting('MONGODB_URI'));
  url.pathname = `/test-${randomBytes(6).toString('hex')}`;
  return url.href;
}

/** `again` opens one more connection to the same database, as another process would; `isMonitored`: its commands are told. */
export async function openMongo({ isMonitored = false } = {}) {
  const uri = ownMongoUri() + (isMonitored ? '?monitorCommands=true' : '');
  const stores: MongoStore[] = [];
  const again = async () => {
    const store = connectMongo({ uri, log: silent });
    stores.push(store);
    await store.whenReady(10_000);
    return store.connection;
  };
  const connection = await again();
  await stores[0]?.prepareIndexes();
  const close = async () => {
    await connection.dropDatabase();
    await Promise.all(stores.map((store) => store.close()));
  };
  return { uri, connection, again, close };
}

/** A key prefix of the test's own on the real Redis, swept away at the end. */
export async function openRedis() {
  const prefix = `test-${randomBytes(6).toString('hex')}:`;
  const links: RedisLink[] = [];
  const again = async () => {
    const link = connectRedis({ url: redisUrl(), log: silent });
    links.push(link);
    await link.whenReady(10_000);
    return link.redis;
  };
  const redis = await again();
  const close = async () => {
    for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 500 })) {
      const found = keys as string[];
      if (found.length > 0) await redis.del(...found);
    }
    await Promise.all(links.map((link) => link.close()));
  };
  return { prefix, redis, again, close };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const LOOK_MS = 25;

/** Waits for a fact, at most `ms` and that many looks: a process that stood still has not waited. */
export async function until(isSo: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  for (let looks = ms / LOOK_MS; !(await isSo()); looks -= 1) {
    if (looks < 0) throw new Error('it did not come true in time');
    await pause(LOOK_MS);
  }
}
