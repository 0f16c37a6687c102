import Redis from 'ioredis';
import type { Connection } from 'mongoose';

/** The fake’s chats live in memory, so what an earlier run left in the stores has nobody to belong to. */
export async function emptyStores(connection: Connection, redisUrl: string): Promise<void> {
  await connection.dropDatabase();
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 3 });
  try {
    for await (const found of redis.scanStream({ match: 'vidhuk:*', count: 500 })) {
      const keys = found as string[];
      if (keys.length > 0) await redis.del(...keys);
    }
  } finally {
    redis.disconnect();
  }
}

/** The sandbox’s own database beside the given ones: it is emptied at each start, a city’s record never is. */
export function sandboxStores(stores: { mongodbUri: string; redisUrl: string }) {
  const mongo = new URL(stores.mongodbUri);
  mongo.pathname = `/${mongo.pathname.slice(1) || 'vidhuk'}-sandbox`;
  const redis = new URL(stores.redisUrl);
  if (redis.pathname.length <= 1) redis.pathname = '/1';
  return { mongodbUri: mongo.href, redisUrl: redis.href };
}
