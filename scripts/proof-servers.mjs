import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childrenOf } from './servers/alive.mjs';
import { runCommand } from './servers/lifetime.mjs';
import { makeDir, newRunDir } from './servers/places.mjs';
import { startMongodb } from './servers/mongodb.mjs';
import { startRedis } from './servers/redis.mjs';

/**
 * Servers of its own for the proofs, to be killed and started again by whoever forked this process. It tells
 * `{ mongodbUri, redisUrl }` once they run, then obeys `{ id, order, server }` and answers `{ id }` or
 * `{ id, problem }`. `server` is `redis` or `database`; orders are `kill`, `start`, `fill` (its files may not grow any
 * more), `empty` (they may again), `ends` (by itself, soon) and, for Redis, `wipe`.
 */
const say = (line) => console.error(line);

const SOON_MS = 20_000;

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
  const redisDir = join(dir, 'redis');
  const redis = await startRedis({ ...place, dir: redisDir, prefix: OUTLIVES_FULL_FILES });
  const mongo = await startMongodb({ ...place, dir });
  const servers = { redis: redis.handles, database: mongo.handles };
  // The first of the database's programs is the one that keeps files.
  const keeper = (name) => servers[name][0];
  const leave = (name, bytes) => {
    const { pid } = keeper(name).child;
    if (!limitFiles(pid, bytes)) throw new Error(`the files of ${name} could not be limited`);
    for (const child of childrenOf(pid)) limitFiles(child, bytes);
  };
  const orders = {
    kill: (name) => Promise.all(servers[name].map((handle) => handle.kill())),
    start: async (name) => {
      const again = [];
      for (const handle of servers[name]) again.push(await handle.again());
      servers[name] = again;
    },
    fill: async (name) => leave(name, '1:'),
    empty: async (name) => leave(name, 'unlimited:'),
    ends: async (name) => {
      const ended = await Promise.race([keeper(name).exited, pause(SOON_MS)]);
      if (!ended) throw new Error(`${name} did not end within ${SOON_MS / 1000} s`);
    },
    // The whole folder, whatever Redis calls its file; one that is not there is a problem, not a wiped one.
    wipe: async () => {
      rmSync(redisDir, { recursive: true });
      makeDir(redisDir);
    },
  };
  process.send({ mongodbUri: mongo.uri, redisUrl: redis.url });
  await obey(orders);
  for (const handle of Object.values(servers).flat()) await handle.stop();
  for (const end of endings.reverse()) await end();
  rmSync(dir, { recursive: true, force: true });
});

/** As the user it runs as: limits of another's process ask for rights that even root may lack. */
function limitFiles(pid, bytes) {
  try {
    const { uid, gid } = statSync(`/proc/${pid}`);
    return spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}`], { uid, gid }).status === 0;
  } catch {
    return false;
  }
}

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
