import { Queue } from 'bullmq';
import type { ChatKey, Jobs, Log } from '../use-cases/ports';
import { connectRedis } from './redis/connect-redis';

/** What is told. */
export const NOTICES_QUEUE = 'vidhuk-notices';
/** What is looked after by the clock: it has a list and hands of its own, and never waits behind what is told. */
export const TICKS_QUEUE = 'vidhuk-work';
export const PREFIX = 'vidhuk';

/** The record is in the database: a job that is done or has failed leaves nothing behind. */
export const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const;

const LONGEST_WAIT_MS = 1000;

export interface ClosableJobs extends Jobs {
  close(): Promise<void>;
}

/** Wakes the workers; never throws and never keeps anybody waiting: what no job carries a sweep finds. */
export function createJobs(options: { redisUrl: string; prefix?: string; log: Log }): ClosableJobs {
  const { redisUrl, prefix = PREFIX, log } = options;
  const link = connectRedis({ url: redisUrl, log });
  const settings = { connection: link.redis, prefix, defaultJobOptions: JOB_OPTIONS };
  const queue = new Queue(NOTICES_QUEUE, settings);
  queue.on('error', () => undefined);
  const wake = async (name: string, ids: Record<string, string>, delay = 0): Promise<void> => {
    if (link.redis.status !== 'ready') return;
    const added = queue.add(name, ids, { delay }).catch((error: unknown) => sayUnheard(log, name, error));
    await Promise.race([added, pause(LONGEST_WAIT_MS)]);
  };
  return {
    expandAppeal: (appealId) => wake('expand', { appealId }),
    deliverTo: ({ messenger, chatId }: ChatKey, afterMs = 0) =>
      wake('deliver', { messenger, chatId }, Math.ceil(afterMs)),
    close: async () => {
      await queue.close().catch(() => undefined);
      await link.close();
    },
  };
}

/** The queues themselves, for looking at. */
export function openQueues({ redisUrl, log }: { redisUrl: string; log: Log }) {
  const link = connectRedis({ url: redisUrl, log });
  const settings = { connection: link.redis, prefix: PREFIX };
  const queues = [NOTICES_QUEUE, TICKS_QUEUE].map((name) => new Queue(name, settings));
  for (const queue of queues) queue.on('error', () => undefined);
  const close = async () => {
    await Promise.all(queues.map((queue) => queue.close().catch(() => undefined)));
    await link.close();
  };
  return { queues, close };
}

function sayUnheard(log: Log, job: string, error: unknown): void {
  log.warn({ job, error }, 'no job made, a sweep will find it');
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
