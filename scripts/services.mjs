import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rmSync } from 'node:fs';
import { installPackages } from './servers/install.mjs';
import { atEnd, runCommand } from './servers/lifetime.mjs';
import { lockHolder, releaseLock, takeLock } from './servers/lock.mjs';
import { startMongodb } from './servers/mongodb.mjs';
import { requireNode } from './servers/node-version.mjs';
import { makeDir, newRunDir, stateDir } from './servers/places.mjs';
import { Problem } from './servers/problem.mjs';
import { startRedis } from './servers/redis.mjs';

/**
 * Starts MongoDB and Redis, or takes those of MONGODB_URI and REDIS_URL. The data lie in `.vidhuk`, or with
 * `fresh` in a folder of this run that goes away with it, so runs never meet.
 * Answers `{ mongodbUri, redisUrl, mongoName, fallen, stop }`; `fallen` resolves to the name of a server that ended unasked.
 */
export async function prepareServices({ say, fresh = false }) {
  const endings = [];
  const stop = async () => {
    while (endings.length) await endings.pop()();
  };
  atEnd(stop);
  try {
    return { ...(await startBoth({ say, fresh, endings })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startBoth({ say, fresh, endings }) {
  const dir = fresh ? newRunDir() : makeDir(stateDir);
  endings.push(fresh ? async () => rmSync(dir, { recursive: true, force: true }) : holdData(dir));
  const onStop = (ending) => endings.push(ending);
  const place = { say, dir, logDir: makeDir(join(dir, 'logs')), isFresh: fresh, onStop };
  const redis = await startRedis({ ...place, dir: join(dir, 'redis') });
  const mongo = await startMongodb(place);
  const fallen = firstFallen([...redis.handles, ...mongo.handles]);
  return { mongodbUri: mongo.uri, redisUrl: redis.url, mongoName: mongo.name, fallen };
}

function firstFallen(handles) {
  const falls = handles.map(async (handle) => {
    await handle.exited;
    return handle.isStopping ? new Promise(() => {}) : handle.name;
  });
  return falls.length ? Promise.race(falls) : new Promise(() => {});
}

function holdData(dir) {
  const lock = join(dir, 'data.lock');
  if (takeLock(lock)) return async () => releaseLock(lock);
  throw new Problem(`another run (pid ${lockHolder(lock)}) is using the data in ${dir}.`, [
    'Use the one that runs, or end it with Ctrl-C and run the command again.',
    'Set MONGODB_URI and REDIS_URL to servers of your own for the second run.',
  ]);
}

async function main() {
  requireNode();
  const say = (line) => console.error(line);
  await installPackages({ say });
  const services = await prepareServices({ say, fresh: process.argv.includes('--fresh') });
  console.log(`export MONGODB_URI=${services.mongodbUri}`);
  console.log(`export REDIS_URL=${services.redisUrl}`);
  say('Ready. Ctrl-C ends the servers.');
  const keepAlive = setInterval(() => {}, 60_000);
  const name = await services.fallen;
  clearInterval(keepAlive);
  throw new Problem(`${name} ended by itself.`, [
    'Run the command again.',
    `Look at the logs in ${join(stateDir, 'logs')}.`,
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(main);
