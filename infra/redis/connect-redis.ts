import Redis, { type RedisOptions } from 'ioredis';
import type { Log } from '../../use-cases/ports';

export interface RedisLink {
  readonly redis: Redis;
  /** Takes a write now: one that is full answers everything else. Never throws. */
  isReady(): Promise<boolean>;
  /** Resolves once the connection stands, or throws after `ms`. */
  whenReady(ms: number): Promise<void>;
  close(): Promise<void>;
}

const COMMAND_TIMEOUT_MS = 2000;
/** A connection that says nothing for so long while it is asked is dead, though nobody closed it. */
const SILENCE_MS = 4000;
/** BullMQ waits up to 10 s for a job, and that is no silence. */
const PATIENT_SILENCE_MS = 20_000;
const LONGEST_PAUSE_MS = 2000;
const ROOM_KEY = 'vidhuk:room';

const reconnect = (times: number): number => Math.min(50 * 2 ** Math.min(times, 8), LONGEST_PAUSE_MS);

/** For requests: a command fails at once while Redis is away instead of waiting in a queue. */
const FAIL_FAST = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  autoResendUnfulfilledCommands: false,
  commandTimeout: COMMAND_TIMEOUT_MS,
  socketTimeout: SILENCE_MS,
  connectTimeout: 3000,
  retryStrategy: reconnect,
} satisfies RedisOptions;

/** For a BullMQ worker: it waits for its work as long as it takes. */
const PATIENT = {
  maxRetriesPerRequest: null,
  socketTimeout: PATIENT_SILENCE_MS,
  connectTimeout: 3000,
  retryStrategy: reconnect,
} satisfies RedisOptions;

/** Connects in the background and reconnects for ever; a lost connection is logged once, never thrown. */
export function connectRedis(options: { url: string; log: Log; isPatient?: boolean }): RedisLink {
  const { url, log, isPatient = false } = options;
  const redis = new Redis(url, isPatient ? PATIENT : FAIL_FAST);
  sayWhenLost(redis, log);
  return {
    redis,
    isReady: () => takesWrites(redis),
    whenReady: (ms) => untilReady(redis, ms),
    close: () => close(redis),
  };
}

function sayWhenLost(redis: Redis, log: Log): void {
  let isLost = false;
  redis.on('error', (error) => {
    if (!isLost) log.warn({ error }, 'Redis is away, connecting again');
    isLost = true;
  });
  redis.on('ready', () => {
    if (isLost) log.info({}, 'Redis is back');
    isLost = false;
  });
}

async function takesWrites(redis: Redis): Promise<boolean> {
  if (redis.status !== 'ready') return false;
  try {
    await redis.set(ROOM_KEY, '1', 'PX', 1000);
    return true;
  } catch {
    return false;
  }
}

function untilReady(redis: Redis, ms: number): Promise<void> {
  if (redis.status === 'ready') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      clearTimeout(timer);
      redis.off('ready', settle);
      if (error) reject(error);
      else resolve();
    };
    const timer = setTimeout(() => settle(new Error(`Redis did not answer within ${ms} ms`)), ms);
    redis.once('ready', settle);
  });
}

async function close(redis: Redis): Promise<void> {
  if (redis.status !== 'ready') return redis.disconnect();
  await redis.quit().catch(() => redis.disconnect());
}
