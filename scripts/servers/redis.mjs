import { basename, join } from 'node:path';
import { aptInstall, canUseApt, whyNoApt } from './apt.mjs';
import { waitForLeftover } from './leftover.mjs';
import { makeDir } from './places.mjs';
import { askPort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { findProgram } from './processes.mjs';
import { startOnFreePort } from './server.mjs';

const WAYS_OUT = [
  'Install Redis (`apt-get install redis-server`, `brew install redis`) or Valkey and run the command again.',
  'Start one with Docker (`docker run -d -p 127.0.0.1:6379:6379 redis:8`) and set REDIS_URL=redis://127.0.0.1:6379.',
];

/** Answers `{ url, handles }`: the person's own Redis, or a private instance in `dir`. `prefix` stands before its command. */
export async function startRedis({ say, dir, logDir, onStop, prefix = [] }) {
  if (process.env.REDIS_URL) {
    say('Redis: the one in REDIS_URL');
    return { url: process.env.REDIS_URL, handles: [] };
  }
  const program = await redisProgram(say);
  const pidFile = join(makeDir(dir), 'redis.pid');
  await waitForLeftover({ name: 'Redis', pidFile, mark: basename(program), waysOut: WAYS_OUT });
  const { port, handle } = await startOnFreePort({
    name: 'Redis',
    logFile: join(logDir, 'redis.log'),
    command: (free) => firstAndRest([...prefix, program, ...redisArguments(free, dir)]),
    isReady: async (free) => String(await askPort(free, 'PING\r\n')).startsWith('+PONG'),
    waysOut: WAYS_OUT,
  });
  onStop(handle.stop);
  say(`Redis: ${program} on port ${port}`);
  return { url: `redis://127.0.0.1:${port}`, handles: [handle] };
}

const firstAndRest = ([first, ...rest]) => [first, rest];

async function redisProgram(say) {
  const installed = findProgram('redis-server') ?? findProgram('valkey-server');
  if (installed) return installed;
  if (!canUseApt()) throw new Problem(`Redis is missing, and ${whyNoApt()}.`, WAYS_OUT);
  await aptInstall(['redis-server'], { say, waysOut: WAYS_OUT });
  return findProgram('redis-server');
}

function redisArguments(port, dir) {
  const settings = {
    port,
    bind: '127.0.0.1',
    dir,
    pidfile: join(dir, 'redis.pid'),
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
    databases: 1024,
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
}
