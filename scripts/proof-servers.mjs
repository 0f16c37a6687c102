import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './servers/lifetime.mjs';
import { makeDir, newRunDir } from './servers/places.mjs';
import { startMongodb } from './servers/mongodb.mjs';
import { startRedis } from './servers/redis.mjs';

/**
 * Servers of its own for the proofs, to be killed and started again by whoever forked this process. It tells
 * `{ mongodbUri, redisUrl, mongoName }` once they run, then obeys `{ id, order, server }` and answers `{ id }` or
 * `{ id, problem }`. `server` is `redis` or `database`; orders are `kill`, `start` and, for Redis, `wipe`, `fill`, `empty`.
 */
const say = (line) => console.error(line);

/** A program started so is refused what is beyond its limit of bytes in a file, and not ended by it. */
const OUTLIVES_FULL_FILES = ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh'];

await runCommand(async () => {
  delete process.env.MONGODB_URI;
  delete process.env.REDIS_URL;
  const dir = newRunDir();
  const endings = [];
  const place = {
    say,
    logDir: makeDir(join(dir, 'logs')),
    isFresh: true,
    onStop: (end) => endings.push(end),
  };
  const redis = await startRedis({ ...place, dir: join(dir, 'redis'), prefix: OUTLIVES_FULL_FILES });
  const mongo = await startMongodb({ ...place, dir });
  const servers = { redis: redis.handles, database: mongo.handles };
  const leave = (bytes) => {
    for (const { child } of servers.redis)
      execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}`]);
  };
  const orders = {
    kill: (name) => Promise.all(servers[name].map((handle) => handle.kill())),
    start: async (name) => {
      const again = [];
      for (const handle of servers[name]) again.push(await handle.again());
      servers[name] = again;
    },
    fill: async () => leave('1:'),
    empty: async () => leave('unlimited:'),
    wipe: async () => rmSync(join(dir, 'redis', 'appendonlydir'), { recursive: true, force: true }),
  };
  process.send({ mongodbUri: mongo.uri, redisUrl: redis.url, mongoName: mongo.name });
  await obey(orders);
  for (const handle of Object.values(servers).flat()) await handle.stop();
  for (const end of endings.reverse()) await end();
  rmSync(dir, { recursive: true, force: true });
});

/** Until whoever forked us is gone. One order after another. */
function obey(orders) {
  let last = Promise.resolve();
  process.on('message', ({ id, order, server }) => {
    last = last
      .then(() => orders[order](server))
      .then(() => process.send({ id }))
      .catch((error) => process.connected && process.send({ id, problem: String(error?.message ?? error) }));
  });
  return new Promise((resolve) => process.once('disconnect', resolve));
}
