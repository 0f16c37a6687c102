import { Worker, type Job } from 'bullmq';
import { z } from 'zod';
import type { ChatKey, Log } from '../use-cases/ports';
import { PREFIX, QUEUE } from './queues';
import { connectRedis } from './redis/connect-redis';

export interface Handlers {
  expand(ids: { appealId: string }): Promise<void>;
  deliver(chat: ChatKey): Promise<void>;
  /** Time to look what is due; `name` is one of the ticks. */
  tick(tick: { name: string }): Promise<void>;
}

export interface QueueWorker {
  /** Takes no more work and waits for what is under way, at most `ms` (8 s). */
  close(ms?: number): Promise<void>;
}

const id = z.string().min(1);
const JOBS = {
  expand: z.object({ appealId: id }),
  deliver: z.object({ messenger: id, chatId: id }),
  tick: z.object({ name: id }),
} as const;

/** Carries out the queue's jobs. A handler that throws is logged: what it did not do a sweep finds again. */
export function createWorker(options: {
  redisUrl: string;
  prefix?: string;
  handlers: Handlers;
  concurrency: number;
  log: Log;
}): QueueWorker {
  const { redisUrl, prefix = PREFIX, handlers, concurrency, log } = options;
  const link = connectRedis({ url: redisUrl, log, isPatient: true });
  const worker = new Worker(QUEUE, (job) => carryOut(handlers, job, log), {
    connection: link.redis,
    prefix,
    concurrency,
    maxStalledCount: 3,
  });
  worker.on('error', () => undefined);
  worker.on('failed', (job, error) => {
    log.error({ job: job?.name, ids: job?.data as unknown, error }, 'a job failed');
  });
  return {
    close: async (ms = 8000) => {
      await closeWithin(worker, ms);
      link.redis.disconnect();
    },
  };
}

async function carryOut(handlers: Handlers, job: Job, log: Log): Promise<void> {
  const { name, data } = job as { name: string; data: unknown };
  if (name === 'expand') return checked(JOBS.expand, data, (ids) => handlers.expand(ids), log);
  if (name === 'deliver') return checked(JOBS.deliver, data, (chat) => handlers.deliver(chat), log);
  if (name === 'tick') return checked(JOBS.tick, data, (tick) => handlers.tick(tick), log);
  log.warn({ job: name }, 'a job nobody knows is dropped');
}

async function checked<T>(
  schema: z.ZodType<T>,
  data: unknown,
  handle: (ids: T) => Promise<void>,
  log: Log,
): Promise<void> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return handle(parsed.data);
  log.warn({ problem: z.prettifyError(parsed.error) }, 'a job with broken ids is dropped');
}

/** `pause` waits for the jobs under way; a worker that is already closing could not be forced any more. */
async function closeWithin(worker: Worker, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const ended = await Promise.race([worker.pause().catch(() => undefined), late]);
  clearTimeout(timer);
  await worker.close(ended === 'late').catch(() => undefined);
}
