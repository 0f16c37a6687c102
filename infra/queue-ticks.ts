import { Queue } from 'bullmq';
import type { Log } from '../use-cases/ports';
import { JOB_OPTIONS, PREFIX, TICKS_QUEUE } from './queues';
import { connectRedis } from './redis/connect-redis';

const CHECK_MS = 15_000;
/** A tick this late is taken for lost, and one this far beyond its period for set by a clock that was ahead. */
const LATE_MS = 15_000;

export interface Ticks {
  close(): Promise<void>;
}

/**
 * Gives one `tick` job a name every `everyMs`, however many processes ask for it. A tick means "look what is due".
 * Looked after by every process: if Redis forgets the schedule, or a wrong clock put it far ahead, it is made again within
 * `checkMs`, 15 s by default. `atOnce` ticks besides then, and whenever the connection stands anew, at the start too: what was lost is found without waiting.
 */
export function createTicks(options: {
  redisUrl: string;
  prefix?: string;
  everyMs: number;
  names: readonly string[];
  atOnce?: readonly string[];
  checkMs?: number;
  log: Log;
}): Ticks {
  const { redisUrl, prefix = PREFIX, everyMs, names, atOnce = [], checkMs = CHECK_MS, log } = options;
  const link = connectRedis({ url: redisUrl, log });
  const queue = new Queue(TICKS_QUEUE, { connection: link.redis, prefix, defaultJobOptions: JOB_OPTIONS });
  queue.on('error', () => undefined);
  let isOwed = false;
  let isClosed = false;
  const lookAfter = async (): Promise<void> => {
    if (link.redis.status !== 'ready') return;
    const kept = await Promise.allSettled(names.map((name) => keepTicking(queue, name, everyMs)));
    isOwed ||= kept.some((one) => one.status === 'fulfilled' && one.value);
    const woken = await Promise.allSettled((isOwed ? atOnce : []).map((name) => tick(queue, name)));
    isOwed = woken.some(hasFailed);
    const error: unknown = [...kept, ...woken].find(hasFailed)?.reason;
    if (error && !isClosed)
      log.error({ error }, 'Redis takes no ticks: nothing is looked after until it does');
  };
  link.redis.on('ready', () => {
    isOwed = true;
    void lookAfter();
  });
  const timer = setInterval(() => void lookAfter(), checkMs);
  timer.unref();
  return {
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await queue.close().catch(() => undefined);
      await link.close();
    },
  };
}

const tick = (queue: Queue, name: string) => queue.add('tick', { name }, JOB_OPTIONS);

const hasFailed = (one: PromiseSettledResult<unknown>): one is PromiseRejectedResult =>
  one.status === 'rejected';

/** Whether it had to be made again. */
async function keepTicking(queue: Queue, name: string, everyMs: number): Promise<boolean> {
  const id = `tick-${name}`;
  const schedule = await queue.getJobScheduler(id);
  const aheadMs = (schedule?.next ?? 0) - Date.now();
  const isTooFar = aheadMs > everyMs + LATE_MS;
  if (schedule?.every === everyMs && aheadMs > -everyMs - LATE_MS && !isTooFar) return false;
  // Made again over itself it would keep its moment.
  if (isTooFar) await queue.removeJobScheduler(id);
  await queue.upsertJobScheduler(id, { every: everyMs }, { name: 'tick', data: { name }, opts: JOB_OPTIONS });
  return true;
}
